package slipstream.cloudlink.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import slipstream.cloudlink.protocol.FiguresReport;
import slipstream.cloudlink.protocol.IdentifyAnswer;
import slipstream.cloudlink.protocol.RedeemRequest;
import slipstream.cloudlink.protocol.RefundRequest;
import slipstream.cloudlink.protocol.TokenUse;
import slipstream.cloudlink.protocol.TokensAnswer;
import slipstream.cloudlink.protocol.TokensRequest;

class ReplyTest {
    private static Question<IdentifyAnswer> settled(int status, String type, byte[] body) {
        return settled(Question.of(Operation.IDENTIFY, Site.request(1), Site.PATIENCE), status, type, body);
    }

    private static <A> Question<A> settled(Question<A> question, int status, String type, byte[] body) {
        new Reply(status, type, body).settle(question);
        return question;
    }

    private static Question<IdentifyAnswer> settled(int status, String type, String body) {
        return settled(status, type, body.getBytes(StandardCharsets.UTF_8));
    }

    private static String garbage(int status, String type, String body) {
        return Site.failure(Failure.Garbage.class, settled(status, type, body).future())
                .message();
    }

    @Test
    void aPlainAnswerNeedsNoLinkAndNoCaption() throws Exception {
        var body = "{\"decision\":\"plain\",\"reason\":\"no-offer\"}";
        assertEquals(
                IdentifyAnswer.plain("no-offer"),
                Site.get(settled(200, "application/json; charset=utf-8", body).future()));
    }

    @Test
    void everyTruncationOfAnAnswerIsGarbage() {
        for (var length = 0; length < Site.LINK.length(); length++) {
            garbage(200, "application/json", Site.LINK.substring(0, length));
        }
    }

    @Test
    void randomBytesAreGarbageAndNothingElse() {
        var random = new Random(7);
        for (var i = 0; i < 5_000; i++) {
            var body = new byte[random.nextInt(200)];
            random.nextBytes(body);
            Site.failure(
                    Failure.Garbage.class,
                    settled(200, "application/json", body).future());
        }
    }

    @Test
    void oneChangedByteGivesAnAnswerOrGarbageAndNothingElse() {
        var random = new Random(8);
        for (var i = 0; i < 20_000; i++) {
            var body = Site.LINK.getBytes(StandardCharsets.UTF_8);
            body[random.nextInt(body.length)] = (byte) random.nextInt(256);
            var future = settled(200, "application/json", body).future();
            if (future.isCompletedExceptionally()) {
                Site.failure(Failure.Garbage.class, future);
            } else {
                assertTrue(future.isDone());
            }
        }
    }

    @Test
    void deeplyNestedJsonIsGarbage() {
        garbage(200, "application/json", "{\"x\":" + "[".repeat(16_000));
        garbage(200, "application/json", "{\"x\":" + "{\"x\":".repeat(3_000));
    }

    @Test
    void aLinkThatCannotBePrintedIsGarbage() {
        for (var url : List.of(
                "https://a.example/c/1",
                "HTTPS://",
                "FTP://A.EXAMPLE/1",
                "HTTPS://A.EXAMPLE/\\u001B@",
                "HTTPS://A.EXAMPLE/" + "A".repeat(120))) {
            garbage(200, "application/json", "{\"decision\":\"link\",\"reason\":\"marked\",\"url\":\"" + url + "\"}");
        }
        garbage(200, "application/json", "{\"decision\":\"link\",\"reason\":\"marked\"}");
        garbage(200, "application/json", Site.LINK.replace("\"扫码领券\"", "null"));
    }

    @Test
    void tokensThatCannotBePrintedAreGarbage() throws Exception {
        var fine = "{\"prefix\":\"HTTPS://A.EXAMPLE/C/\",\"tokens\":[\"0123456789ABCDEF\"],"
                + "\"expiresAt\":\"2026-12-22T04:00:00Z\",\"caption\":[\"扫码\"]}";
        assertEquals(List.of("0123456789ABCDEF"), Site.get(tokens(fine)).tokens());
        for (var body : List.of(
                "{}",
                fine.replace("0123456789ABCDEF", "0123"),
                fine.replace("\"0123456789ABCDEF\"", "null"),
                fine.replace("HTTPS", "javascript"),
                fine.replace("A.EXAMPLE", "A".repeat(120)),
                fine.replace("2026-12-22T04:00:00Z", "tomorrow"),
                fine.replace("\"扫码\"", "null"))) {
            Site.failure(Failure.Garbage.class, tokens(body));
        }
    }

    private static CompletableFuture<TokensAnswer> tokens(String body) {
        var question = Question.of(Operation.TOKENS, new TokensRequest(1, null), Site.PATIENCE);
        return settled(question, 200, "application/json", body.getBytes(StandardCharsets.UTF_8))
                .future();
    }

    @Test
    void whatIsOnlyToldIsAnsweredByNoContent() throws Exception {
        var report = new FiguresReport("2026-11-22", "run-1", Map.of());
        Site.get(settled(Question.of(Operation.FIGURES, report, Site.PATIENCE), 204, "", new byte[0])
                .future());
        Site.failure(
                Failure.Garbage.class,
                settled(Question.of(Operation.FIGURES, report, Site.PATIENCE), 200, "application/json", new byte[0])
                        .future());
    }

    @Test
    void anOutcomeThatIsMissingOrUnknownIsGarbage() throws Exception {
        var redeem = new RedeemRequest("1", "r", "V000000000008W");
        for (var body : List.of("{}", "{\"outcome\":\"perhaps\"}", "{\"outcome\":null}")) {
            var bytes = body.getBytes(StandardCharsets.UTF_8);
            Site.failure(
                    Failure.Garbage.class,
                    settled(Question.of(Operation.REDEEM, redeem, Site.PATIENCE), 200, "application/json", bytes)
                            .future());
            var refund = new RefundRequest("1", Site.request(1).reference(), null, null);
            Site.failure(
                    Failure.Garbage.class,
                    settled(Question.of(Operation.REFUND, refund, Site.PATIENCE), 200, "application/json", bytes)
                            .future());
            var use = TokenUse.cash("0123456789ABCDEF", "1", "r", "2026-11-22T04:00:00Z", null);
            Site.failure(
                    Failure.Garbage.class,
                    settled(Question.of(Operation.TOKENS_USED, use, Site.PATIENCE), 200, "application/json", bytes)
                            .future());
        }
    }

    @Test
    void theWrongStatusOrTypeIsGarbage() {
        assertTrue(garbage(200, "text/html", Site.LINK).contains("expected application/json"));
        assertTrue(garbage(200, "", Site.LINK).contains("no content type"));
        assertTrue(garbage(204, "application/json", "").contains("expected 200"));
        assertTrue(garbage(302, "application/json", Site.LINK).contains("expected 200"));
        assertTrue(garbage(502, "text/html", "<html>Bad gateway</html>").contains("text/html"));
        assertTrue(garbage(500, "application/json", "{}").contains("problem"));
    }

    @Test
    void aRefusalTellsTheServicesWordsOnOneLine() {
        var refused = Site.failure(
                Failure.Refused.class,
                settled(403, "application/problem+json", "{\"code\":\"unknown-device\",\"message\":\"No\\nbox.\"}")
                        .future());
        assertEquals("The service refused with 403 unknown-device: No box.", refused.message());
    }
}
