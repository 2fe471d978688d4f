package slipstream.device.picture;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpecimensTest {
    private static final List<String> TEXTS =
            List.of("Date:2026-11-22 20:08:08", "Total  108.60", "Terminal:30018866", "RRN:004234944209");
    private static final int NUMBER = 3;

    @BeforeAll
    static void fonts() {
        Installed.assume();
    }

    @ParameterizedTest(name = "manner {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 7})
    void aDigitThatLooksLikeAnotherElsewhereIsMisread(long seed) {
        List<Band> lines = lines(seed);
        Specimens specimens = specimens(lines);
        assertFalse(specimens.deny(NUMBER, lines.get(NUMBER), "004234944209"));
        assertTrue(specimens.deny(NUMBER, lines.get(NUMBER), "884234944289"));
    }

    @ParameterizedTest(name = "manner {0}")
    @ValueSource(longs = {1, 4, 8})
    void oneSpecimenThatWasMisreadProvesNothing(long seed) {
        List<Band> lines = lines(seed);
        var specimens = new Specimens();
        specimens.add(1, lines.get(1), "Total  188.60");
        assertFalse(specimens.deny(NUMBER, lines.get(NUMBER), "004234944209"));
    }

    @ParameterizedTest(name = "manner {0}")
    @ValueSource(longs = {1, 4, 8})
    void aNumberIsNoWitnessOfItself(long seed) {
        List<Band> lines = lines(seed);
        var specimens = new Specimens();
        specimens.add(NUMBER, lines.get(NUMBER), "RRN:004234944209");
        assertFalse(specimens.deny(NUMBER, lines.get(NUMBER), "884234944289"));
    }

    private static List<Band> lines(long seed) {
        return Drawn.lines(Picture.of(TEXTS, 576, seed));
    }

    private static Specimens specimens(List<Band> lines) {
        var specimens = new Specimens();
        for (int i = 0; i < lines.size(); i++) {
            specimens.add(i, lines.get(i), TEXTS.get(i));
        }
        return specimens;
    }
}
