package slipstream.escpos.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import slipstream.escpos.profile.FontCell;
import slipstream.escpos.profile.PrinterProfile;

/// Each printer's fonts, as its profile has them.
class FontsTest {
    private static final int ESC = 0x1B;
    private static final int GS = 0x1D;

    /// Those whose fonts `ESC M` chooses.
    private static List<PrinterProfile> profiles() {
        return PrinterProfile.names().stream()
                .map(PrinterProfile::named)
                .filter(profile -> !List.of("star", "bematech").contains(profile.dialect()))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void aLineHoldsAsManyCellsAsFitThePaper(PrinterProfile profile) throws IOException {
        for (int font = 0; font < profile.fonts().size(); font++) {
            FontCell cell = profile.font(font);
            int columns = profile.dotsPerLine() / cell.width();
            assertEquals(columns, profile.columns(font));
            byte[] full = Printing.stream(ESC, "M", font, "H".repeat(columns), "\n");
            byte[] more = Printing.stream(ESC, "M", font, "H".repeat(columns + 1), "\n");
            assertEquals("H".repeat(columns) + "\n", text(full, profile));
            assertEquals("H".repeat(columns) + "\nH\n", text(more, profile));
            Bitmap paper = receipt(full, profile);
            int right = Printing.inked(paper).get(2);
            assertTrue(right < columns * cell.width() && right >= (columns - 1) * cell.width(), cell.toString());
            int bottom = Printing.inked(paper).get(3);
            assertTrue(bottom < cell.height() && bottom > cell.height() / 2, cell.toString());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "tm-t88v, 0, 42",
        "tm-t88v, 1, 56",
        "tm-t20, 0, 48",
        "tm-t20, 1, 64",
        "tm-m30, 1, 57",
        "tm-m30, 2, 64",
        "tm-u220, 0, 33",
        "tm-u220, 1, 40",
        "star-tsp100iii, 1, 64",
        "citizen-ct-s601, 2, 72",
        "pos-5890, 0, 32",
        "pos-5890, 1, 42",
        "bixolon-srp-350, 0, 42",
        "generic-80mm, 0, 48",
        "generic-58mm, 0, 32"
    })
    void aLineHasTheManualsColumns(String name, int font, int columns) {
        assertEquals(columns, PrinterProfile.named(name).columns(font));
    }

    /// 25 pins' cells of 16, and 24 of 24 dots.
    @ParameterizedTest
    @CsvSource({"tm-u220, 25, 18", "generic-80mm, 24, 24", "tm-t88v, 21, 24"})
    void twoByteCharactersHaveTheCellOfTheProfile(String name, int columns, int height) throws IOException {
        PrinterProfile profile = PrinterProfile.named(name);
        byte[] line = Printing.stream(0x1C, "&", "中".repeat(columns + 1).getBytes("GB18030"), "\n");
        assertEquals("中".repeat(columns) + "\n中\n", text(line, profile));
        Bitmap one = receipt(Printing.stream(0x1C, "&", "中".getBytes("GB18030"), ESC, "J", 0), profile);
        List<Integer> inked = Printing.inked(one);
        assertEquals(height, one.height());
        assertTrue(inked.get(2) < profile.twoByteCell().width() && inked.get(3) < height, inked.toString());
        assertTrue(inked.get(2) > profile.twoByteCell().width() / 2 && inked.get(3) > height / 2, inked.toString());
    }

    @Test
    void aFontBeyondTheLastIsTheLast() throws IOException {
        byte[] d = Printing.stream(ESC, "M", 3, "H".repeat(64), "\n");
        assertEquals("H".repeat(64) + "\n", text(d, PrinterProfile.GENERIC_80MM));
    }

    @Test
    void eachFontHasCharactersOfItsOwn() throws IOException {
        var profile = PrinterProfile.named("citizen-ct-s601");
        List<List<Integer>> inked = new ArrayList<>();
        for (int font = 0; font < 3; font++) {
            byte[] solid = new byte[3 * profile.font(font).width()];
            Arrays.fill(solid, (byte) 0xFF);
            byte[] define = Printing.stream(
                    ESC, "M", font, ESC, "&", 3, "XX", profile.font(font).width(), solid, ESC, "%", 1, "X\n");
            inked.add(Printing.inked(receipt(define, profile)));
        }
        assertEquals(List.of(List.of(0, 0, 11, 23), List.of(0, 0, 8, 23), List.of(0, 0, 7, 15)), inked);
        byte[] other = Printing.stream(
                ESC, "M", 1, ESC, "&", 3, "XX", 1, new byte[] {-1, -1, -1}, ESC, "%", 1, ESC, "M", 2, "X\n");
        assertEquals(
                Printing.inked(receipt(Printing.stream(ESC, "M", 2, "X\n"), profile)),
                Printing.inked(receipt(other, profile)));
    }

    @Test
    void tabStopsAndTheTextUnderABarcodeAreOfTheProfilesFonts() throws IOException {
        var impact = PrinterProfile.named("tm-u220");
        assertEquals("1       2\n", text(Printing.stream("1\t2\n"), impact));
        var profile = PrinterProfile.named("citizen-ct-s601");
        byte[] barcode = Printing.stream(GS, "H", 2, GS, "f", 1, GS, "h", 10, GS, "kI", 4, "{B12");
        assertEquals(10 + 24, receipt(barcode, profile).height());
    }

    private static String text(byte[] stream, PrinterProfile profile) throws IOException {
        return String.join("", TextRenderer.render(new ByteArrayInputStream(stream), profile));
    }

    private static Bitmap receipt(byte[] stream, PrinterProfile profile) throws IOException {
        return ReceiptRenderer.render(new ByteArrayInputStream(stream), profile).getFirst();
    }
}
