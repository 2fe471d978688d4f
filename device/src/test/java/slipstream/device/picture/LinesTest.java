package slipstream.device.picture;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LinesTest {
    private static final String NUMBER = "4200001234202611221234567890";
    private static final Band LINE =
            Drawn.lines(Picture.of(List.of(NUMBER), 576, 1)).getFirst();

    @Test
    void eachLineOfTextIsOneLine() {
        List<String> texts = List.of("Corner Bakery", "合计\t12.80", "------", NUMBER, "谢谢惠顾");
        assertEquals(4, Drawn.lines(Picture.of(texts, 576, 1)).size());
    }

    @Test
    void aLineIsTheSameWhereverItStands() {
        Band lower = Drawn.lines(Picture.of(List.of("Total", NUMBER), 576, 1)).getLast();
        assertArrayEquals(LINE.dots(), lower.dots());
    }

    @Test
    void whiteOnBlackIsTurnedRound() {
        int margin = 6;
        Band banner = Band.of(
                0,
                LINE.width() + 2 * margin,
                LINE.height() + 2 * margin,
                (x, y) -> !inside(x - margin, y - margin) || !LINE.black(x - margin, y - margin));
        assertArrayEquals(LINE.dots(), Lines.of(banner).getFirst().dots());
    }

    @Test
    void aFrameAroundTextIsTakenAway() {
        int margin = 30;
        int width = LINE.width() + 2 * margin;
        int height = LINE.height() + 2 * margin;
        Band framed = Band.of(
                0,
                width,
                height,
                (x, y) -> x < 2
                        || y < 2
                        || x >= width - 2
                        || y >= height - 2
                        || inside(x - margin, y - margin) && LINE.black(x - margin, y - margin));
        List<Band> lines = Lines.of(framed);
        assertEquals(1, lines.size());
        assertArrayEquals(LINE.dots(), lines.getFirst().dots());
    }

    @Test
    void aNumberIsKnownByItsEvenGlyphs() {
        assertEquals(NUMBER.length(), Glyphs.longestNumber(LINE));
        Band words =
                Drawn.lines(Picture.of(List.of("请妥善保管小票 Thank you"), 576, 1)).getFirst();
        assertTrue(Glyphs.longestNumber(words) < 10, () -> Glyphs.longestNumber(words) + " glyphs");
    }

    @Test
    void noBandIsTallerThanTheLimit() {
        List<Band> bands = new ArrayList<>();
        var finder = new BandFinder(bands::add);
        for (int y = 0; y < 3 * BandFinder.TALLEST + 1; y++) {
            finder.row(new byte[] {(byte) 0xFF}, 0, 1);
        }
        finder.white(10);
        assertEquals(
                List.of(BandFinder.TALLEST, BandFinder.TALLEST, BandFinder.TALLEST, 1),
                bands.stream().map(Band::height).toList());
    }

    @Test
    void stripsOfDifferentWidthMakeOneBand() {
        List<Band> bands = new ArrayList<>();
        var finder = new BandFinder(bands::add);
        finder.row(new byte[] {0x01}, 0, 1);
        finder.row(new byte[] {0x01, 0x01}, 0, 2);
        finder.row(new byte[] {0x01}, 0, 1);
        finder.white(10);
        assertArrayEquals(new byte[] {1, 0, 1, 1, 1, 0}, bands.getFirst().dots());
    }

    private static boolean inside(int x, int y) {
        return x >= 0 && y >= 0 && x < LINE.width() && y < LINE.height();
    }
}
