package slipstream.device.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import slipstream.device.Job;
import slipstream.escpos.receipt.Receipt;

class ExplanationTest {
    private static final String WECHAT = "4200001234202611221234567890";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            交易单号:4200001234202611221234567890     | true  | taken as wechat transaction_id
            付款码：134567890123456789                 | false | its label '付款码' is of other numbers
            微信支付 134567890123456789                | false | looks like a WeChat Pay payment code
            订单 6222021234567890128                    | false | looks like a UnionPay payment code or card number
            商户单号:4111111111111111                   | false | looks like a card number
            单号 13812345678                            | false | looks like a mobile number
            商户单号:4006381333931                      | false | looks like an article number
            商户单号:11010519491231002X                 | false | looks like an identity number
            REF NO: 12345678901                        | false | its label asks for card rrn, 12 digits, and it has 11
            订单参考号:123456789012                     | false | another word runs into its label
            123456789012                               | false | no label says that it is one
            终端号: 49270001                            | false | it names the terminal
            商户单号: A20261122-0001                    | false | nothing shows who moved the money
            桌 1234567                                  | false | no label says that it is one
            共 123456.78                                | false | part of an amount
            """)
    void everyLongNumberHasItsReason(String line, boolean taken, String reason) {
        List<Explanation.Verdict> verdicts = explained(Job.begin().lines(line));
        assertEquals(1, verdicts.size(), verdicts::toString);
        assertEquals(taken, verdicts.getFirst().taken());
        assertTrue(verdicts.getFirst().because().contains(reason), verdicts::toString);
    }

    @Test
    void linesAndColumnsAreThoseOfThePaper() {
        var verdict =
                explained(Job.begin().lines("清风小馆", "", "  交易单号:" + WECHAT)).getFirst();
        assertEquals(3, verdict.line());
        assertEquals(12, verdict.column());
        assertEquals(WECHAT, verdict.number());
    }

    @Test
    void aWrappedNumberIsExplainedInBothItsLines() {
        List<Explanation.Verdict> verdicts = explained(Job.begin().lines("交易单号:42000012342026112212", "34567890"));
        assertEquals(2, verdicts.size());
        assertEquals(
                "taken as the beginning of wechat transaction_id that goes on in the next line",
                verdicts.getFirst().because());
        assertTrue(verdicts.getLast().taken());
    }

    @Test
    void shortNumbersAreNotSpokenOf() {
        assertEquals(List.of(), explained(Job.begin().lines("桌号 12", "2026-11-22 18:30", "合计 12345.80")));
    }

    @Test
    void whatIsNotTakenIsShownAsAMask() {
        String card = "6222 0212 3456 7890 128";
        for (var verdict : explained(Job.begin().lines("卡号 " + card, "付款码 134567890123456789", "电话 13812345678"))) {
            assertFalse(verdict.taken());
            assertTrue(verdict.number().matches("[*]+\\d{4}"), verdict::toString);
        }
    }

    @Test
    void explainingChangesNothing() {
        Job job = Job.begin()
                .lines("签购单 VISA", "终端号: 49270001", "参考号: 123456789012", "授权码: 123456", "金额 RMB 88.00")
                .lines("交易单号:42000012342026112212", "34567890", "商户单号:20261122000001", "微信支付 88.00");
        Receipt receipt = job.cut().receipts().getFirst();
        var scan = new ReceiptScan(Rules.builtIn(), new Explanation());
        scan.printed(receipt.elements());
        scan.ended();
        assertEquals(ReceiptFacts.of(receipt).references(), scan.references());
        assertEquals(3, scan.references().size());
    }

    private static List<Explanation.Verdict> explained(Job job) {
        var explanation = new Explanation();
        var scan = new ReceiptScan(Rules.builtIn(), explanation);
        for (Receipt receipt : job.cut().receipts()) {
            scan.printed(receipt.elements());
        }
        scan.ended();
        return explanation.verdicts();
    }
}
