package slipstream.escpos.text;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import slipstream.escpos.command.Bytes;

class FiguresTest {
    private static final String WORD = "[0-~\uFF10-\uFF5E]";
    private static final Pattern NUMBER = Pattern.compile("(?=" + WORD + "{4})(?:" + WORD + "{0,3}[0-9\uFF10-\uFF19])");
    private static final int RUNS = 40_000;

    @ParameterizedTest
    @ValueSource(strings = {"4200 0012", "A1_B2", "18:30", "No.12AB", "１２３４", "号ABC1", "    1234"})
    void aNumberOfFourCharactersShows(String run) {
        assertTrue(Figures.in(run));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12.80", "x3", "Total", "3 x 500", "燕麦拿铁（大）", "ABCD.1", "1.ABCD", "123 ABC"})
    void aPriceIsNone(String run) {
        assertFalse(Figures.in(run));
    }

    @Test
    void aNumberMayGoOnInTheNextRun() {
        assertTrue(Figures.in(List.of("ID 4", "2")));
        assertFalse(Figures.in(List.of("ID 4", " ", "2")));
        assertFalse(Figures.in(List.of("ID:", "", "-12")));
    }

    @Test
    void bytesAndCharactersTellTheSameWhateverTheLength() {
        var random = new Random(1);
        for (int run = 0; run < RUNS; run++) {
            String text = text(random, random.nextInt(run % 100 == 0 ? 400 : 80), "0 9AZaz/:.x-~ 5");
            boolean expected = NUMBER.matcher(text).find();
            assertEquals(expected, Figures.in(text), text);
            int inBytes = Figures.inAscii(Bytes.copy(text.getBytes(ISO_8859_1)));
            assertEquals(expected ? Figures.SOME : Figures.NONE, inBytes, text);
        }
    }

    @Test
    void charactersOfAnyWidthTellWhatAPatternTells() {
        var random = new Random(2);
        for (int run = 0; run < RUNS; run++) {
            String text = text(random, random.nextInt(24), "09A. 号１９Ａｚ（！é\u007F");
            assertEquals(NUMBER.matcher(text).find(), Figures.in(text), text);
        }
    }

    @Test
    void aByteThatIsNoCharacterOfAsciiIsSeenWhereverItStands() {
        for (int length = 1; length < 150; length++) {
            for (int at = 0; at < length; at++) {
                for (int odd : new int[] {0x7F, 0x80, 0xB0, 0xFF}) {
                    byte[] bytes = "A".repeat(length).getBytes(ISO_8859_1);
                    bytes[at] = (byte) odd;
                    assertEquals(Figures.NOT_ASCII, Figures.inAscii(Bytes.copy(bytes)), at + " of " + length);
                }
            }
        }
    }

    private static String text(Random random, int length, String from) {
        var text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(from.charAt(random.nextInt(from.length())));
        }
        return text.toString();
    }
}
