package slipstream.device.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import slipstream.cloudlink.protocol.PaymentReference;
import slipstream.device.Job;
import slipstream.escpos.receipt.Receipt;

class PaymentReferencesTest {
    private static final String WECHAT = "4200001234202611221234567890";
    private static final String ALIPAY = "2026112222001412345678901234";
    private static final PaymentReference PAID = new PaymentReference("wechat", "transaction_id", WECHAT);
    private static final PaymentReference PAID_ALIPAY = new PaymentReference("alipay", "trade_no", ALIPAY);

    static Stream<Arguments> layouts() {
        return Stream.of(
                arguments("label and value on one line", new String[] {"微信支付单号：" + WECHAT}),
                arguments("half-width colon and blank", new String[] {"交易单号: " + WECHAT}),
                arguments("no colon", new String[] {"微信订单号" + WECHAT}),
                arguments("odd colon", new String[] {"交易单号 :：" + WECHAT}),
                arguments("spread label", new String[] {"交 易 单 号：" + WECHAT}),
                arguments("value on the next line", new String[] {"微信支付单号：", WECHAT}),
                arguments("value on the next line, indented", new String[] {"交易单号", "    " + WECHAT}),
                arguments("blank line between", new String[] {"交易单号:", "", WECHAT}),
                arguments("wrapped at 32 columns", new String[] {"微信支付单号：420000123420261122", "1234567890"}),
                arguments("wrapped, indented", new String[] {"交易单号:42000012342026112212", "         34567890"}),
                arguments("wrapped below its label", new String[] {"交易单号", "4200001234202611", "221234567890"}),
                arguments("wrapped twice, double size", new String[] {"单号", "4200001234202611", "2212345678", "90"}),
                arguments("groups of four", new String[] {"交易单号:4200 0012 3420 2611 2212 3456 7890"}),
                arguments("groups of four with dashes", new String[] {"交易单号:4200-0012-3420-2611-2212-3456-7890"}),
                arguments("groups wrapped", new String[] {"交易单号:4200 0012 3420", "2611 2212 3456 7890"}),
                arguments("groups wrapped at a dash", new String[] {"交易单号:4200-0012-3420-", "2611-2212-3456-7890"}),
                arguments("groups wrapped before a dash", new String[] {"交易单号:4200-0012-3420", "-2611-2212-3456-7890"}),
                arguments("the label of a reference", new String[] {"Reference: " + WECHAT}),
                arguments("the same, below it", new String[] {"Ref #", WECHAT}),
                arguments("the same, wrapped", new String[] {"Ref No: 420000123420261122", "1234567890"}),
                arguments("full-width digits", new String[] {"交易单号：４２００００１２３４２０２６１１２２１２３４５６７８９０"}),
                arguments("English", new String[] {"Transaction ID: " + WECHAT}),
                arguments("English abbreviated", new String[] {"TXN NO." + WECHAT}),
                arguments("bilingual", new String[] {"交易单号(TRANS ID): " + WECHAT}),
                arguments("the tender as label", new String[] {"微信支付", WECHAT}),
                arguments("a label that tells nothing", new String[] {"订单号：" + WECHAT}),
                arguments("no label", new String[] {"合计 12.80", WECHAT, "谢谢惠顾"}),
                arguments("no label, wrapped", new String[] {"42000012342026112212", "34567890", "谢谢惠顾"}),
                arguments("printed twice", new String[] {"交易单号：" + WECHAT, "微信订单号：" + WECHAT}));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("layouts")
    void aWechatNumberIsFoundInEveryLayout(String name, String[] lines) {
        assertEquals(List.of(PAID), references(lines));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "支付宝交易号：2026112222001412345678901234",
                "交易号:2026112222001412345678901234",
                "Alipay Trade No: 2026112222001412345678901234",
                "微信/支付宝单号 2026112222001412345678901234",
                "2026112222001412345678901234",
                "流水号 2026112222001412345678901234"
            })
    void anAlipayNumberIsFound(String line) {
        assertEquals(List.of(PAID_ALIPAY), references(line));
    }

    @Test
    void aWrappedAlipayNumberIsJoined() {
        assertEquals(List.of(PAID_ALIPAY), references("支付宝交易号：202611222200141", "2345678901234"));
    }

    @Test
    void labelAndValueMayDifferInStyle() {
        Job job = Job.begin()
                .text("交易单号：")
                .bold(true)
                .size(0x01)
                .text(WECHAT)
                .size(0)
                .bold(false);
        assertEquals(List.of(PAID), facts(job.lines("").cut()).references());
    }

    @Test
    void labelAndValueMayStandInColumns() {
        Job job = Job.begin().text("交易单号").raw(0x1B, '$', 0x60, 0).text(WECHAT).lines("");
        assertEquals(List.of(PAID), facts(job.cut()).references());
    }

    @Test
    void alignmentMayChangeBetweenLabelAndValue() {
        Job job = Job.begin().lines("微信支付单号：").centred().lines(WECHAT).left();
        assertEquals(List.of(PAID), facts(job.cut()).references());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                WECHAT,
                "https://pay.example/q?transaction_id=4200001234202611221234567890&v=1",
                "https://pay.example/q/4200001234202611221234567890"
            })
    void aSymbolIsReadToo(String payload) {
        assertEquals(
                List.of(PAID),
                facts(Job.begin().lines("合计 12.80").qr(payload).cut()).references());
    }

    @Test
    void aBarcodeIsReadToo() {
        assertEquals(
                List.of(PAID),
                facts(Job.begin().lines("交易单号").code128(WECHAT).cut()).references());
    }

    static Stream<Arguments> orders() {
        return Stream.of(
                arguments("wechat", "A20261122-0001", new String[] {"微信支付 12.80", "商户单号：A20261122-0001"}),
                arguments("alipay", "202611220001", new String[] {"商户订单号:202611220001", "支付宝 12.80"}),
                arguments("wechat", "202611220001", new String[] {"微信商户单号", "202611220001"}),
                arguments("wechat", "1230000109202611220123456789", new String[] {
                    "微信支付", "商户单号:1230000109202611220123456789"
                }),
                arguments("wechat", "ABCDEFGHIJ0123456789K123456", new String[] {
                    "微信支付", "商户号码", "商户单号: ABCDEFGHIJ0123456789K1", "23456"
                }));
    }

    @ParameterizedTest
    @MethodSource("orders")
    void theMerchantsNumberIsTakenWhenLabelled(String scheme, String value, String[] lines) {
        assertEquals(List.of(new PaymentReference(scheme, "out_trade_no", value)), references(lines));
    }

    @Test
    void theMerchantsNumberOfAnUnknownSchemeIsNotTaken() {
        assertEquals(List.of(), references("商户单号：A20261122-0001", "现金 12.80"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "检索参考号: 123456789012",
                "参考号(REF NO): 123456789012",
                "REF NO：123456789012",
                "RRN 123456789012",
                "凭证号:000123 参考号:123456789012"
            })
    void aCardsReferenceIsTakenWhenLabelled(String line) {
        assertEquals(List.of(new PaymentReference("card", "rrn", "123456789012")), references(line));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "付款码：134567890123456789",
                "微信支付 134567890123456789",
                "交易单号：286123456789012345",
                "微信单号:6212345678901234567",
                "卡号：6222021234567890123",
                "交易单号:4111111111111111",
                "商户单号:4111111111111111",
                "微信商户单号:134567890123456789",
                "支付宝商户单号:2812345678901234567",
                "退款单号:50000408942018111907145868882",
                "退款单号:4200001234202611221234567890",
                "4200001234202613451234567890",
                "1234567890123456789012345678",
                "T4200001234202611221234567890",
                "42000012342026112212345678901",
                "420000123420261122123456789",
                "订单号:1230000109202611221234567890",
                "订单号:2026112210203040506070809010",
                "发票号码:26112000000012345678",
                "税号 91310000MA1FL0XX0X 电话 021-12345678",
                "条码 6901234567892",
                "123456789012",
                "电话:13812345678",
                "订单参考号:123456789012",
                "Order Ref: 123456789012",
                "REF NO: 12345678901",
                "4200****7890 微信支付",
                "0.4200001234202611221234567890",
                "3a4f4200001234202611221234567890ff"
            })
    void whatIsNoneIsNeverTaken(String line) {
        assertEquals(List.of(), references(line));
    }

    @Test
    void linesThatOnlyHappenToFollowAreNotJoined() {
        assertEquals(List.of(), references("小票号 2026112200011234", "138123456789"));
        assertEquals(List.of(), references("20261122", "01234567890123456789"));
        assertEquals(List.of(), references("商户单号", "电话 13812345678"));
    }

    @Test
    void aLabelVouchesForASandboxNumberWithoutADay() {
        assertEquals(
                List.of(new PaymentReference("wechat", "transaction_id", "4200000000002104083200000488")),
                references("微信支付单号：4200000000002104083200000488"));
        assertEquals(List.of(), references("4200000000002104083200000488"));
    }

    @Test
    void severalPaymentsAreToldInOrder() {
        assertEquals(List.of(PAID, PAID_ALIPAY), references("微信单号:" + WECHAT, "支付宝单号:" + ALIPAY));
    }

    @Test
    void aReferenceIsToldAsSoonAsItsLineIsThere() {
        Receipt receipt = Job.begin()
                .lines("合计 12.80", "交易单号:42000012342026112212", "34567890", "谢谢惠顾", "欢迎再来")
                .cut()
                .receipts()
                .getFirst();
        var scan = new ReceiptScan();
        List<Integer> told = new ArrayList<>();
        for (int shown = 1; shown <= receipt.elements().size(); shown++) {
            told.add(scan.printed(receipt.elements().subList(0, shown)).size());
        }
        assertEquals(List.of(0, 0, 1, 0, 0), told);
    }

    private static List<PaymentReference> references(String... lines) {
        return facts(Job.begin().lines(lines).cut()).references();
    }

    private static ReceiptFacts facts(Job job) {
        return ReceiptFacts.of(job.receipts().getFirst());
    }
}
