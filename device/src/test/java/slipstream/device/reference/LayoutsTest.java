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
import slipstream.device.Job;
import slipstream.escpos.receipt.Element;
import slipstream.escpos.receipt.Receipt;
import slipstream.escpos.state.CharacterStyle;

/// Where labels stand that are not before their value, and what card slips print.
class LayoutsTest {
    private static final String WECHAT = "1000001234202611221234567890";

    static Stream<Arguments> places() {
        return Stream.of(
                arguments("behind", new String[] {"微信支付 12.80", WECHAT + " (交易单号)"}),
                arguments("below", new String[] {"VISA", "123456789012", "参考号", "谢谢惠顾"}),
                arguments("two columns", new String[] {"参考号          终端号", "123456789012    49270001"}),
                arguments(
                        "two columns, right-aligned", new String[] {"终端号            参考号", "49270001    123456789012"}),
                arguments("one column known", new String[] {"参考号           金额", "123456789012     88.00"}),
                arguments("right-aligned", new String[] {"参考号:                  123456789012"}),
                arguments("right-aligned below", new String[] {"参考号:", "                    123456789012"}),
                arguments("bilingual", new String[] {"参考号 REF NO: 123456789012"}),
                arguments("touching", new String[] {"RRN123456789012"}));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("places")
    void aLabelIsFoundWhereverItStands(String name, String[] lines) {
        boolean card = Stream.of(lines).anyMatch(line -> line.contains("123456789012"));
        assertEquals(List.of(card ? "card rrn 123456789012" : "wechat transaction_id " + WECHAT), references(lines));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "RRN┊APPR CODE┊123456789012┊A12345",
                "批次号┊凭证号┊参考号┊000001┊000123┊123456789012",
                "TID┊RRN┊STAN┊49270001┊123456789012┊000123",
                "授权码:┊参考号:┊              123456┊              123456789012"
            })
    void stackedLabelsHaveTheirValuesBelowInTheirOrder(String lines) {
        assertEquals(List.of("card rrn 123456789012"), references(("VISA┊" + lines + "┊谢谢惠顾").split("┊")));
    }

    @Test
    void aPlatformsAndAMerchantsNumberMayBeStacked() {
        String order = "202611221830001";
        assertEquals(
                List.of("wechat transaction_id " + WECHAT, "wechat out_trade_no " + order),
                references("微信支付 12.80", "交易单号", "商户单号", WECHAT, order));
        assertEquals(
                List.of("wechat transaction_id " + WECHAT, "wechat out_trade_no " + order),
                references("微信支付 12.80", "商户单号", "交易单号", order, WECHAT));
    }

    @Test
    void aStackWithTooFewValuesIsNone() {
        assertEquals(
                List.of("wechat out_trade_no 202611221830001"), references("微信支付", "会员号", "商户单号", "202611221830001"));
        assertEquals(
                List.of("wechat out_trade_no 202611221830001"),
                references("微信支付", "商户单号", "202611221830001", "20001234"));
        assertEquals(
                List.of("wechat transaction_id " + WECHAT),
                references("商户单号", "交易单号", WECHAT.substring(0, 16), WECHAT.substring(16)));
    }

    @Test
    void aLabelBelowIsOfTheNumberBelowIt() {
        assertEquals(List.of("card rrn 210987654321"), references("123456789012", "参考号", "210987654321"));
    }

    @Test
    void aNumberAmongOthersIsNoOneToALabelBelow() {
        assertEquals(List.of(), references("123456789012", "12345678 参考号 87654321", "参考号", "谢谢惠顾"));
        assertEquals(List.of(), references("123456789012", "参考号", "12345678", "87654321", "谢谢惠顾"));
    }

    @Test
    void aLabelWithAValueOfItsOwnAdoptsNoSymbolBelow() {
        var receipt = Job.begin()
                .lines("VISA", "No.:749   Ref. operacion:704664265836")
                .code128("121718393776")
                .cut()
                .receipts()
                .getFirst();
        assertEquals(
                List.of("704664265836"),
                ReceiptFacts.of(receipt).references().stream()
                        .map(reference -> reference.value())
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"照合参照番号: 632419087754", "Bankreferenz-Nummer: 632419087754", "檢索參┊考號: 632419087754"})
    void aLabelThatNoTableHasIsReadByItsStems(String lines) {
        List<String> slip = new ArrayList<>(List.of("**** **** **** 1234"));
        slip.addAll(List.of(lines.split("┊")));
        assertEquals(List.of("card rrn 632419087754"), references(slip.toArray(String[]::new)));
    }

    static Stream<Arguments> slips() {
        return Stream.of(
                arguments("card rrn 632419087754", new String[] {"Kundenbeleg", "Transaktions-Nr.: 632419087754"}),
                arguments(
                        "card transaction 20261122004711",
                        new String[] {"CARTE BANCAIRE", "N° TRANS : 20261122004711", "N° AUTO : 123456"}),
                arguments(
                        "card approval 25917783", new String[] {"신용승인", "카드번호 1234-56**-****-7890", "승인번호: 25917783"}),
                arguments("card trace 004711", new String[] {"girocard", "Trace-Nr. 004711", "Terminal-ID 54001234"}),
                arguments("card transaction 884213", new String[] {"TARJETA VISA", "Nº operación: 884213"}),
                arguments("adyen psp_reference 8536498211174532", new String[] {"PSP Reference: 8536498211174532"}),
                arguments(
                        "stripe payment_intent pi_3MtwBwLkdIwHu7ix28a3tqPA",
                        new String[] {"pi_3MtwBwLkdIwHu7ix28a3tqPA"}),
                arguments(
                        "card par 5001A2B3C4D5E6F7G8H9J0K1L2M3N", new String[] {"PAR: 5001A2B3C4D5E6F7G8H9J0K1L2M3N"}));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("slips")
    void cardSlipsOfOtherCountriesAreRead(String reference, String[] lines) {
        assertEquals(List.of(reference), references(lines));
    }

    @Test
    void aCardPaymentIsToldUnderItsBestName() {
        assertEquals(
                List.of("card rrn 632419087754"),
                references("신용승인", "승인번호: 25917783", "거래고유번호: 20261122004711", "참조번호: 632419087754"));
    }

    @Test
    void acquirersNumbersCountOnlyWhereACardPaid() {
        assertEquals(List.of(), references("Beleg-Nr. 0047112233", "Barzahlung 12,80"));
        assertEquals(List.of(), references("伝票番号 123456", "現金 1,280円"));
    }

    @Test
    void aSlipNamesItsTerminalAndDay() {
        var scan = new ReceiptScan();
        scan.printed(Job.begin()
                .lines("终端号(TERMINAL NO): 49270001", "参考号: 123456789012", "日期/时间: 2026/11/22 18:30:05")
                .cut()
                .receipts()
                .getFirst()
                .elements());
        assertEquals("49270001", scan.terminal().orElseThrow());
        assertEquals("2026-11-22T18:30:05", scan.time().orElseThrow().toString());
    }

    @Test
    void whatWasLearnedIsMoreRowsOfTheSameTables() {
        Shape shape = Shape.of(List.of("digits", "20", "7895", "-", "-"));
        Rules rules = Rules.builtIn()
                .behind(
                        List.of(new Label("收钱吧订单号", "learned-1")),
                        List.of(new NumberRule(
                                "shouqianba",
                                "order",
                                shape,
                                java.util.Set.of("learned-1"),
                                false,
                                false,
                                Confidence.LIKELY)));
        var scan = new ReceiptScan(rules);
        scan.printed(Job.begin()
                .lines("收钱吧订单号：78951234567890123456")
                .cut()
                .receipts()
                .getFirst()
                .elements());
        scan.ended();
        assertEquals(
                List.of("shouqianba"),
                scan.references().stream().map(reference -> reference.scheme()).toList());
        assertEquals(List.of(), references("收钱吧订单号：78951234567890123456"));
    }

    /// Lines as they are: no code page of a printer holds the scripts of all these countries.
    private static List<String> references(String... lines) {
        return found(lines).references().stream()
                .map(reference -> reference.scheme() + " " + reference.kind() + " " + reference.value())
                .toList();
    }

    static ReceiptFacts found(String... lines) {
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < lines.length; i++) {
            var run = new Element.Run(0, 0, lines[i], CharacterStyle.DEFAULT);
            elements.add(new Element.Line(0, i + 1, List.of(run)));
        }
        return ReceiptFacts.of(new Receipt(1, 0, elements, Receipt.Ending.CUT));
    }
}
