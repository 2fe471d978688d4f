package slipstream.device.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import slipstream.device.reference.text.Finder;
import slipstream.device.reference.text.Vocabulary;
import slipstream.device.reference.text.Words;
import slipstream.escpos.receipt.Element;
import slipstream.escpos.receipt.Receipt;
import slipstream.escpos.state.CharacterStyle;

/// What a line can make the scan do.
class BoundsTest {
    private static final int SHORT = 1_000;
    private static final int LONG = 100_000;
    private static final int LONGEST = 1_000_000;

    /// As many characters are looked at for each of a line, whatever it holds: walks from one place end with the
    /// longest word and its gaps.
    private static final int MOST_STEPS = 48;

    private static final List<String> PIECES = List.of(
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
            "************1234 ",
            "交易单号 4200 Refund 1288.00 ",
            "a a a a ",
            "Total ");

    static List<String> pieces() {
        return PIECES;
    }

    @ParameterizedTest
    @MethodSource("pieces")
    void aLineOfAnythingIsSearchedInStepsThatGrowWithIt(String piece) {
        for (int length = SHORT; length <= LONGEST; length *= 10) {
            String line = piece.repeat(length / piece.length());
            var all = new Said();
            all.line(line);
            assertSteps(length, all.finder());
            var labels = new Finder(Vocabulary.of(List.of(Rules.builtIn().labels())));
            labels.read(line);
            assertSteps(length, labels);
        }
    }

    private static void assertSteps(int length, Finder finder) {
        long steps = finder.steps();
        assertTrue(steps <= (long) MOST_STEPS * length, steps + " steps for " + length + " characters");
    }

    /// A place may be decided upon when it is read, when the line below labels it, when it is told, and at the end.
    @ParameterizedTest
    @MethodSource("pieces")
    void noNumberOfALongLineIsDecidedUponAgainAndAgain(String piece) {
        String line = piece.repeat(LONG / piece.length());
        List<Element> elements = new ArrayList<>();
        for (int i = 1; i <= 3; i++) {
            elements.add(new Element.Line(0, i, List.of(new Element.Run(0, 0, line, CharacterStyle.DEFAULT))));
        }
        Map<List<Integer>, Integer> decisions = new HashMap<>();
        var scan = new ReceiptScan(
                Rules.builtIn(),
                (printed, number, decision) ->
                        decisions.merge(List.of(printed.line(), number.start()), 1, Integer::sum));
        scan.printed(elements);
        scan.ended();
        scan.kind();
        assertTrue(decisions.values().stream().allMatch(times -> times <= 4));
        var receipt = new Receipt(1, 0, elements, Receipt.Ending.CUT);
        assertTrue(ReceiptFacts.of(receipt).references().size() <= 1);
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
