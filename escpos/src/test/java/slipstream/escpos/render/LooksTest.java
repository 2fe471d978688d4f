package slipstream.escpos.render;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static slipstream.escpos.render.Printing.receipt;
import static slipstream.escpos.render.Printing.stream;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// How characters look: size, emphasis, lines under them, turned ones, the sender's own.
class LooksTest {
    private static final int ESC = 0x1B;
    private static final int GS = 0x1D;
    /// A full block, as wide as its cell, on page 437.
    private static final int BLOCK = 0xDB;

    @Test
    void aLineIsAsHighAsTheLineSpacing() {
        assertEquals(30, receipt("A\n").height());
        assertEquals(80, receipt(ESC, "3", 80, "A\n").height());
    }

    @Test
    void aLineIsAtLeastAsHighAsItsTallestCharacter() {
        assertEquals(24, receipt(ESC, "3", 0, "A\n").height());
        assertEquals(96, receipt("small", GS, "!", 0x03, "tall\n").height());
    }

    @Test
    void charactersOfUnequalHeightStandOnOneLine() {
        Bitmap receipt = receipt(BLOCK, GS, "!", 0x11, BLOCK, "\n");
        assertTrue(receipt.black(5, 24) && receipt.black(5, 47));
        assertEquals(false, receipt.black(5, 23));
        assertTrue(receipt.black(20, 0));
    }

    @Test
    void smoothingFillsTheCornersOfSlantingEdgesOnly() {
        byte[] define = stream(ESC, "&", 3, "AA", 2, 0x80, 0, 0, 0x40, 0, 0, ESC, "%", 1, GS, "!", 0x33);
        assertEquals("""
                ####....
                ####....
                #####...
                ######..
                ..######
                ...#####
                ....####
                ....####
                """, Printing.dots(receipt(define, GS, "b", 1, "A\n"), 0, 0, 8, 8));
        assertArrayEquals(
                Printing.bytes(receipt(GS, "!", 0x11, BLOCK, "\n")),
                Printing.bytes(receipt(GS, "!", 0x11, GS, "b", 1, BLOCK, "\n")));
        assertArrayEquals(
                Printing.bytes(receipt(GS, "!", 0x07, "Ag\n")),
                Printing.bytes(receipt(GS, "!", 0x07, GS, "b", 1, "Ag\n")));
    }

    @Test
    void spacingStandsRightOfEachCharacter() {
        assertEquals(2 * (12 + 5), left(ESC, " ", 5, "  ", BLOCK));
        assertEquals(2 * (12 + 5) + 12, left(GS, "!", 0x10, ESC, " ", 5, " ", GS, "!", 0, ESC, " ", 0, " ", BLOCK));
    }

    @Test
    void emphasisAddsADotOnTheRight() {
        Bitmap plain = receipt("I\n");
        Bitmap bold = receipt(ESC, "E", 1, "I\n");
        for (int y = 0; y < 24; y++) {
            for (int x = 0; x < 12; x++) {
                assertEquals(plain.black(x, y) || x > 0 && plain.black(x - 1, y), bold.black(x, y));
            }
        }
        assertArrayEquals(Printing.bytes(bold), Printing.bytes(receipt(ESC, "G", 1, "I\n")));
    }

    @Test
    void anUnderlineGoesThroughSpacesAndSpacing() {
        Bitmap receipt = receipt(ESC, " ", 4, ESC, "-", 2, "A B\n");
        assertEquals("#".repeat(48) + ".", Printing.dots(receipt, 0, 22, 49, 1).strip());
        assertEquals("#".repeat(48) + ".", Printing.dots(receipt, 0, 23, 49, 1).strip());
        assertEquals("", Printing.dots(receipt, 0, 24, 576, 6).replaceAll("[.\n]", ""));
    }

    @Test
    void underlinesAreOneOrTwoDotsThick() {
        assertEquals(List.of(0, 23, 11, 23), Printing.inked(receipt(ESC, "-", 1, " \n")));
        assertEquals(List.of(0, 22, 11, 23), Printing.inked(receipt(ESC, "-", 2, " \n")));
        assertArrayEquals(
                Printing.bytes(receipt(ESC, "V", 1, "L\n")), Printing.bytes(receipt(ESC, "-", 1, ESC, "V", 1, "L\n")));
    }

    @Test
    void inverseFillsTheCell() {
        Bitmap receipt = receipt(GS, "B", 1, " \n");
        assertEquals(List.of(0, 0, 11, 23), Printing.inked(receipt));
    }

    @Test
    void upsideDownTurnsTheLineWhole() {
        Bitmap upright = receipt("Ab\n");
        Bitmap down = receipt(ESC, "{", 1, "Ab\n");
        for (int y = 0; y < 24; y++) {
            for (int x = 0; x < 576; x++) {
                assertEquals(upright.black(x, y), down.black(575 - x, 23 - y));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void sizesMultiplyTheCell(int size) {
        for (int other = 1; other <= 8; other++) {
            Bitmap receipt = receipt(GS, "!", size - 1 << 4 | other - 1, BLOCK, "\n");
            assertEquals(List.of(0, 0, 12 * size - 1, 24 * other - 1), Printing.inked(receipt));
        }
    }

    @Test
    void rotationTurnsEachCharacterClockwise() {
        assertArrayEquals(Printing.bytes(receipt(ESC, "V", 1, "Lg\n")), Printing.bytes(receipt(ESC, "V", 2, "Lg\n")));
        Bitmap upright = receipt("L\n");
        Bitmap rotated = receipt(ESC, "V", 1, "L\n");
        for (int y = 0; y < 24; y++) {
            for (int x = 0; x < 12; x++) {
                assertEquals(upright.black(x, y), rotated.black(23 - y, x));
            }
        }
    }

    @Test
    void userDefinedCharactersAreDrawnOnceSwitchedOn() {
        byte[] define = stream(ESC, "&", 3, "AB", 2, 0x80, 0, 1, 0x40, 0, 0, 1, 0xFF, 0xFF, 0xFF);
        assertEquals("#.\n.#\n..\n", Printing.dots(receipt(define, ESC, "%", 1, "A\n"), 0, 0, 2, 3));
        assertEquals(12, left(define, ESC, "%", 1, " B"));
        assertArrayEquals(Printing.bytes(receipt("AB\n")), Printing.bytes(receipt(define, "AB\n")));
        assertArrayEquals(
                Printing.bytes(receipt("A\n")), Printing.bytes(receipt(define, ESC, "%", 1, ESC, "?A", "A\n")));
    }

    private static int left(Object... parts) {
        return Printing.inked(receipt(stream(parts), "\n")).get(0);
    }
}
