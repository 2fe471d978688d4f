package slipstream.device.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import slipstream.device.Job;
import slipstream.device.reference.kind.ReceiptKind;

class ReceiptFactsTest {
    static Stream<Arguments> receipts() {
        return Stream.of(
                arguments(
                        "58 mm sale",
                        "sale",
                        "12.80",
                        Job.begin()
                                .centred()
                                .size(0x11)
                                .lines("清风小馆")
                                .size(0)
                                .left()
                                .lines(
                                        "单号:A0127   桌号:8",
                                        "--------------------------------",
                                        "品名        数量    单价    金额",
                                        "牛肉面        1    10.80   10.80",
                                        "可乐          1     2.00    2.00",
                                        "--------------------------------",
                                        "合计:2件               ¥12.80",
                                        "微信支付:               12.80",
                                        "交易单号:",
                                        "4200001234202611221234567890",
                                        "凭小票七日内可退款",
                                        "谢谢惠顾")),
                arguments(
                        "80 mm sale",
                        "sale",
                        "38.50",
                        Job.begin()
                                .centred()
                                .lines("社区超市")
                                .left()
                                .lines(
                                        "------------------------------------------------",
                                        "小计                                       40.00",
                                        "优惠合计                                   -1.50",
                                        "应付                                       38.50",
                                        "支付宝                                     38.50",
                                        "支付宝交易号：2026112222001412345678901234",
                                        "退换货须知：商品未拆封7天内凭小票退货")),
                arguments("cash", "sale", "12.80", Job.begin().lines("合计：12.80", "实收：20.00", "找零：7.20")),
                arguments("cash in one line", "sale", "12.80", Job.begin().lines("应收:12.80 实收:20.00 找零:7.20")),
                arguments(
                        "two tenders, no total",
                        "sale",
                        "12.80",
                        Job.begin().lines("牛肉面 12.80", "微信支付 10.00", "现金 2.80")),
                arguments("total in brackets", "refund", "-12.80", Job.begin().lines("Visa", "Total (12.80)")),
                arguments("cash without a total", "sale", "12.80", Job.begin().lines("实收 20.00", "找零 7.20")),
                arguments(
                        "received is what was paid",
                        "sale",
                        "30.00",
                        Job.begin().lines("合计 32.00", "实收 30.00")),
                arguments("paid beats due", "sale", "30.00", Job.begin().lines("总计 32.00", "应付 31.00", "实付 30.00")),
                arguments(
                        "amount on the next line",
                        "sale",
                        "38.50",
                        Job.begin().lines("合 计").size(0x11).lines("￥38.5").size(0)),
                arguments("full-width", "sale", "1234.50", Job.begin().lines("合计：￥１，２３４．５０")),
                arguments("whole yuan", "sale", "38.00", Job.begin().lines("合计:38元", "现金")),
                arguments(
                        "English",
                        "sale",
                        "12.80",
                        Job.begin()
                                .lines(
                                        "Corner Shop",
                                        "Subtotal          11.85",
                                        "Tax                0.95",
                                        "TOTAL            $12.80",
                                        "VISA ************1234",
                                        "Refund policy: refunds within 30 days with receipt",
                                        "Thank you")),
                arguments(
                        "English with counts",
                        "sale",
                        "1,080.00".replace(",", ""),
                        Job.begin().lines("Total items 3", "Total     1,080.00", "Cash 2,000.00", "Change 920.00")),
                arguments(
                        "currency without a blank", "sale", "12.80", Job.begin().lines("Total Due CNY12.80")),
                arguments("currency behind", "sale", "12.80", Job.begin().lines("Total 12.80CNY")),
                arguments("dots between", "sale", "12.80", Job.begin().lines("Total............12.80")),
                arguments("renminbi", "sale", "12.80", Job.begin().lines("人民币：12.80")),
                arguments("yuan behind", "sale", "12.80", Job.begin().lines("合计12.80元(含税)")),
                arguments("discounted", "sale", "12.80", Job.begin().lines("总价: 20.00  折后: 12.80")),
                arguments("decimal comma", "sale", "1234.50", Job.begin().lines("Total EUR 1.234,50")),
                arguments(
                        "card slip",
                        "sale",
                        "88.00",
                        Job.begin()
                                .lines(
                                        "银联商务签购单",
                                        "持卡人存根 CARDHOLDER COPY",
                                        "商户联系电话 021-12345678",
                                        "交易类型(TRANS TYPE): 消费/SALE",
                                        "参考号(REF NO): 123456789012",
                                        "金额(AMOUNT): RMB 88.00")),
                arguments(
                        "refund slip",
                        "refund",
                        "12.80",
                        Job.begin().lines("清风小馆", "*** 退款单 ***", "原交易单号:", "4200001234202611221234567890", "合计 12.80")),
                arguments(
                        "reversal",
                        "refund",
                        null,
                        Job.begin().lines("交易类型：微信支付撤销", "交易单号:4200001234202611221234567890")),
                arguments("negative total", "refund", "-12.80", Job.begin().lines("合计 -12.80", "微信支付 -12.80")),
                arguments("English void", "refund", "12.80", Job.begin().lines("** VOID **", "Total 12.80")),
                arguments(
                        "English refund amount", "refund", "12.80", Job.begin().lines("Refund Amount: 12.80")),
                arguments(
                        "merchant copy",
                        "merchant-copy",
                        "88.00",
                        Job.begin().lines("签购单", "商户存根 MERCHANT COPY", "金额 RMB 88.00", "参考号:123456789012")),
                arguments("kitchen", "kitchen", null, Job.begin().size(0x11).lines("【后厨】", "桌号 8", "牛肉面 x1", "少辣")),
                arguments("kitchen slip", "kitchen", null, Job.begin().lines("厨房制作单", "牛肉面 1")),
                arguments("kitchen of a place", "kitchen", null, Job.begin().lines("凉菜厨房", "拍黄瓜 x1")),
                arguments("passing on", "kitchen", null, Job.begin().lines("传菜单 A区", "拍黄瓜 x1")),
                arguments("English kitchen", "kitchen", null, Job.begin().lines("KITCHEN ORDER 12", "1 x Fries")),
                arguments("a shop called kitchen", "sale", "68.00", Job.begin().lines("老王家的厨房", "合计 68.00", "微信支付")),
                arguments("shift report", "report", "9000.00", Job.begin().lines("交班报表", "合计 9000.00", "微信支付 5000.00")),
                arguments("Z report", "report", null, Job.begin().lines("Z REPORT", "Gross 9000.00")),
                arguments("sales report", "report", null, Job.begin().lines("Daily Sales Report")),
                arguments("daily close", "report", null, Job.begin().lines("日结单")),
                arguments("queue ticket", "unknown", null, Job.begin().lines("取号 A012", "前面 3 桌")),
                arguments("printer test", "test-print", null, Job.begin().lines("Printer self test", "OK")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("receipts")
    void kindAndTotalAreRead(String name, String kind, String total, Job job) {
        ReceiptFacts facts = ReceiptFacts.of(job.cut().receipts().getFirst());
        assertEquals(kind, facts.kind().word());
        assertEquals(total, facts.total().map(Object::toString).orElse(null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "凭小票七日内退款",
                "退款请联系店员",
                "如需退款请于7日内凭小票办理",
                "本店商品概不退货",
                "支持七天无理由退货",
                "退货政策：见门店公告",
                "退款将原路退回您的账户",
                "No refunds on sale items",
                "Refunds are available within 14 days",
                "Please keep this receipt for refunds",
                "退款 0.00",
                "Refund Amount 0.00"
            })
    void wordsAboutRefundsMakeNoRefund(String footer) {
        ReceiptFacts facts = ReceiptFacts.of(
                Job.begin().lines("合计 12.80", footer).cut().receipts().getFirst());
        assertEquals(ReceiptKind.SALE, facts.kind());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "退款",
                "【退款小票】",
                "--- 退货单 ---",
                "微信支付退款",
                "退 款 单",
                "退款：12.80",
                "退款金额：12.80",
                "交易类型:退货",
                "REFUND",
                "*** Refund Receipt ***",
                "Partial Refund",
                "补退款单",
                "VOID SALE",
                "Transaction Type: REFUND",
                "冲正"
            })
    void whatSaysSoIsARefund(String mark) {
        ReceiptFacts facts = ReceiptFacts.of(
                Job.begin().lines(mark, "合计 12.80", "微信支付").cut().receipts().getFirst());
        assertEquals(ReceiptKind.REFUND, facts.kind());
    }

    @ParameterizedTest
    @CsvSource({"merchant-copy", "kitchen", "report", "refund", "sale", "unknown", "test-print", "reprint", "order"})
    void kindsAreNamedAsReportsWriteThem(String word) {
        assertEquals(
                1,
                Stream.of(ReceiptKind.values())
                        .filter(kind -> kind.word().equals(word))
                        .count());
    }

    @Test
    void aLineOfManyThousandDigitsIsReadInNoTime() {
        Job job = Job.begin();
        for (int i = 0; i < 2_000; i++) {
            job.text("合计 1 ").text("4200 ".repeat(20));
        }
        ReceiptFacts facts = ReceiptFacts.of(job.lines("").cut().receipts().getFirst());
        assertEquals(0, facts.references().size());
    }
}
