package slipstream.device.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import slipstream.escpos.receipt.Element;
import slipstream.escpos.state.CharacterStyle;

class DamagedTest {
    private static final String NUMBER = "064234944209";
    private static final List<String> CARD = List.of("卡号:622202******4861", "凭证号:811887 授权码:795955");
    private static final Damaged LABELS = Rules.builtIn().damaged();

    @ParameterizedTest
    @CsvSource({
        "REE NO, stem-reference",
        "REF N0, stem-reference",
        "参考号(REF NO0) :, stem-reference",
        "检素参考号, stem-reference",
        "交易参考导:, stem-reference",
        "Transactlon ID, stem-transaction",
        "Transaetion ID:, stem-transaction",
        "微信支付流氷号, stem-transaction"
    })
    void oneLetterMayBeDamaged(String words, String role) {
        assertEquals(role, LABELS.label(words).role());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "REG NO",
                "REC NO",
                "RET NO",
                "ROOM NO",
                "备考号",
                "RBN",
                "Refund N0",
                "终端编号",
                "退款参考号",
                "商户订单导",
                "订单参考号",
                "微信订单导",
                "Member N0",
                "Terminal lD",
                "参考号(CARD NO)",
                "()",
                ":"
            })
    void aLabelOfAnotherNumberIsNoDamagedOne(String words) {
        assertNull(LABELS.label(words));
    }

    @Test
    void noLabelOfAnotherNumberIsTakenForOne() {
        Rules.builtIn().allLabels().stream()
                .filter(label -> label.never() || label.role().equals(Label.TERMINAL))
                .forEach(label -> assertNull(LABELS.label(label.text()), label::text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"REE NO:" + NUMBER, "REE NO|" + NUMBER, "参考号(REF NO0) : " + NUMBER, "参考号(REF NO0):|" + NUMBER})
    void aDamagedLabelSpeaksOfACardsNumberInAPicture(String printed) {
        assertEquals(List.of(NUMBER), inPicture(CARD, printed));
    }

    @Test
    void withoutACardItSpeaksOfNothing() {
        assertEquals(List.of(), inPicture(List.of("合计 12.80"), "REE NO:" + NUMBER));
    }

    @Test
    void inTextNothingIsDamaged() {
        var scan = new ReceiptScan();
        List<Element> elements = elements(CARD, "REE NO:" + NUMBER);
        scan.printed(elements);
        scan.ended();
        assertEquals(List.of(), scan.references());
    }

    private static List<String> inPicture(List<String> before, String printed) {
        var scan = new ReceiptScan();
        scan.pictured(elements(before, printed));
        scan.ended();
        return scan.references().stream().map(reference -> reference.value()).toList();
    }

    private static List<Element> elements(List<String> before, String printed) {
        List<Element> elements = new ArrayList<>();
        List<String> lines = new ArrayList<>(before);
        lines.addAll(List.of(printed.split("\\|")));
        for (String line : lines) {
            elements.add(new Element.Line(
                    0, elements.size() + 1, List.of(new Element.Run(0, 0, line, CharacterStyle.DEFAULT))));
        }
        return elements;
    }
}
