package slipstream.device.picture;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LikenessTest {
    private static final String NUMBER = "4200001234202611221234567890";

    @ParameterizedTest(name = "manner {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 7, 8})
    void likeDigitsHaveLikeShapesAndOthersHaveNot(long seed) {
        Band line = Drawn.lines(Picture.of(List.of("Total", NUMBER), 576, seed)).getLast();
        assertArrayEquals(firsts(NUMBER), new Likeness(line).shapes(NUMBER.length()));
    }

    @Test
    void ofALineWithALabelTheLastDigitsAreTheNumber() {
        Band line = Drawn.lines(Picture.of(List.of("交易单号:" + NUMBER), 576, 1)).getLast();
        assertArrayEquals(firsts(NUMBER), new Likeness(line).shapes(NUMBER.length()));
        assertArrayEquals(firsts("567890"), new Likeness(line).shapes(6));
    }

    @Test
    void fewerGlyphsThanDigitsSayNothing() {
        Band line = Drawn.lines(Picture.of(List.of(NUMBER), 576, 1)).getLast();
        assertEquals(0, new Likeness(line).shapes(NUMBER.length() + 1).length);
    }

    @Test
    void digitsThatTouchSayNothing() {
        Band line = Drawn.lines(Picture.of(List.of(NUMBER), 576, 1)).getLast();
        Band joined = Band.of(
                0,
                line.width(),
                line.height(),
                (x, y) -> line.black(x, y) || y == line.height() / 2 && x > 50 && x < 120);
        assertEquals(0, new Likeness(joined).shapes(NUMBER.length()).length);
    }

    /// Where each digit of `number` stands first.
    private static int[] firsts(String number) {
        return number.chars().map(number::indexOf).toArray();
    }
}
