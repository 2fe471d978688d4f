package slipstream.cloudlink.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import slipstream.cloudlink.protocol.IdentifyAnswer;

/// How a connection is lost, noticed and made again.
@SuppressWarnings("try") // A client works without being asked.
class ConnectionTest {
    private final States states = new States();
    private final LinkedBlockingQueue<TestService.Asked> asked = new LinkedBlockingQueue<>();

    @TempDir
    private Path directory;

    private TestService.Asked nextAsked() throws InterruptedException {
        return asked.poll(30, TimeUnit.SECONDS);
    }

    @Test
    void aKilledServiceFailsItsQuestionsAndIsFoundAgain() throws Exception {
        var site = new Site(directory);
        try (var service = site.service(asked::add);
                var client = ServiceClient.start(site.options(service.port()), states)) {
            states.connected();
            for (var i = 0; i < 5; i++) {
                var answer = client.identify(Site.request(i), Site.PATIENCE);
                nextAsked();
                var port = service.port();
                service.kill();
                Site.failure(Failure.Lost.class, answer);
                states.waiting();
                service.listen(port);
                states.connected();
            }
            var answer = client.identify(Site.request(9), Site.PATIENCE);
            nextAsked().reply(200, "application/json", Site.LINK);
            assertEquals("marked", Site.get(answer).reason());
        }
    }

    @Test
    void withoutConnectionAQuestionFailsBeforeTheCallReturns() throws Exception {
        var site = new Site(directory);
        int port;
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = taken.getLocalPort();
        }
        try (var client = ServiceClient.start(site.options(port), states)) {
            assertTrue(client.identify(Site.request(1), Site.PATIENCE).isCompletedExceptionally());
            assertTrue(states.waiting().contains("refuses the connection"));
            var answer = client.identify(Site.request(2), Site.PATIENCE);
            assertTrue(answer.isCompletedExceptionally());
            Site.failure(Failure.NotConnected.class, answer);
        }
    }

    @Test
    void aPortThatAcceptsAndSaysNothingIsGivenUp() throws Exception {
        var site = new Site(directory);
        try (var blackHole = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                var client = ServiceClient.start(
                        site.options(blackHole.getLocalPort()).with(Site.IMPATIENT), states)) {
            assertEquals("no greeting from the service within 500 ms", states.waiting());
            assertEquals("no greeting from the service within 500 ms", states.waiting());
            Site.failure(Failure.NotConnected.class, client.identify(Site.request(1), Site.PATIENCE));
        }
    }

    @Test
    void aPortThatDoesNotSpeakTlsIsToldSo() throws Exception {
        var site = new Site(directory);
        try (var other = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            var greeter = Thread.ofVirtual().start(() -> {
                try (var accepted = other.accept()) {
                    accepted.getOutputStream().write("220 mail.example ESMTP ready\r\n".getBytes("US-ASCII"));
                    accepted.getInputStream().readAllBytes();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            try (var client = ServiceClient.start(site.options(other.getLocalPort()), states)) {
                assertEquals("the service's port does not speak TLS", states.waiting());
            }
            greeter.join();
        }
    }

    @Test
    void aConnectionThatAnswersNoPingIsLost() throws Exception {
        var site = new Site(directory);
        try (var service = site.service(asked::add);
                var client = ServiceClient.start(site.options(service.port()).with(Site.IMPATIENT), states)) {
            states.connected();
            var answer = client.identify(Site.request(1), Site.PATIENCE);
            nextAsked();
            service.goSilent();
            assertEquals(
                    "no answer to a PING within 300 ms",
                    Site.failure(Failure.Lost.class, answer).why());
            assertEquals("no answer to a PING within 300 ms", states.waiting());
            states.connected();
        }
    }

    @Test
    void aTimeOutAsksAtOnceWhetherAnyoneIsThere() throws Exception {
        var site = new Site(directory);
        var calm = Site.CALM;
        var timings = new Timings(
                calm.connect(),
                calm.pingEvery(),
                Site.IMPATIENT.pingAnswer(),
                calm.firstBackOff(),
                calm.longestBackOff());
        try (var service = site.service(asked::add);
                var client = ServiceClient.start(site.options(service.port()).with(timings), states)) {
            states.connected();
            service.goSilent();
            Site.failure(Failure.TimedOut.class, client.identify(Site.request(1), Duration.ofMillis(10)));
            assertEquals("no answer to a PING within 300 ms", states.waiting());
        }
    }

    @Test
    void afterGoodbyeTheOldQuestionsEndAndNewOnesTakeANewConnection() throws Exception {
        var site = new Site(directory);
        try (var service = site.service(asked::add);
                var client = ServiceClient.start(site.options(service.port()), states)) {
            states.connected();
            var before = client.identify(Site.request(1), Site.PATIENCE);
            var old = nextAsked();
            old.goAway();
            assertEquals("the service said goodbye, NO_ERROR (maintenance)", states.waiting());
            states.connected();
            var after = client.identify(Site.request(2), Site.PATIENCE);
            var young = nextAsked();
            assertFalse(old.connection() == young.connection(), "the connection of the goodbye is used again");
            old.reply(200, "application/json", Site.LINK);
            assertEquals("marked", Site.get(before).reason());
            assertTrue(old.connection().closeFuture().await(30, TimeUnit.SECONDS), "the old connection stays");
            young.reply(200, "application/json", Site.LINK);
            assertEquals("marked", Site.get(after).reason());
            assertEquals(2, service.connections());
        }
    }

    @Test
    void aQuestionThatTheGoodbyeLeavesOutFailsAtOnce() throws Exception {
        var site = new Site(directory);
        try (var service = site.service(asked::add);
                var client = ServiceClient.start(site.options(service.port()), states)) {
            states.connected();
            var first = client.identify(Site.request(1), Site.PATIENCE);
            var second = client.identify(Site.request(2), Site.PATIENCE);
            var kept = nextAsked();
            nextAsked();
            kept.goAway();
            assertEquals(
                    "the service said goodbye without reading it",
                    Site.failure(Failure.Lost.class, second).why());
            kept.reply(200, "application/json", Site.LINK);
            assertEquals("marked", Site.get(first).reason());
        }
    }

    @Test
    void closingFailsOpenQuestionsAndEndsTheThread() throws Exception {
        var site = new Site(directory);
        try (var service = site.service(asked::add)) {
            var threads = new ArrayList<Thread>();
            var client = ServiceClient.start(site.options(service.port()), state -> {
                threads.add(Thread.currentThread());
                states.accept(state);
            });
            states.connected();
            var open = new ArrayList<CompletableFuture<IdentifyAnswer>>();
            for (var i = 0; i < 20; i++) {
                open.add(client.identify(Site.request(i), Site.PATIENCE));
            }
            nextAsked();
            client.close();
            open.forEach(answer -> Site.failure(Failure.Closed.class, answer));
            Site.failure(Failure.Closed.class, client.identify(Site.request(99), Site.PATIENCE));
            assertInstanceOf(ConnectionState.Closed.class, client.state());
            assertEquals(1, threads.stream().distinct().count());
            assertTrue(threads.getFirst().isDaemon());
            assertTrue(threads.getFirst().getName().startsWith("cloudlink"));
            assertTrue(threads.getFirst().join(Duration.ofSeconds(30)), "the thread goes on");
            client.close();
        }
    }

    @Test
    void aBoxEnrolledLaterConnectsWithoutARestart() throws Exception {
        var site = new Site(directory);
        var certificate = Files.readAllBytes(site.certificate);
        Files.delete(site.certificate);
        try (var service = site.service(asked::add);
                var client = ServiceClient.start(site.options(service.port()), states)) {
            assertEquals(site.certificate + " is missing, expected a PEM file", states.waiting());
            Files.write(site.certificate, certificate);
            states.connected();
        }
    }

    @Test
    void aListenerThatThrowsDoesNotStopTheClient() throws Exception {
        var site = new Site(directory);
        try (var service = site.service(asked::add);
                var client = ServiceClient.start(site.options(service.port()), state -> {
                    states.accept(state);
                    throw new IllegalStateException("listener of a test");
                })) {
            states.connected();
            var answer = client.identify(Site.request(1), Site.PATIENCE);
            nextAsked().reply(200, "application/json", Site.LINK);
            assertEquals(List.of("扫码领券"), Site.get(answer).caption());
        }
    }
}
