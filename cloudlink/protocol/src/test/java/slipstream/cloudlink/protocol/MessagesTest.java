package slipstream.cloudlink.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.avaje.json.JsonException;
import java.util.List;
import org.junit.jupiter.api.Test;

class MessagesTest {
    @Test
    void aQuestionSurvivesItsJson() {
        var asked = IdentifyRequest.of(
                "till-1",
                new PaymentReference("wechat", "transaction_id", "4200001234202611221234567890"),
                new Money(1280, "CNY"));
        var json = Messages.IDENTIFY_REQUEST.write(asked);
        assertEquals(asked, Messages.IDENTIFY_REQUEST.read(json));
        assertFalse(json.contains("late"), json);
        assertFalse(asked.isLate());
        var late = Messages.IDENTIFY_REQUEST.read(Messages.IDENTIFY_REQUEST.write(asked.askedLate()));
        assertTrue(late.isLate());
        assertEquals(asked.askedLate(), late);
    }

    @Test
    void aCardsQuestionCarriesTerminalAndDayAndOthersNoSuchFields() {
        var card = new PaymentReference("card", "rrn", "123456789012");
        var asked = new IdentifyRequest("till-1", card, null, "49270001", "2026-11-22");
        assertEquals(asked, Messages.IDENTIFY_REQUEST.read(Messages.IDENTIFY_REQUEST.write(asked)));
        var platform = IdentifyRequest.of("till-1", new PaymentReference("alipay", "trade_no", "1"), null);
        assertEquals(
                "{\"till\":\"till-1\",\"reference\":{\"scheme\":\"alipay\",\"kind\":\"trade_no\",\"value\":\"1\"}}",
                Messages.IDENTIFY_REQUEST.write(platform));
    }

    @Test
    void anAnswerNamesItsDecisionInLowerCase() {
        assertEquals(
                "{\"decision\":\"link\",\"reason\":\"marked\",\"url\":\"HTTPS://A.EXAMPLE/C/0\",\"caption\":[\"扫码\"]}",
                Messages.IDENTIFY_ANSWER.write(IdentifyAnswer.link("marked", "HTTPS://A.EXAMPLE/C/0", List.of("扫码"))));
        assertEquals(
                IdentifyAnswer.plain("no-offer"),
                Messages.IDENTIFY_ANSWER.read("{\"decision\":\"plain\",\"reason\":\"no-offer\",\"caption\":[]}"));
    }

    @Test
    void onlyWhereNobodyCanBeAskedTheScanMayIdentify() {
        assertTrue(IdentifyAnswer.plain("unsupported-scheme").identifiesAtScan());
        assertTrue(IdentifyAnswer.plain("platform-unavailable").identifiesAtScan());
        assertFalse(IdentifyAnswer.plain("unknown-payment").identifiesAtScan());
        assertFalse(IdentifyAnswer.plain("first-payment").identifiesAtScan());
        assertFalse(IdentifyAnswer.link("unsupported-scheme", "HTTPS://A/C/0", List.of())
                .identifiesAtScan());
    }

    @Test
    void whatABoxTellsOfVouchersAndTokensSurvivesItsJson() {
        var redeem = new RedeemRequest("till-1", "r1", "V0000000000008W");
        assertEquals(redeem, Messages.REDEEM_REQUEST.read(Messages.REDEEM_REQUEST.write(redeem)));
        for (var outcome : RedeemAnswer.Outcome.values()) {
            var answer = new RedeemAnswer(outcome, "2026-11-22T04:00:00Z");
            assertEquals(answer, Messages.REDEEM_ANSWER.read(Messages.REDEEM_ANSWER.write(answer)));
        }
        var tokens = new TokensAnswer("HTTPS://A/C/", List.of("0".repeat(16)), "2026-12-22T04:00:00Z", List.of("扫码"));
        assertEquals(tokens, Messages.TOKENS_ANSWER.read(Messages.TOKENS_ANSWER.write(tokens)));
        assertEquals("{\"count\":7}", Messages.TOKENS_REQUEST.write(new TokensRequest(7, null)));
        var card = new TokenUse(
                "0".repeat(16),
                "till-1",
                "r1",
                "card",
                "2026-11-22T12:00:00+08:00",
                new PaymentReference("card", "rrn", "123456789012"),
                "49270001",
                "2026-11-22",
                new Money(1280, "CNY"));
        assertEquals(card, Messages.TOKEN_USE.read(Messages.TOKEN_USE.write(card)));
        var cash = TokenUse.cash("0".repeat(16), "till-1", "r2", "2026-11-22T12:00:00+08:00", null);
        assertFalse(Messages.TOKEN_USE.write(cash).contains("reference"));
        for (var outcome : TokenUseAnswer.Outcome.values()) {
            var answer = new TokenUseAnswer(outcome);
            assertEquals(answer, Messages.TOKEN_USE_ANSWER.read(Messages.TOKEN_USE_ANSWER.write(answer)));
        }
        var refund = new RefundRequest("till-1", card.reference(), "49270001", "2026-11-23");
        assertEquals(refund, Messages.REFUND_REQUEST.read(Messages.REFUND_REQUEST.write(refund)));
        for (var outcome : RefundAnswer.Outcome.values()) {
            var answer = new RefundAnswer(outcome);
            assertEquals(answer, Messages.REFUND_ANSWER.read(Messages.REFUND_ANSWER.write(answer)));
        }
    }

    @Test
    void whatIsNotTheMessageIsRefused() {
        assertThrows(JsonException.class, () -> Messages.IDENTIFY_ANSWER.read("<html>"));
        assertThrows(JsonException.class, () -> Messages.IDENTIFY_ANSWER.read("{\"decision\":\"perhaps\"}"));
        assertThrows(JsonException.class, () -> Messages.IDENTIFY_ANSWER.read(""));
        assertThrows(JsonException.class, () -> Messages.IDENTIFY_ANSWER.read("null"));
        assertThrows(JsonException.class, () -> Messages.IDENTIFY_REQUEST.read("{\"x\":".repeat(20_000)));
    }

    @Test
    void aMessageThatBreaksOffAnywhereIsRefused() {
        String whole = Messages.IDENTIFY_REQUEST.write(IdentifyRequest.of(
                "till \"1\"", new PaymentReference("wechat", "transaction_id", "42"), new Money(1, "CNY")));
        for (int end = 0; end < whole.length(); end++) {
            String part = whole.substring(0, end);
            assertThrows(JsonException.class, () -> Messages.IDENTIFY_REQUEST.read(part), part);
        }
    }
}
