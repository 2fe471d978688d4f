package slipstream.escpos.inject;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import slipstream.escpos.profile.PrinterProfile;
import slipstream.escpos.render.Bitmap;
import slipstream.escpos.render.ReceiptRenderer;
import slipstream.escpos.testing.Bytecode;

/// Blocks for printers that differ from the manual.
class QuirksTest {
    private static final String WHITE_TO_THE_BLADE = "1D 76 30 00 01 00 78 00" + " 00".repeat(120);

    @TempDir
    private Path directory;

    @Test
    void aPrinterThatIgnoresEscJIsFedByWhiteRows() throws IOException {
        byte[] block = block("ignores-esc-j", "\"a\" 0A 1D 56 00");
        assertTrue(endsWith(block, WHITE_TO_THE_BLADE));
        assertTrue(endsWith(block("", "\"a\" 0A 1D 56 00"), "1B 4A 78"));
    }

    @Test
    void theSendersOwnEscJCountsForNothingWhereItIsIgnored() throws IOException {
        assertTrue(endsWith(block("ignores-esc-j", "\"a\" 0A 1B 4A 78 1D 56 00"), WHITE_TO_THE_BLADE));
        assertFalse(endsWith(block("", "\"a\" 0A 1B 4A 78 1D 56 00"), "1B 4A 78"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"a\" 0A 0A 0A 0A 0A 1D 56 00",
                "\"a\" 0A 0A 1D 56 00",
                "1D 76 30 00 01 00 01 00 FF 0A 0A 0A 0A 0A 1D 56 00",
                "1D 76 30 00 01 00 01 00 FF 0A 1D 56 00",
                "1D 4C 08 00 1D 57 40 00 1D 76 30 00 01 00 01 00 FF 0A 0A 0A 0A 0A 1D 56 00"
            })
    void aPrinterThatSwallowsALineFeedAfterARasterFeedsAsFarAsWithoutABlock(String job) throws IOException {
        PrinterProfile profile = profile("swallows-lf-after-raster ignores-esc-j");
        byte[] plain = Bytecode.of(job);
        for (boolean slow : new boolean[] {false, true}) {
            var injected = new InjectedJob(plain, profile, BlockMeans.of(profile, slow));
            assertEquals(1, injected.insertions.size());
            List<Band> added = Band.added(paper(plain, profile), paper(injected.bytes(), profile));
            assertEquals(1, added.size(), "the feed behind the block is the sender's");
        }
    }

    @Test
    void aCutThatIsIgnoredWithTextPendingEndsNothingAndPrintsNothing() throws IOException {
        var job = new InjectedJob(
                Bytecode.of("\"a\" 0A \"b\" 1D 56 00 \"c\" 0A 0A 1D 56 00"),
                profile("ignores-cut-with-text"),
                BlockMeans.RASTER);
        assertEquals(1, job.insertions.size());
        assertEquals(8, job.insertions.getFirst().outputOffset());
        assertEquals(Placement.BEFORE_FEED, job.insertions.getFirst().placement());
    }

    @Test
    void aCutThatPrintsTheTextThatIsPendingHasTheBlockPrintIt() throws IOException {
        byte[] block = block("", "\"a\" 0A \"b\" 1D 56 00");
        assertArrayEquals(Bytecode.of("0A 1D 76 30"), Arrays.copyOf(block, 4));
    }

    @Test
    void textThatWasPendingWhenARasterCameMayStillBe() throws IOException {
        String job = "\"a\" 0A \"b\" 1D 76 30 00 01 00 01 00 FF";
        assertEquals('\n', block("", job + "1D 56 00")[0]);
        assertEquals(0x1D, block("", job + "0A 1D 56 00")[0]);
        assertEquals(0x1D, block("prints-pending-on-raster", job + "1D 56 00")[0]);
        var profile = profile("");
        var waits = new InjectedJob(Bytecode.of(job + "0A 0A 1D 56 00"), profile, BlockMeans.RASTER);
        assertEquals(13, waits.insertions.getFirst().outputOffset(), "behind the sender's own line feed");
    }

    @Test
    void aPrinterThatFeedsBeforeAnyCutNeedsNoFeed() throws IOException {
        assertTrue(endsWith(block("", "\"a\" 0A 1D 56 00"), "1B 4A 78"));
        assertFalse(endsWith(block("feeds-before-any-cut", "\"a\" 0A 1D 56 00"), "1B 4A 78"));
    }

    @Test
    void aCutThatIsPassedOverFeedsNothing() throws IOException {
        String partial = "\"a\" 0A 1D 56 42 00";
        assertFalse(endsWith(block("", partial), "1B 4A 78"));
        assertTrue(endsWith(block("ignores-partial-feed-cut", partial), "1B 4A 78"));
        assertFalse(endsWith(block("ignores-partial-feed-cut", "\"a\" 0A 1D 56 41 00"), "1B 4A 78"));
    }

    @Test
    void aPrinterWhoseQrCodesMayBeBlankGetsARaster() throws IOException {
        String job = new String(SymbolSettings.COMMANDS, StandardCharsets.ISO_8859_1) + "a\n\u001dV0";
        byte[] bytes = job.getBytes(StandardCharsets.ISO_8859_1);
        for (String quirk : List.of("", "blank-qr-after-two-byte-text")) {
            PrinterProfile profile = profile(quirk, "native-qr = yes");
            var injected = new InjectedJob(bytes, profile, BlockMeans.of(profile, true));
            String block = new String(injected.block(0), StandardCharsets.ISO_8859_1);
            assertEquals(quirk.isEmpty(), block.contains("1P0" + InjectedJob.URL), quirk);
        }
    }

    @Test
    void aPrinterOfAnotherLanguageGetsNoBlock() throws IOException {
        PrinterProfile profile = profile("ignores-esc-pos", "native-qr = yes");
        for (boolean slow : new boolean[] {false, true}) {
            var job = new InjectedJob(Bytecode.of("\"a\" 0A 1D 56 00"), profile, BlockMeans.of(profile, slow));
            assertEquals(List.of(), job.insertions);
            assertEquals(List.of("The printer draws no raster images."), job.skipped);
        }
    }

    private byte[] block(String quirks, String job) throws IOException {
        return new InjectedJob(Bytecode.of(job), profile(quirks), BlockMeans.RASTER).block(0);
    }

    private PrinterProfile profile(String quirks, String... more) throws IOException {
        Path file = directory.resolve("odd.properties");
        Files.writeString(
                file,
                "like = generic-80mm\nblade-distance-dots = 120\nquirks = " + quirks + "\n" + String.join("\n", more));
        return PrinterProfile.read(file);
    }

    private static Bitmap paper(byte[] job, PrinterProfile profile) throws IOException {
        return ReceiptRenderer.render(new ByteArrayInputStream(job), profile).getFirst();
    }

    private static boolean endsWith(byte[] block, String end) {
        byte[] wanted = Bytecode.of(end);
        return Arrays.equals(block, block.length - wanted.length, block.length, wanted, 0, wanted.length);
    }
}
