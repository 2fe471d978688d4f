package slipstream.escpos.testprint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.Result;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.multi.qrcode.QRCodeMultiReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import slipstream.escpos.codec.CommandDecoder;
import slipstream.escpos.codec.CommandReader;
import slipstream.escpos.command.Command;
import slipstream.escpos.command.Grammar;
import slipstream.escpos.command.Mark;
import slipstream.escpos.profile.PrinterProfile;
import slipstream.escpos.profile.Support;
import slipstream.escpos.render.Bitmap;
import slipstream.escpos.render.ReceiptRenderer;
import slipstream.escpos.render.TextRenderer;

class TestPageTest {
    private static List<String> profiles() {
        return PrinterProfile.names().stream()
                .filter(name -> !List.of("star", "bematech")
                        .contains(PrinterProfile.named(name).dialect()))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void everyCommandOfThePageIsKnownInThePrintersDialect(String name) {
        PrinterProfile profile = PrinterProfile.named(name);
        byte[] page = TestPage.of(profile);
        List<Command> commands = new ArrayList<>();
        var reader = new CommandReader(1 << 20, (command, offset) -> commands.add(command));
        new CommandDecoder(Grammar.named(profile.dialect()), reader).feed(page, 0, page.length);
        reader.flush();
        for (Command command : commands) {
            assertTrue(!(command instanceof Command.Unrecognized), name + ": " + command);
        }
        long rasters = commands.stream().filter(Mark.Raster.class::isInstance).count();
        assertEquals(profile.raster(), rasters > 0, name);
        long symbols =
                commands.stream().filter(Mark.PrintSymbol.class::isInstance).count();
        assertEquals(profile.nativeQr() == Support.NO ? 0 : 1, symbols, name);
        assertTrue(
                commands.stream()
                        .filter(Mark.Raster.class::isInstance)
                        .map(Mark.Raster.class::cast)
                        .allMatch(raster -> raster.rows() <= profile.maxRasterRows()),
                name);
    }

    /// Profiles that differ wherever a file may: a page for each ends, and is one that a till could send.
    @Test
    void everyPrinterThatAFileCanDescribeGetsAPageOfBoundedLength(@TempDir Path directory) throws IOException {
        var random = new Random(5);
        for (int round = 0; round < 400; round++) {
            boolean raster = round % 2 == 0;
            String text = String.join(
                    "\n",
                    "like = generic-80mm",
                    "raster = " + (raster ? "yes" : "no"),
                    "max-raster-rows = " + (raster ? oneOf(random, 24, 255, 2047, 65535) : 0),
                    "cutter = " + (round / 2 % 2 == 0 ? "yes" : "no"),
                    "native-qr = " + oneOf(random, "yes", "no", "unknown"),
                    "two-byte = " + oneOf(random, "none", "gb18030", "big5", "shift-jis", "euc-kr"),
                    "two-byte-from-power-on = no",
                    "dots-per-line = " + oneOf(random, 64, 65, 200, 384, 576, 4096),
                    "dpi = " + oneOf(random, 50, 180, 203, 1200),
                    "units-per-inch-y = " + oneOf(random, 1, 180, 2400),
                    "fonts = " + oneOf(random, "12x24 9x17", "4x4", "32x64 12x24 9x17 8x16"),
                    "code-page-table = "
                            + oneOf(random, PrinterProfile.codePageTables().toArray()));
            PrinterProfile profile = PrinterProfile.read(Files.writeString(directory.resolve("one.properties"), text));
            byte[] page = TestPage.of(profile);
            assertTrue(page.length < 2_000_000, page.length + " bytes for " + text);
            String ruler = raster ? ": mm " : ": lines ";
            assertTrue(new String(page, StandardCharsets.ISO_8859_1).contains(ruler), text);
        }
    }

    private static Object oneOf(Random random, Object... values) {
        return values[random.nextInt(values.length)];
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void theRuleReachesBothEndsOfThePaper(String name) throws IOException {
        PrinterProfile profile = PrinterProfile.named(name);
        byte[] page = TestPage.of(profile);
        List<Bitmap> sheets = ReceiptRenderer.render(new ByteArrayInputStream(page), profile);
        assertTrue(sheets.size() >= (profile.cutter() ? 2 : 1), name + " has " + sheets.size());
        Bitmap first = sheets.getFirst();
        assertEquals(profile.dotsPerLine(), first.width(), name);
        if (profile.raster()) {
            assertTrue(inked(first, 0) > 40 && inked(first, first.width() - 1) > 40, name);
        }
        String text = String.join("\n", TextRenderer.render(new ByteArrayInputStream(page), profile));
        assertTrue(text.contains("A " + profile.fonts().getFirst()), text);
    }

    @Test
    void bothSymbolsScanOffThePaper() throws IOException, ReaderException {
        for (String name : List.of("generic-80mm", "generic-58mm", "tm-t88v")) {
            PrinterProfile profile = PrinterProfile.named(name);
            Bitmap sheet = ReceiptRenderer.render(new ByteArrayInputStream(TestPage.of(profile)), profile)
                    .getFirst();
            var hints = Map.of(DecodeHintType.TRY_HARDER, true);
            Set<String> payloads = Arrays.stream(new QRCodeMultiReader().decodeMultiple(binary(sheet), hints))
                    .map(Result::getText)
                    .collect(Collectors.toSet());
            assertEquals(Set.of(TestPage.NATIVE_PAYLOAD, TestPage.RASTER_PAYLOAD), payloads, name);
        }
    }

    @Test
    void aPrinterOfAnotherLanguageGetsNoPage() {
        var refused = assertThrows(
                IllegalArgumentException.class, () -> TestPage.of(PrinterProfile.named("star-tsp650-line")));
        assertEquals(
                "There is no test page in the dialect \"star\" of star-tsp650-line; set the printer to ESC/POS and choose a"
                        + " profile of that.",
                refused.getMessage());
    }

    private static BinaryBitmap binary(Bitmap sheet) {
        int[] pixels = new int[sheet.width() * sheet.height()];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = sheet.black(i % sheet.width(), i / sheet.width()) ? 0 : 0xFFFFFF;
        }
        return new BinaryBitmap(
                new GlobalHistogramBinarizer(new RGBLuminanceSource(sheet.width(), sheet.height(), pixels)));
    }

    private static int inked(Bitmap sheet, int x) {
        int rows = 0;
        for (int y = 0; y < sheet.height(); y++) {
            rows += sheet.black(x, y) ? 1 : 0;
        }
        return rows;
    }
}
