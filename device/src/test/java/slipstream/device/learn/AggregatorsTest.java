package slipstream.device.learn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import slipstream.device.Job;
import slipstream.device.reference.ReceiptFacts;

/// Numbers of those who collect for several platforms (research notes on payment platforms, 1.1): no table of the box
/// takes one, and one receipt teaches each.
class AggregatorsTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final int RECEIPTS = 8;

    /// In a number D is the day, d the day without its century, 9 a digit, A a capital, h a digit or small letter;
    /// anything else is itself.
    @ParameterizedTest
    @CsvSource({
        "shouqianba, 收钱吧订单号, 789501999999999",
        "lakala, 拉卡拉订单号, D1101139999999999999999",
        "lakala, 外部流水, D9999999999999999",
        "unionpay, 云闪付订单号, D999999999999",
        "unionpay, 付款凭证号, 9002D9999999999",
        "meituan, 美团订单号, 7009999999999999",
        "fuiou, 富友订单号, 1066D999999999",
        "allinpay, 通联单号, 112d999999999999",
        "yeepay, 易宝流水号, 1013D0000009999999999",
        "yinsheng, 银盛流水号, 0100D9999999999",
        "suixingfu, 随行付单号, SXF99999999999999",
        "square, Square Payment, AAA9AAA9AAA9AAA9A9A9",
        "worldline, Worldline Order, WL-9999999999-99",
        "paypay, PayPay番号, 0199999999999999999",
        "kakaopay, KakaoPay No, T9999999999999999999",
        "naverpay, NaverPay No, D9999999",
        "pix, E2E ID, E18236120D9999s9999999999",
        "mercadopago, Mercado Pago Op, 079999999999"
    })
    void eachIsLearnedFromOneReceipt(String scheme, String label, String number) {
        var random = new Random(label.hashCode());
        List<String> values = new ArrayList<>();
        List<SeenReceipt> receipts = new ArrayList<>();
        for (int i = 0; i < RECEIPTS; i++) {
            LocalDate day = TODAY.minusDays(RECEIPTS - i);
            values.add(number(number, day, random));
            Job job = Job.begin()
                    .lines("咖啡", day + " 12:3" + i + ":05", "电话 021-62" + (100000 + random.nextInt(900000)))
                    .lines("单号 " + day.toString().replace("-", "") + "00" + i, "合计 28.00", "扫码支付 28.00")
                    .lines(label + ": " + values.getLast(), "谢谢惠顾");
            assertEquals(List.of(), ReceiptFacts.of(Shop.receipt(job.cut())).references());
            receipts.add(SeenReceipt.of(i + 1, Shop.receipt(job)));
        }
        Candidate shown = receipts.getFirst().candidate(values.getFirst()).orElseThrow();
        Lesson lesson = Lesson.begin(receipts.getFirst(), shown, Scheme.of(scheme, null), TODAY);
        for (int i = 1; i < RECEIPTS; i++) {
            assertEquals(new Lesson.Outcome(Lesson.Step.RIGHT, values.get(i)), lesson.next(receipts.get(i)));
        }
        assertTrue(lesson.trial().sure());
        assertFalse(lesson.trial().harmful());
        assertEquals(label, ((slipstream.device.reference.LearnedRule.ByLabel) lesson.anchor()).text());
    }

    private static String number(String shape, LocalDate day, Random random) {
        String digits = day.toString().replace("-", "");
        var number = new StringBuilder();
        for (char c : shape.toCharArray()) {
            switch (c) {
                case 'D' -> number.append(digits);
                case 'd' -> number.append(digits.substring(2));
                case '9' -> number.append((char) ('0' + random.nextInt(10)));
                case 'A' -> number.append((char) ('A' + random.nextInt(26)));
                default -> number.append(c);
            }
        }
        return number.toString();
    }
}
