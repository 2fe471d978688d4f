package slipstream.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import slipstream.cloudlink.service.gateway.wechat.simulator.Behaviour;

/// A node is told to stop while boxes ask and phones claim.
class DrainTest {
    private static final int CALLERS = 12;
    private static final int ANSWERS_BEFORE = 100;

    @TempDir
    private Path directory;

    @Test
    void whatWasTakenOnIsAnsweredBeforeTheProcessEnds() throws Exception {
        try (var nodes = new Nodes(directory, 1)) {
            var acknowledged = new Acknowledged();
            nodes.platform.behave(new Behaviour(Behaviour.Kind.SLOW, 50));
            try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
                for (int i = 0; i < CALLERS; i++) {
                    String payer = "payer" + i;
                    callers.submit(() -> callUntilGone(nodes, payer, acknowledged));
                }
                acknowledged.enough.await();
                nodes.program(0).signal("TERM");
                callers.shutdown();
                assertTrue(callers.awaitTermination(60, TimeUnit.SECONDS), "somebody still waits for an answer");
            }
            assertEquals(143, nodes.program(0).await(), "ended by the signal, after what was to be done");
            var decided = lines(nodes, "SELECT count(*) FROM payment WHERE decided_at IS NOT NULL");
            assertEquals(List.of(Integer.toString(acknowledged.decisions.size())), decided, "decided = answered");
            var claimed = lines(nodes, "SELECT count(*) FROM voucher");
            assertEquals(List.of(Integer.toString(acknowledged.claims.size())), claimed, "claimed = answered");
            assertTrue(!acknowledged.claims.isEmpty());
        }
    }

    private static List<String> lines(Nodes nodes, String sql) throws IOException, InterruptedException {
        return nodes.postgres.ask(sql).lines().toList();
    }

    /// Pays, asks and claims until nobody listens any more.
    private static Void callUntilGone(Nodes nodes, String payer, Acknowledged acknowledged)
            throws InterruptedException {
        try (HttpClient phone = HttpClient.newHttpClient()) {
            while (true) {
                String payment = nodes.pay(payer);
                HttpResponse<String> answer = nodes.box.identify(nodes.at(0).api(), payment);
                assertEquals(200, answer.statusCode(), answer.body());
                if (Answers.isDecided(answer.body())) {
                    acknowledged.decision(payment);
                }
                var link = Answers.link(answer.body());
                if (link.isPresent()) {
                    claim(phone, link.get());
                    acknowledged.claims.add(link.get().toString());
                }
            }
        } catch (IOException refused) {
            // Not taken on: the database must not know of it.
            return null;
        }
    }

    private static void claim(HttpClient phone, URI link) throws IOException, InterruptedException {
        var page = phone.send(
                HttpRequest.newBuilder(link)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("item="))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertEquals(200, page.statusCode(), page.body());
    }

    private static final class Acknowledged {
        private final Set<String> decisions = ConcurrentHashMap.newKeySet();
        private final Set<String> claims = ConcurrentHashMap.newKeySet();
        private final CountDownLatch enough = new CountDownLatch(ANSWERS_BEFORE);

        void decision(String payment) {
            decisions.add(payment);
            enough.countDown();
        }
    }
}
