package slipstream.device.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import slipstream.device.reference.text.Words;
import slipstream.escpos.receipt.Element;
import slipstream.escpos.receipt.Receipt;
import slipstream.escpos.state.CharacterStyle;

/// What a line can make the scan do.
class BoundsTest {
    private static final int LONG = 100_000;

    /// Work that grew with the square of a line, ten thousand million steps, would not be over in time.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "4",
                "4200 ",
                "4200-",
                "交易单号",
                "交易单号:",
                "参考号 4200001234202611221234567890 ",
                "a",
                "a1",
                "*",
                "-",
                ".",
                "微信支付",
                "合计 1 ",
                "1.",
                "2026-11-",
                "退款",
                "Refund ",
                "REF NO ",
                "交 易 单 ",
                "¥",
                "(",
                "************1234 "
            })
    void aLongLineOfAnythingIsReadInTimeThatGrowsWithIt(String piece) {
        String line = piece.repeat(LONG / piece.length());
        List<Element> elements = new ArrayList<>();
        for (int i = 1; i <= 3; i++) {
            elements.add(new Element.Line(0, i, List.of(new Element.Run(0, 0, line, CharacterStyle.DEFAULT))));
        }
        assertTimeoutPreemptively(Duration.ofSeconds(60), () -> {
            var scan = new ReceiptScan(Rules.builtIn(), new Explanation());
            scan.printed(elements);
            scan.ended();
            scan.kind();
            ReceiptFacts.of(new Receipt(1, 0, elements, Receipt.Ending.CUT));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"交易单号", "aaaa", "a a a a "})
    void aWordIsNoLongerThanItsEntryAndItsGaps(String piece) {
        var words = new Words<Boolean>().add("a a a a a a a b", true).add("交易单号码号", true);
        assertEquals(List.of(), words.in(piece.repeat(LONG / piece.length())));
        assertTrue(words.in("a" + " ".repeat(9) + "a a a a a a b").isEmpty());
        assertEquals(1, words.in("a" + " ".repeat(8) + "a a a a a a b").size());
    }
}
