package slipstream.escpos.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import slipstream.escpos.profile.PrinterProfile;

/// A page written in one direction is the page written in another, turned: the law, over pages made at random, where
/// an inch has as many units both ways and where it has not.
class PageDirectionsTest {
    private static final int ESC = 0x1B;
    private static final int GS = 0x1D;
    private static final int PAGES = 40;

    /// The area's sides as the reader of the page sees them, in dots.
    private static final int ACROSS = 320;

    private static final int DOWN = 400;

    @ParameterizedTest
    @CsvSource({"generic-80mm, 0, 0", "tm-t88v, 0, 0", "tm-t88v, 180, 90", "tm-t88v, 90, 180", "tm-t20ii, 0, 0"})
    void aPageInAnyDirectionIsTheSamePageTurned(String name, int unitsX, int unitsY) throws IOException {
        PrinterProfile profile = PrinterProfile.named(name);
        for (int seed = 0; seed < PAGES; seed++) {
            String upright = printed(profile, unitsX, unitsY, seed, 0);
            assertTrue(upright.contains("#"), "seed " + seed);
            for (int direction = 1; direction < 4; direction++) {
                assertEquals(
                        upright,
                        printed(profile, unitsX, unitsY, seed, direction),
                        name + ", direction " + direction + ", seed " + seed);
            }
        }
    }

    /// The area of the page as its reader sees it.
    private static String printed(PrinterProfile profile, int unitsX, int unitsY, int seed, int direction)
            throws IOException {
        var writer = new Writer(profile, unitsX, unitsY, direction, new Random(seed));
        Bitmap paper = ReceiptRenderer.render(new ByteArrayInputStream(writer.page()), profile)
                .getFirst();
        boolean level = direction % 2 == 0;
        Bitmap area = Bitmap.blank(level ? ACROSS : DOWN, level ? DOWN : ACROSS);
        area.draw(paper, 0, paper.height(), 0, 0, area.width());
        return Printing.dots(area.turned(direction), 0, 0, ACROSS, DOWN);
    }

    /// Writes a page, whatever its direction, by the distances that its reader sees, in dots.
    private static final class Writer {
        private final PrinterProfile profile;
        private final int unitsX;
        private final int unitsY;
        private final int direction;
        private final Random random;
        private final ByteArrayOutputStream out = new ByteArrayOutputStream();

        Writer(PrinterProfile profile, int unitsX, int unitsY, int direction, Random random) {
            this.profile = profile;
            this.unitsX = unitsX == 0 ? profile.unitsPerInchX() : unitsX;
            this.unitsY = unitsY == 0 ? profile.unitsPerInchY() : unitsY;
            this.direction = direction;
            this.random = random;
            add(ESC, "@", GS, "P", unitsX, unitsY, ESC, "L");
        }

        byte[] page() {
            boolean level = direction % 2 == 0;
            int width = units(level ? ACROSS : DOWN, unitsX);
            int height = units(level ? DOWN : ACROSS, unitsY);
            add(ESC, "W", 0, 0, 0, 0, width & 0xFF, width >> 8, height & 0xFF, height >> 8);
            add(ESC, "T", direction, "first");
            for (int parts = 6 + random.nextInt(14); parts > 0; parts--) {
                part();
            }
            add("\n", 0x0C);
            return out.toByteArray();
        }

        private void part() {
            switch (random.nextInt(16)) {
                case 0 -> add(ESC, "$", along(200), "at");
                case 1 -> add(ESC, "\\", along(60), "by");
                case 2 -> add("line", ESC, "J", across(90)[0] & 0xFF);
                case 3 -> add(GS, "$", across(300), "down");
                case 4 -> add(GS, "\\", across(80), "further");
                case 5 -> add(ESC, "3", across(60)[0] & 0xFF);
                case 6 -> add(ESC, " ", along(10)[0] & 0xFF);
                case 7 -> add(GS, "!", random.nextInt(3) << 4 | random.nextInt(3), "size", GS, "!", 0);
                case 8 -> add("name\tprice\n");
                case 9 -> add(ESC, "M", random.nextInt(2), ESC, "-", random.nextInt(3), "words of text that wrap");
                case 10 -> add(GS, "B", random.nextInt(2), ESC, "E", random.nextInt(2), "loud\n");
                case 11 -> add(GS, "v0", 0, 4, 0, 8, 0, dots(32));
                case 12 -> add(ESC, "*", 33, 20, 0, dots(60), "\n");
                case 13 -> add(GS, "h", 40, GS, "H", 2, GS, "k", 4, "A1", 0);
                case 14 -> add(Printing.symbol(49, 80, 48, "PAGE"), Printing.symbol(49, 81, 48));
                default -> add(GS, "(Q", 12, 0, 49, along(100), across(100), along(200), across(200), 1, 2, 0);
            }
        }

        /// A distance along the line, of an even number of dots up to `most`, in the units of its direction.
        private byte[] along(int most) {
            return distance(most, direction % 2 == 0 ? unitsX : unitsY);
        }

        /// A distance from line to line, likewise.
        private byte[] across(int most) {
            return distance(most, direction % 2 == 0 ? unitsY : unitsX);
        }

        private byte[] distance(int most, int unitsPerInch) {
            int units = units(2 * (1 + random.nextInt(most / 2)), unitsPerInch);
            return new byte[] {(byte) units, (byte) (units >> 8)};
        }

        private int units(int dots, int unitsPerInch) {
            return dots * unitsPerInch / profile.dpi();
        }

        private byte[] dots(int count) {
            byte[] dots = new byte[count];
            random.nextBytes(dots);
            return dots;
        }

        private void add(Object... parts) {
            out.writeBytes(Printing.stream(parts));
        }
    }
}
