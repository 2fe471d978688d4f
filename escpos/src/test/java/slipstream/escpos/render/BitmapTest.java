package slipstream.escpos.render;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class BitmapTest {
    private final Random random = new Random(1);

    @Test
    void drawingAnywhereIsDrawingDotByDot() {
        for (int i = 0; i < 500; i++) {
            Bitmap source = noise(1 + random.nextInt(40), 1 + random.nextInt(12));
            Bitmap target = noise(1 + random.nextInt(60), 1 + random.nextInt(20));
            Bitmap before = copy(target);
            int x = random.nextInt(80) - 40;
            int y = random.nextInt(30) - 15;
            int right = random.nextInt(70);
            target.draw(source, 0, source.height(), x, y, right);
            for (int row = 0; row < target.height(); row++) {
                for (int column = 0; column < target.width(); column++) {
                    boolean drawn = column < right && source.black(column - x, row - y);
                    assertEquals(before.black(column, row) || drawn, target.black(column, row));
                }
            }
        }
    }

    @Test
    void bitsPastTheWidthStayWhite() {
        Bitmap bitmap = noise(13, 3);
        bitmap.invert();
        bitmap.fill(0, 0, 100, 100);
        for (int y = 0; y < 3; y++) {
            assertEquals(0, bitmap.dots()[y * 2 + 1] & 0x07);
        }
        assertFalse(bitmap.black(13, 0));
    }

    @Test
    void fourQuartersOfATurnAreNone() {
        Bitmap bitmap = noise(19, 7);
        assertArrayEquals(
                Printing.bytes(bitmap),
                Printing.bytes(bitmap.turned(1).turned(1).turned(2)));
        assertArrayEquals(
                Printing.bytes(bitmap.turned(3)),
                Printing.bytes(bitmap.turned(1).turned(1).turned(1)));
    }

    @Test
    void aQuarterTurnIsClockwise() {
        Bitmap bitmap = Bitmap.of(new int[] {0b110, 0b100}, 3);
        assertEquals("##\n.#\n..\n", Printing.dots(bitmap.turned(1), 0, 0, 2, 3));
    }

    @Test
    void scalingRepeatsDots() {
        Bitmap bitmap = Bitmap.of(new int[] {0b10, 0b01}, 2);
        assertEquals("###...\n###...\n...###\n...###\n", Printing.dots(bitmap.scaled(3, 2), 0, 0, 6, 4));
    }

    @Test
    void paperEndsAtItsLimitAndSaysWhatIsLost() {
        Bitmap paper = Bitmap.paper(8, 1000, 203);
        paper.extendTo(999);
        assertEquals(0, paper.droppedRows());
        paper.extendTo(1_000_000);
        assertEquals(1000, paper.height());
        assertEquals(999_000, paper.droppedRows());
        paper.draw(Bitmap.of(new int[] {1, 1}, 1), 0, 999);
        assertTrue(paper.black(0, 999));
    }

    private Bitmap noise(int width, int height) {
        Bitmap bitmap = Bitmap.blank(width, height);
        for (int i = 0; i < width * height / 3; i++) {
            bitmap.fill(random.nextInt(width), random.nextInt(height), 1, 1);
        }
        return bitmap;
    }

    private static Bitmap copy(Bitmap bitmap) {
        return Bitmap.ofRows(bitmap.dots(), bitmap.stride(), bitmap.width(), bitmap.height());
    }
}
