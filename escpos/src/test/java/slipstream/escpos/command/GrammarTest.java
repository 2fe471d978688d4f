package slipstream.escpos.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import slipstream.escpos.testing.Framing;

class GrammarTest {
    static List<String> dialects() {
        return Stream.of(Grammar.names(), Grammar.modeNames())
                .flatMap(List::stream)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("dialects")
    void noCommandIsShorterThanWhatWasReadToKnowIt(String dialect) {
        assertSound(Grammar.named(dialect).root(), 0, dialect);
    }

    @ParameterizedTest
    @MethodSource("dialects")
    void aDialectIsFoundByItsName(String dialect) {
        assertEquals(dialect, Grammar.named(dialect).name());
        assertSame(Grammar.named(dialect), Grammar.named(dialect));
    }

    @Test
    void aModeIsOneOfADialect() {
        for (String mode : Grammar.modeNames()) {
            Grammar dialect = Grammar.named(mode).dialect();
            assertTrue(Grammar.names().contains(dialect.name()), mode);
            assertTrue(mode.startsWith(dialect.name() + " "), mode);
            assertSame(dialect, dialect.dialect());
        }
    }

    @Test
    void anUnknownDialectIsRefusedInOneSentence() {
        var refusal = assertThrows(IllegalArgumentException.class, () -> Grammar.named("klingon"));
        assertEquals(
                "There is no dialect \"klingon\"; known are " + String.join(", ", Grammar.names()) + ".",
                refusal.getMessage());
    }

    @Test
    void theSameBytesHaveOtherLengthsInOtherDialects() {
        byte[] bytes = {0x1B, 'd', 3, 0x1B, 'W', 1, 'A', 'B', 'C', 'D', 'E', 'F', 'G'};
        assertEquals("3 + 10", Framing.lengths(Grammar.ESC_POS, bytes));
        assertEquals("3 + 3 + 7", Framing.lengths(Grammar.named("bematech"), bytes));
        assertEquals("3 + 3 + 7", Framing.lengths(Grammar.named("micro-panel"), bytes));
    }

    @Test
    void aBematechStreamSwitchesItsTableAndBack() {
        byte[] bytes = {
            0x1B, 'E', 1, 0x1D, (byte) 0xF9, 0x20, 0, 0x1B, 'E', 'A', 0x1D, (byte) 0xF9, 0x20, 1, 0x1B, 'E', 1
        };
        assertEquals("3 + 4 + 2 + 1 + 4 + 3", Framing.lengths(Grammar.ESC_POS, bytes));
    }

    private static void assertSound(Grammar.Node node, int depth, String path) {
        boolean everyByteLeadsOn = true;
        for (int b = 0; b < 256; b++) {
            Grammar.Node next = node.next((byte) b);
            if (next != null) {
                assertSound(next, depth + 1, path + " %02X".formatted(b));
            }
            everyByteLeadsOn &= next != null;
        }
        CommandRow row = node.row();
        if (depth > 0 && !everyByteLeadsOn) {
            assertNotNull(row, path);
            assertTrue(row.shape().head() <= Grammar.LONGEST_HEAD, path);
            boolean shorter = row.shape() instanceof Shape.Fixed fixed && fixed.length() < depth;
            assertTrue(!shorter, path + " is longer than " + row);
            assertTrue(row.leadsTo() == null || dialects().contains(row.leadsTo()), path);
        }
    }
}
