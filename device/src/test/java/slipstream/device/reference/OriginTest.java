package slipstream.device.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import slipstream.device.Job;
import slipstream.escpos.receipt.Element;
import slipstream.escpos.state.CharacterStyle;

class OriginTest {
    private static final String WECHAT = "4200001234202611221234567890";

    @Test
    void eachFindSaysWhereItWasRead() {
        var scan = new ReceiptScan();
        scan.printed(text("微信支付 12.80", "商户单号:20261122000001", "谢谢惠顾"));
        scan.pictured(picture("交易单号:" + WECHAT));
        scan.pictured(List.of(new Element.Symbol(0, "QR Code", "2026112222001412341234567890")));
        assertEquals(
                List.of(Origin.TEXT, Origin.PICTURE, Origin.SYMBOL),
                scan.finds().stream().map(Find::origin).toList());
    }

    @Test
    void aNumberInALogoTakesNothingFromTheText() {
        var scan = new ReceiptScan();
        scan.pictured(picture("清风小馆", "电话 02112345678"));
        scan.printed(text("微信支付 12.80", "商户单号:20261122000001"));
        scan.ended();
        assertEquals(List.of("wechat out_trade_no 20261122000001"), references(scan));
    }

    @Test
    void inAPictureOnlyDigitsOfOneLengthAreReferences() {
        var scan = new ReceiptScan();
        scan.pictured(picture("微信支付 12.80", "商户单号: 20261122000001", "PSP Reference: NC6HT9CRT65ZGN82"));
        scan.pictured(picture("参考号: 123456789012"));
        scan.ended();
        assertEquals(List.of("card rrn 123456789012"), references(scan));
    }

    @Test
    void aLearnedNumberInAPictureMustBeOfOneLength() {
        for (String pattern : List.of("7895[0-9]{12}", "7895[0-9]{10,14}")) {
            var rule = new LearnedRule(
                    "order",
                    "shouqianba",
                    "order",
                    new LearnedRule.ByLabel("收钱吧订单号", LearnedRule.Place.SAME_LINE),
                    RulePattern.of(pattern),
                    Confidence.SURE);
            var scan = new ReceiptScan(Rules.builtIn().with(List.of(rule)));
            scan.pictured(picture("收钱吧订单号:7895012345678901"));
            scan.ended();
            assertEquals(pattern.contains(",") ? 0 : 1, scan.references().size(), pattern);
        }
    }

    @Test
    void linesOfPicturesStandAmongThemselves() {
        var scan = new ReceiptScan();
        scan.printed(text("单号:42000012342026", "参考号:"));
        scan.pictured(picture("112212345678", "123456789012"));
        scan.ended();
        assertEquals(List.of(), references(scan));
    }

    @Test
    void anExplanationSaysWhatStandsInAPicture() {
        var explanation = new Explanation();
        var scan = new ReceiptScan(Rules.builtIn(), explanation);
        scan.printed(text("电话 13812345678"));
        for (int told = 0; told < 2; told++) {
            scan.pictured(picture("交易单号:" + WECHAT, "商户单号: 20261122000001"));
        }
        scan.ended();
        List<Explanation.Verdict> verdicts = explanation.verdicts();
        assertEquals(
                List.of(Origin.TEXT, Origin.PICTURE, Origin.PICTURE),
                verdicts.stream().map(Explanation.Verdict::origin).toList());
        assertTrue(verdicts.get(1).taken(), verdicts::toString);
        assertEquals(
                "not taken: it was read from a picture, and nothing in it would tell a misread character",
                verdicts.get(2).because());
    }

    private static List<String> references(ReceiptScan scan) {
        return scan.references().stream()
                .map(found -> found.scheme() + " " + found.kind() + " " + found.value())
                .toList();
    }

    private static List<Element> text(String... lines) {
        return Job.begin().lines(lines).cut().receipts().getFirst().elements();
    }

    private static List<Element> picture(String... lines) {
        return IntStream.range(0, lines.length)
                .<Element>mapToObj(i -> new Element.Line(
                        0,
                        i + 1,
                        List.of(new Element.Run(0, 0, Arrays.asList(lines).get(i), CharacterStyle.DEFAULT))))
                .toList();
    }
}
