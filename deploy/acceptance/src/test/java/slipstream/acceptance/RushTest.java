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
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import slipstream.acceptance.stage.BoxClient;

/// Everybody at once, at two nodes that are processes of their own and share a PostgreSQL: boxes ask about the same
/// payments, phones press the button of the same page.
///
/// 1,000 questions and 200 phones; with `-Dslipstream.whole=true` 10,000 and 1,000. Whoever is not answered asks again,
/// as boxes and people do, after a pause that grows: no time-out decides here, however busy the machine is.
class RushTest {
    private static final boolean WHOLE = Boolean.getBoolean("slipstream.whole");
    private static final int QUESTIONS = WHOLE ? 10_000 : 1_000;
    private static final int PHONES = WHOLE ? 1_000 : 200;
    private static final int PAYMENTS = 20;
    /// As many questions are open as two nodes take on at a time: 40 boxes with a hundred each.
    private static final int BOXES = WHOLE ? 40 : 10;
    private static final int STREAMS = 100;
    private static final int OK = 200;
    private static final int BUSY = 503;
    private static final int CONFLICT = 409;

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration MOST_BETWEEN = Duration.ofSeconds(5);

    @TempDir
    Path directory;

    private Nodes nodes;

    @BeforeEach
    void open() throws Exception {
        nodes = new Nodes(directory, 2, Duration.ofMinutes(1));
    }

    @AfterEach
    void close() throws IOException {
        if (nodes != null) {
            nodes.close();
        }
    }

    @Test
    void questionsAboutTheSamePaymentsAtTwoNodesGetOneDecisionEach() throws Exception {
        var payments = new ArrayList<String>();
        for (int i = 0; i < PAYMENTS; i++) {
            // Two payments of each payer: whichever comes first marks, and the other one earns the link.
            payments.add(nodes.pay("rush-" + i / 2));
        }
        var boxes = new ArrayList<Lines>();
        for (int i = 0; i < BOXES; i++) {
            boxes.add(new Lines(new BoxClient(directory.resolve("box"), PATIENCE), new Semaphore(STREAMS)));
        }
        var questions = new ArrayList<Callable<String>>();
        for (int i = 0; i < QUESTIONS; i++) {
            var payment = payments.get(i % PAYMENTS);
            int box = i / PAYMENTS % BOXES;
            var api = nodes.at(box % 2).api();
            questions.add(() -> payment + " " + boxes.get(box).ask(api, payment));
        }
        var answers = new HashSet<>(atOnce(questions));
        boxes.forEach(box -> box.client.close());
        assertEquals(PAYMENTS, answers.size(), "one answer for each payment: " + answers);
        long links =
                answers.stream().filter(answer -> answer.contains("\"marked\"")).count();
        assertEquals(PAYMENTS / 2, links);
        assertEquals(PAYMENTS / 2, counted("count(*) FROM mark"));
        assertEquals(PAYMENTS, counted("count(*) FROM payment WHERE decided_at IS NOT NULL"));
        assertEquals(PAYMENTS / 2, counted("count(*) FROM claim_link"));
    }

    @Test
    void allPhonesOnOneLinkGetOneVoucherBetweenThem() throws Exception {
        var api = nodes.at(0).api();
        decided(nodes.box, api, nodes.pay("crowd"));
        var answer = decided(nodes.box, api, nodes.pay("crowd"));
        var path = Answers.link(answer).orElseThrow().getPath();
        var random = new Random();
        var pages = Collections.synchronizedList(new ArrayList<HttpResponse<String>>());
        try (var http = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            var phones = new ArrayList<Callable<String>>();
            for (int i = 0; i < PHONES; i++) {
                var claim = HttpRequest.newBuilder(nodes.at(i % 2).open().resolve(path))
                        .timeout(PATIENCE)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Cookie", "slipstream=%026d".formatted(random.nextLong(1L << 62)))
                        .POST(HttpRequest.BodyPublishers.ofString("item="))
                        .build();
                phones.add(() -> {
                    pages.add(insist(() -> http.send(claim, HttpResponse.BodyHandlers.ofString())));
                    return "";
                });
            }
            atOnce(phones);
        }
        var vouchers = pages.stream()
                .filter(page -> page.statusCode() == OK)
                .flatMap(page -> Answers.voucher(page.body()).stream())
                .toList();
        assertEquals(1, vouchers.size());
        assertEquals(
                PHONES - 1,
                pages.stream().filter(page -> page.statusCode() == CONFLICT).count());
        assertEquals(1, counted("count(*) FROM voucher"));
    }

    /// A box's connection, over which only so many questions go at a time.
    private record Lines(BoxClient client, Semaphore free) {
        String ask(URI api, String payment) throws Exception {
            free.acquire();
            try {
                return Answers.withoutHost(decided(client, api, payment));
            } finally {
                free.release();
            }
        }
    }

    /// What a box is told, once it is for ever.
    private static String decided(BoxClient box, URI api, String payment) throws Exception {
        var answer = insist(() -> box.identify(api, payment));
        assertEquals(OK, answer.statusCode(), answer.body());
        return answer.body();
    }

    /// Asks until there is an answer, and one for ever.
    private static HttpResponse<String> insist(Callable<HttpResponse<String>> question) throws Exception {
        for (int times = 1; ; times++) {
            try {
                var answer = question.call();
                if (answer.statusCode() != BUSY && Answers.isDecided(answer.body())) {
                    return answer;
                }
            } catch (IOException again) {
                // Nobody listens yet, or nobody answered: the same pause.
            }
            // Not in step with the others.
            long most = Math.min(MOST_BETWEEN.toMillis(), 50L << Math.min(times, 10));
            TimeUnit.MILLISECONDS.sleep(ThreadLocalRandom.current().nextLong(most / 2, most));
        }
    }

    private long counted(String what) throws IOException, InterruptedException {
        return Long.parseLong(nodes.postgres.ask("SELECT " + what));
    }

    /// Runs all of it on threads that wait for each other before they begin.
    private static List<String> atOnce(List<Callable<String>> calls) throws Exception {
        long began = System.nanoTime();
        var ready = new CountDownLatch(calls.size());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var begun = calls.stream()
                    .map(call -> threads.submit(() -> {
                        ready.countDown();
                        ready.await();
                        return call.call();
                    }))
                    .toList();
            var results = new ArrayList<String>();
            for (var one : begun) {
                results.add(one.get());
            }
            System.out.printf(
                    "RushTest: %d at once, all answered after %.1f s%n",
                    calls.size(), (System.nanoTime() - began) / 1e9);
            return results;
        }
    }
}
