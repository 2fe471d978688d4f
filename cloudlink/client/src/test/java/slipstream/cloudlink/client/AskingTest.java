package slipstream.cloudlink.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.handler.codec.http2.Http2Error;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import slipstream.cloudlink.protocol.CopyAnswer;
import slipstream.cloudlink.protocol.CopyName;
import slipstream.cloudlink.protocol.CopyReport;
import slipstream.cloudlink.protocol.CopyText;
import slipstream.cloudlink.protocol.FiguresReport;
import slipstream.cloudlink.protocol.IdentifyAnswer;
import slipstream.cloudlink.protocol.Messages;
import slipstream.cloudlink.protocol.PaymentReference;
import slipstream.cloudlink.protocol.RedeemAnswer;
import slipstream.cloudlink.protocol.RedeemRequest;
import slipstream.cloudlink.protocol.RefundAnswer;
import slipstream.cloudlink.protocol.RefundRequest;
import slipstream.cloudlink.protocol.TokenUse;
import slipstream.cloudlink.protocol.TokenUseAnswer;
import slipstream.cloudlink.protocol.TokensRequest;

/// Questions and answers over real sockets and real TLS.
class AskingTest {
    private final States states = new States();
    private final LinkedBlockingQueue<TestService.Asked> asked = new LinkedBlockingQueue<>();

    @TempDir
    private Path directory;

    private TestService.Asked nextAsked() throws InterruptedException {
        return asked.poll(30, TimeUnit.SECONDS);
    }

    @Test
    void theAnswerArrives() throws Exception {
        var site = new Site(directory);
        try (var service = site.service(question -> {
                    asked.add(question);
                    question.reply(200, "application/json", Site.LINK);
                });
                var client = ServiceClient.start(site.options(service.port()), states)) {
            states.connected();
            assertEquals(
                    IdentifyAnswer.link("marked", "HTTPS://A.EXAMPLE/C/1", List.of("扫码领券")),
                    Site.get(client.identify(Site.request(1), Site.PATIENCE)));
            var question = nextAsked();
            assertEquals("POST", question.headers().method().toString());
            assertEquals("/v1/identify", question.headers().path().toString());
            assertEquals(
                    "application/json", question.headers().get("content-type").toString());
            assertEquals(Site.request(1), Messages.IDENTIFY_REQUEST.read(question.body()));
            assertEquals(site.box.certificate(), question.box());
        }
    }

    @Test
    void vouchersAndTokensAreToldEachAtItsAddress() throws Exception {
        var site = new Site(directory);
        try (var service = site.service(question -> {
                    asked.add(question);
                    boolean told = question.headers().path().toString().equals("/v1/figures");
                    question.reply(
                            told ? 204 : 200,
                            "application/json",
                            switch (question.headers().path().toString()) {
                                case "/v1/redeem" -> "{\"outcome\":\"redeemed\",\"at\":\"2026-11-22T04:00:00Z\"}";
                                case "/v1/tokens" ->
                                    "{\"prefix\":\"HTTPS://A.EXAMPLE/C/\",\"tokens\":[\"0123456789ABCDEF\"],"
                                            + "\"expiresAt\":\"2026-12-22T04:00:00Z\",\"caption\":[]}";
                                case "/v1/refund" -> "{\"outcome\":\"given-back\"}";
                                case "/v1/tokens/used" -> "{\"outcome\":\"bound\"}";
                                default -> "{}";
                            });
                });
                var client = ServiceClient.start(site.options(service.port()), states)) {
            states.connected();
            var redeem = new RedeemRequest("1", "r", "V000000000008W");
            assertEquals(
                    RedeemAnswer.Outcome.REDEEMED,
                    Site.get(client.redeem(redeem, Site.PATIENCE)).outcome());
            assertEquals(redeem, Messages.REDEEM_REQUEST.read(nextAsked().body()));
            var tokens = Site.get(client.tokens(new TokensRequest(1, null), Site.PATIENCE));
            assertEquals("{\"count\":1}", nextAsked().body());
            var use = TokenUse.cash(tokens.tokens().getFirst(), "1", "r", "2026-11-22T04:00:00Z", null);
            assertEquals(
                    TokenUseAnswer.Outcome.BOUND,
                    Site.get(client.used(use, Site.PATIENCE)).outcome());
            assertEquals(use, Messages.TOKEN_USE.read(nextAsked().body()));
            var refund = new RefundRequest("1", new PaymentReference("card", "rrn", "123456789012"), "T", "2026-11-22");
            assertEquals(
                    RefundAnswer.Outcome.GIVEN_BACK,
                    Site.get(client.refund(refund, Site.PATIENCE)).outcome());
            assertEquals(refund, Messages.REFUND_REQUEST.read(nextAsked().body()));
            var figures = new FiguresReport("2026-11-22", "run-1", Map.of("receipts", 3L));
            Site.get(client.figures(figures, Site.PATIENCE));
            assertEquals(figures, Messages.FIGURES_REPORT.read(nextAsked().body()));
        }
    }

    @Test
    void aCopyLargerThanAFrameArrivesWholeAndNamesThatAreNoneAreGarbage() throws Exception {
        var site = new Site(directory);
        var name = CopyName.of("0123456789ABCDEF");
        var answers = new ConcurrentLinkedQueue<>(List.of("{\"on\":true,\"wanted\":[\"" + name + "\"]}", "{}"));
        try (var service = site.service(question -> {
                    asked.add(question);
                    question.reply(200, "application/json", answers.remove());
                });
                var client = ServiceClient.start(site.options(service.port()), states)) {
            states.connected();
            var report = new CopyReport(name, CopyText.of(Collections.nCopies(600, "山间咖啡".repeat(5))));
            assertEquals(new CopyAnswer(true, List.of(name)), Site.get(client.copies(report, Site.PATIENCE)));
            assertEquals(report, Messages.COPY_REPORT.read(nextAsked().body()));
            Site.failure(Failure.Garbage.class, client.copies(CopyReport.QUESTION, Site.PATIENCE));
        }
    }

    @Test
    void manyQuestionsShareOneConnectionAndEachGetsItsOwnAnswer() throws Exception {
        var site = new Site(directory);
        try (var service = new TestService(site.authority, site.leaf(), "h2", 7, question -> {
                    var value = Messages.IDENTIFY_REQUEST
                            .read(question.body())
                            .reference()
                            .value();
                    question.reply(200, "application/json", "{\"decision\":\"plain\",\"reason\":\"" + value + "\"}");
                });
                var client = ServiceClient.start(site.options(service.port()), states)) {
            states.connected();
            for (var round = 0; round < 5; round++) {
                var answers = new ArrayList<CompletableFuture<IdentifyAnswer>>();
                for (var i = 0; i < 200; i++) {
                    answers.add(client.identify(Site.request(i), Site.PATIENCE));
                }
                for (var i = 0; i < 200; i++) {
                    assertEquals(
                            Site.request(i).reference().value(),
                            Site.get(answers.get(i)).reason());
                }
            }
            assertEquals(1, service.connections());
        }
    }

    @Test
    void noMoreStreamsAreOpenedThanTheServiceAllows() throws Exception {
        var site = new Site(directory);
        var open = new AtomicInteger();
        var most = new AtomicInteger();
        try (var service = new TestService(site.authority, site.leaf(), "h2", 3, question -> {
                    most.accumulateAndGet(open.incrementAndGet(), Math::max);
                    question.stream().closeFuture().addListener(closed -> open.decrementAndGet());
                    question.stream().eventLoop().execute(() -> question.reply(200, "application/json", Site.LINK));
                });
                var client = ServiceClient.start(site.options(service.port()), states)) {
            states.connected();
            var answers = new ArrayList<CompletableFuture<IdentifyAnswer>>();
            for (var i = 0; i < 50; i++) {
                answers.add(client.identify(Site.request(i), Site.PATIENCE));
            }
            for (var answer : answers) {
                assertEquals("marked", Site.get(answer).reason());
            }
            assertTrue(most.get() <= 3, () -> most + " streams at a time, 3 allowed");
        }
    }

    @Test
    void aSilentServiceIsGivenUpWhenThePatienceEnds() throws Exception {
        var site = new Site(directory);
        try (var service = site.service(asked::add);
                var client = ServiceClient.start(site.options(service.port()), states)) {
            states.connected();
            var patience = Duration.ofMillis(50);
            var answer = client.identify(Site.request(1), patience);
            var question = nextAsked();
            assertEquals(patience, Site.failure(Failure.TimedOut.class, answer).patience());
            var withdrawn = new CountDownLatch(1);
            question.stream().closeFuture().addListener(closed -> withdrawn.countDown());
            assertTrue(withdrawn.await(30, TimeUnit.SECONDS), "the stream stays open");
            var next = client.identify(Site.request(2), Site.PATIENCE);
            nextAsked().reply(200, "application/json", Site.LINK);
            assertEquals("marked", Site.get(next).reason());
        }
    }

    @Test
    void aCancelledQuestionIsWithdrawn() throws Exception {
        var site = new Site(directory);
        try (var service = site.service(asked::add);
                var client = ServiceClient.start(site.options(service.port()), states)) {
            states.connected();
            var answer = client.identify(Site.request(1), Site.PATIENCE);
            var withdrawn = new CountDownLatch(1);
            nextAsked().stream().closeFuture().addListener(closed -> withdrawn.countDown());
            answer.cancel(false);
            assertTrue(withdrawn.await(30, TimeUnit.SECONDS), "the stream stays open");
        }
    }

    @Test
    void moreQuestionsThanMayBeOpenAreRefusedAtOnce() throws Exception {
        var site = new Site(directory);
        try (var service = site.service(asked::add);
                var client = ServiceClient.start(site.options(service.port()), states)) {
            states.connected();
            var held = new ArrayList<CompletableFuture<IdentifyAnswer>>();
            for (var i = 0; i < ServiceClient.MOST_OPEN; i++) {
                held.add(client.identify(Site.request(i), Site.PATIENCE));
            }
            Site.failure(Failure.Busy.class, client.identify(Site.request(999), Site.PATIENCE));
            nextAsked().reply(200, "application/json", Site.LINK);
            Site.get(held.getFirst());
            assertFalse(client.identify(Site.request(999), Site.PATIENCE).isDone());
        }
    }

    @Test
    void aResetQuestionFailsAtOnceAndTheConnectionStays() throws Exception {
        var site = new Site(directory);
        try (var service = site.service(asked::add);
                var client = ServiceClient.start(site.options(service.port()), states)) {
            states.connected();
            var answer = client.identify(Site.request(1), Site.PATIENCE);
            nextAsked().reset(Http2Error.REFUSED_STREAM);
            assertTrue(Site.failure(Failure.Lost.class, answer).why().contains("REFUSED_STREAM"));
            assertInstanceOf(ConnectionState.Connected.class, client.state());
        }
    }

    @Test
    void whatIsNoAnswerIsToldAsGarbageOrRefusal() throws Exception {
        var site = new Site(directory);
        try (var service = site.service(asked::add);
                var client = ServiceClient.start(site.options(service.port()), states)) {
            states.connected();
            var oversize = client.identify(Site.request(1), Site.PATIENCE);
            nextAsked().reply(200, "application/json", " ".repeat(60_000));
            assertTrue(Site.failure(Failure.Garbage.class, oversize).message().contains("16384"));

            var page = client.identify(Site.request(2), Site.PATIENCE);
            nextAsked().reply(200, "text/html", "<html>login</html>");
            assertTrue(Site.failure(Failure.Garbage.class, page).message().contains("text/html"));

            var refused = client.identify(Site.request(3), Site.PATIENCE);
            nextAsked().reply(500, "application/problem+json", "{\"code\":\"busy\",\"message\":\"Try again.\"}");
            var refusal = Site.failure(Failure.Refused.class, refused);
            assertEquals(500, refusal.status());
            assertEquals("busy", refusal.problem().code());

            var fine = client.identify(Site.request(4), Site.PATIENCE);
            nextAsked().reply(200, "application/json", Site.LINK);
            assertEquals("marked", Site.get(fine).reason());
            assertEquals(1, service.connections());
        }
    }

    @Test
    void aQuestionWithoutPatienceTimesOutAtOnce() throws Exception {
        var site = new Site(directory);
        try (var service = site.service(asked::add);
                var client = ServiceClient.start(site.options(service.port()), states)) {
            states.connected();
            assertTrue(client.identify(Site.request(1), Duration.ZERO).isCompletedExceptionally());
            assertThrows(
                    IllegalArgumentException.class, () -> client.identify(Site.request(1), Duration.ofDays(400_000)));
        }
    }
}
