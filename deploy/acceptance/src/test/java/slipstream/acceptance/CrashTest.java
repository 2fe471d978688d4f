package slipstream.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two nodes and their PostgreSQL are killed, signal 9, while boxes ask and phones claim. Callers ask again until they
/// are answered, as boxes and people do. What was acknowledged is written down, and afterwards held against the
/// database and against what the nodes answer then.
///
/// `-Dslipstream.whole=true` kills forty times instead of three; `-Dslipstream.seed=N` kills at the same instants.
class CrashTest {
    private static final int KILLS = Boolean.getBoolean("slipstream.whole") ? 40 : 3;
    private static final long SEED = Long.getLong("slipstream.seed", System.nanoTime());
    private static final int CALLERS = 6;
    private static final int PAYERS = 25;

    @TempDir
    private Path directory;

    private final HttpClient phone =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(30)).build();
    private volatile boolean over;

    @Test
    void nothingAcknowledgedIsLostAndNothingIsDoneTwice() throws Exception {
        System.out.println("CrashTest: -Dslipstream.seed=" + SEED);
        try (var nodes = new Nodes(directory, 2);
                var history = new History(Path.of("target", "crash-" + SEED + ".history"));
                var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = new ArrayList<Future<?>>();
            for (int i = 0; i < CALLERS; i++) {
                var random = new Random(SEED + i);
                all.add(callers.submit(() -> call(nodes, history, random)));
            }
            kill(nodes, history, new Random(SEED));
            over = true;
            for (var caller : all) {
                caller.get();
            }
            holdAgainstDatabase(nodes, history);
            askAgain(nodes, history);
        } finally {
            phone.close();
        }
    }

    private static void kill(Nodes nodes, History history, Random random) throws IOException, InterruptedException {
        for (int i = 0; i < KILLS; i++) {
            history.awaitMore(random.nextInt(20, 100));
            int victim = i == 1 ? nodes.count() : random.nextInt(nodes.count() + 1);
            if (victim == nodes.count()) {
                history.note("kill PostgreSQL");
                nodes.postgres.kill();
                nodes.postgres.restart();
            } else {
                history.note("kill node " + victim);
                nodes.program(victim).signal("KILL");
                nodes.start(victim);
            }
            history.note("started again");
        }
        history.awaitMore(50);
    }

    private Void call(Nodes nodes, History history, Random random) throws InterruptedException {
        while (!over) {
            var payer = "payer" + random.nextInt(PAYERS);
            var payment = nodes.pay(payer);
            var answer = ask(nodes, payment, random);
            history.add(new History.Decided(payer, payment, answer));
            var link = Answers.link(answer);
            if (link.isPresent() && random.nextInt(3) > 0) {
                var cookie = "slipstream=%026d".formatted(random.nextLong(1L << 62));
                var path = link.get().getPath();
                var voucher = claim(nodes, path, cookie, random);
                history.add(new History.Claimed(path, cookie, voucher));
                if (random.nextBoolean()) {
                    var receipt = "%064x".formatted(random.nextLong(1L << 62));
                    redeem(nodes, voucher, receipt, random);
                    history.add(new History.Redeemed(voucher, receipt));
                }
            }
            var old = history.any(random).orElseThrow();
            assertEquals(
                    Answers.withoutHost(old.answer()),
                    Answers.withoutHost(ask(nodes, old.payment(), random)),
                    old.payment());
        }
        return null;
    }

    /// Asks one node or the other until there is an answer that is for ever.
    private static String ask(Nodes nodes, String payment, Random random) throws InterruptedException {
        while (true) {
            try {
                var answer = nodes.box.identify(
                        nodes.at(random.nextInt(nodes.count())).api(), payment);
                if (answer.statusCode() == 200 && Answers.isDecided(answer.body())) {
                    return answer.body();
                }
            } catch (IOException again) {
                Thread.onSpinWait();
            }
        }
    }

    /// Claims at one node or the other until a voucher is shown.
    private String claim(Nodes nodes, String path, String cookie, Random random) throws InterruptedException {
        while (true) {
            try {
                var page = post(nodes.at(random.nextInt(nodes.count())).open().resolve(path), cookie);
                if (page.statusCode() == 200) {
                    return Answers.voucher(page.body()).orElseThrow();
                }
                if (page.statusCode() < 500) {
                    throw new AssertionError(path + ": " + page.statusCode() + ", nobody else can have claimed it");
                }
            } catch (IOException again) {
                Thread.onSpinWait();
            }
        }
    }

    /// Tells one node or the other of a redemption until it is acknowledged.
    private static void redeem(Nodes nodes, String voucher, String receipt, Random random) throws InterruptedException {
        while (true) {
            try {
                var answer =
                        nodes.box.redeem(nodes.at(random.nextInt(nodes.count())).api(), receipt, voucher);
                if (answer.statusCode() < 500) {
                    assertEquals("redeemed", Answers.outcome(answer.body()), answer.body());
                    return;
                }
            } catch (IOException again) {
                Thread.onSpinWait();
            }
        }
    }

    private HttpResponse<String> post(URI page, String cookie) throws IOException, InterruptedException {
        return phone.send(
                HttpRequest.newBuilder(page)
                        .timeout(Duration.ofSeconds(30))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Cookie", cookie)
                        .POST(HttpRequest.BodyPublishers.ofString("item="))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static void holdAgainstDatabase(Nodes nodes, History history) throws IOException, InterruptedException {
        var decisions = history.decisions();
        var payers = new HashSet<String>();
        decisions.forEach(decided -> payers.add(decided.payer()));
        long links = decisions.stream()
                .filter(decided -> Answers.link(decided.answer()).isPresent())
                .count();
        long first = decisions.stream()
                .filter(decided -> decided.answer().contains("\"first-payment\""))
                .count();
        assertEquals(payers.size(), first, "each payer is marked by one payment");
        holds(nodes, "SELECT count(*) FROM mark", payers.size());
        holds(nodes, "SELECT count(*) FROM payment WHERE decided_at IS NOT NULL", decisions.size());
        holds(nodes, "SELECT count(*) FROM payment WHERE decided_at IS NOT NULL AND reason IS NULL", 0);
        holds(nodes, "SELECT count(*) FROM payment WHERE reason = 'FIRST_PAYMENT'", payers.size());
        holds(nodes, "SELECT count(*) FROM claim_link", links);
        holds(
                nodes,
                "SELECT count(*) FROM voucher WHERE redeemed_at IS NOT NULL",
                history.redemptions().size());
        holds(
                nodes,
                "SELECT count(*) FROM claim_link WHERE claimed_at IS NOT NULL",
                history.claims().size());
        holds(nodes, "SELECT count(*) FROM voucher", history.claims().size());
        holds(
                nodes,
                "SELECT count(DISTINCT token_hash) FROM voucher",
                history.claims().size());
    }

    private static void holds(Nodes nodes, String sql, long expected) throws IOException, InterruptedException {
        assertEquals(Long.toString(expected), nodes.postgres.ask(sql), sql);
    }

    /// Every node still says what was said, and nobody else gets a voucher that somebody has.
    private void askAgain(Nodes nodes, History history) throws IOException, InterruptedException {
        for (int node = 0; node < nodes.count(); node++) {
            var at = nodes.at(node);
            for (var decided : history.decisions()) {
                var again = nodes.box.identify(at.api(), decided.payment());
                assertEquals(
                        Answers.withoutHost(decided.answer()), Answers.withoutHost(again.body()), decided.payment());
            }
            for (var claimed : history.claims()) {
                var own = post(at.open().resolve(claimed.path()), claimed.cookie());
                assertEquals(
                        List.of(claimed.voucher()),
                        Answers.voucher(own.body()).stream().toList());
                assertEquals(409, post(at.open().resolve(claimed.path()), "").statusCode(), claimed.path());
            }
            for (var redeemed : history.redemptions()) {
                var same = nodes.box.redeem(at.api(), redeemed.receipt(), redeemed.voucher());
                assertEquals("redeemed", Answers.outcome(same.body()), same.body());
                var other = nodes.box.redeem(at.api(), "f".repeat(64), redeemed.voucher());
                assertEquals("used-up", Answers.outcome(other.body()), other.body());
            }
        }
    }
}
