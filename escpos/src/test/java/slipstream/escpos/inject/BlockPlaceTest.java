package slipstream.escpos.inject;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import slipstream.escpos.profile.PrinterProfile;
import slipstream.escpos.receipt.Receipt;
import slipstream.escpos.state.PrinterState;
import slipstream.escpos.testing.Bytecode;

class BlockPlaceTest {
    private static final String URL = "HTTPS://SLIP.EXAMPLE/C/0123456789ABCDEFGHJK";
    private static final PrinterState INITIAL = PrinterState.initial(PrinterProfile.GENERIC_80MM);
    private static final PrinterState JOINED = PrinterState.unknown(PrinterProfile.GENERIC_80MM);

    /// Where in the stream, in bytes, a block goes: -1 when there is none.
    @ParameterizedTest
    @CsvSource(quoteCharacter = '\'', delimiter = '|', textBlock = """
            "a" 0A 0A 1D 56 00                        | 2
            "a" 0A 1D 56 41 10                        | 2
            "a" 0A 1D 56 61 10                        | 2
            "a" 0A 1B 6D                              | 2
            "a" 0A 0A 1D 28 56 03 00 31 00 08         | 2
            "a" 0A 1D 56 63 00 00 1D 56 6D            | 2
            "a" 0A 1B 70 00 19 19 1D 56 00            | 2
            "a" 0A 1C 28 4C 02 00 42 30 1D 56 00      | 2
            1B 4C "a" 0C 1D 56 00                     | 4
            1B 4C "a" 1B 0C 1D 56 00                  | -1
            1B 4C "a" 1B 0C 1B 53 1D 56 00            | 7
            1D 3A "a" 0A 1D 56 00                     | -1
            1D 3A "a" 0A 1D 56 00 1D 3A 1D 5E 01 00 00 | -1
            "a" 0A 1D 28 51 02 00 33 01 "b" 0A 1D 56 00 | -1
            "a" 0A 1D 28 45 03 00 01 "IN" 1D 56 00    | -1
            1B 3D 02 "a" 0A 1D 56 00                  | -1
            "a" 0A 0A 10 14 08 01 03 14 01 06 02 08 1D 56 00 | -1
            1D 76 30 00 01 00 01 00 FF 1D 76 30 00 01 00 01 00 FF 1D 56 00 | 18
            1B 2A 00 01 00 FF 0A 1B 2A 00 01 00 FF 0A 1D 56 00 | 14
            """)
    void aBlockStandsAfterTheLastInkAndNowhereElse(String stream, int place) {
        assertEquals(place, place(INITIAL, stream));
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '\'', delimiter = '|', textBlock = """
            "a" 0A 0A 1D 56 00                        | -1
            1B 53 "a" 0A 0A 1D 56 00                  | -1
            1B 61 01 "a" 0A 0A 0A 0A 1D 56 42 00      | -1
            1B 40 "a" 0A 0A 1D 56 00                  | 4
            1D 5E 01 00 00 1B 40 "a" 0A 1D 56 00      | 9
            1B 40 "a" 0A 1D 5E 01 00 00 1D 56 00      | -1
            """)
    void aStreamJoinedInTheMiddleGetsNoBlockUntilItsStateIsSettled(String stream, int place) {
        assertEquals(place, place(JOINED, stream));
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '\'', delimiter = '|', textBlock = """
            custom              | "a" 0A 1D 65 05
            custom              | "a" 0A 0A 1D 65 03 0C
            ncr-7156            | "a" 0A 19
            ncr-7156            | "a" 0A 0A 1A
            bematech-mp-4200    | "a" 0A 1B 77
            citizen-ct-s601     | "a" 0A 1B 69
            star-tsp650-line    | "a" 0A 1B 64 03
            tm-l90              | "a" 0A 1C 28 4C 02 00 42 31
            """)
    void everyMakersCutAndPresenterHasTheBlockBeforeIt(String profile, String stream) {
        assertEquals(2, place(PrinterState.initial(PrinterProfile.named(profile)), stream));
    }

    @Test
    void whatIsNotKnownIsLeftAlone() {
        var job = new Job(JOINED);
        job.feed("1B 3D 01 1B 53 1D 76 30 00 01 00 01 00 FF \"a\" 0A");
        byte[] sent = job.out.toByteArray();
        job.feed("1D 56 00");
        Insertion block = job.insertions.getFirst();
        assertEquals(sent.length, block.outputOffset());
        byte[] bytes = job.out.toByteArray();
        int at = (int) block.outputOffset();
        int rows = bytes[at + 6] & 0xFF | (bytes[at + 7] & 0xFF) << 8;
        assertArrayEquals(Bytecode.of("1D 76 30 00 48 00"), java.util.Arrays.copyOfRange(bytes, at, at + 6));
        int after = at + 8 + 72 * rows;
        int toBlade = PrinterProfile.GENERIC_80MM.bladeDistanceDots();
        assertArrayEquals(
                new byte[] {0x1D, 'v', '0', 0, 1, 0, (byte) toBlade, 0},
                java.util.Arrays.copyOfRange(bytes, after, after + 8));
        assertEquals(after + 8 + toBlade, at + block.length(), "a raster of the whole width, white, and nothing else");
    }

    @ParameterizedTest
    @ValueSource(ints = {64, 255, 256, 400})
    void aTallRasterIsSplitForPrintersThatTakeOnlyShortOnes(int rows) {
        var means = new BlockMeans(false, false, rows);
        byte[] block = bytes(new ClaimBlock(Site.at(INITIAL), means, false, 0).draw(URL, List.of("领取优惠券")));
        assertFalse(RealTimeBytes.in(block));
        int at = 0;
        int total = 0;
        while (at < block.length) {
            int height = (block[at + 6] & 0xFF) | (block[at + 7] & 0xFF) << 8;
            assertTrue(height <= rows);
            total += height;
            at += 8 + height * 72;
        }
        assertEquals(block.length, at);
        byte[] whole = bytes(new ClaimBlock(Site.at(INITIAL), BlockMeans.RASTER, false, 0).draw(URL, List.of("领取优惠券")));
        assertEquals((whole.length - 8) / 72, total);
    }

    @Test
    void aNativeSymbolIsTakenOnASlowLineAndLeavesTheSendersSettingsAndData() {
        String sender = "1D 28 6B 04 00 31 41 32 00 1D 28 6B 03 00 31 43 05 1D 28 6B 03 00 31 45 33"
                + "1D 28 6B 08 00 31 50 30 \"12345\" 1D 28 6B 03 00 31 51 30 1B 61 02";
        PrinterState before = Bytecode.after(INITIAL, Bytecode.of(sender));
        var means = new BlockMeans(true, true, 65_535);
        byte[] block = bytes(new ClaimBlock(Site.at(before), means, false, 0).draw(URL, List.of()));
        assertTrue(block.length < 1000, block.length + " bytes");
        assertTrue(new String(block, StandardCharsets.ISO_8859_1).contains("1P0" + URL));
        assertEquals(before, Bytecode.after(before, block));
    }

    @Test
    void aNativeSymbolIsNotTakenWhereASettingCouldNotBePutBack() {
        var means = new BlockMeans(true, true, 65_535);
        for (String sender : new String[] {"", "1D 28 6B 03 00 31 43 05", "1D 28 6B 04 00 31 50 30 41"}) {
            PrinterState before = Bytecode.after(INITIAL, Bytecode.of(sender));
            byte[] block = bytes(new ClaimBlock(Site.at(before), means, false, 0).draw(URL, List.of()));
            assertFalse(new String(block, StandardCharsets.ISO_8859_1).contains("\u001d(k"), sender);
        }
    }

    @Test
    void silenceBetweenTheStripsOfAnImageEndsNothing() {
        for (String strip :
                new String[] {"1D 76 30 00 01 00 01 00 FF", "1B 2A 00 01 00 FF 0A", "1B 2A 00 01 00 FF 1B 4A 18"}) {
            var job = new Job(INITIAL);
            job.feed("\"a\" 0A" + strip);
            job.injector.quiet();
            assertEquals(0, job.receipts.size(), strip);
            job.feed(strip + "0A 0A");
            job.injector.quiet();
            assertEquals(1, job.receipts.size(), strip);
            assertEquals(1, job.insertions.size(), strip);
        }
    }

    @Test
    void anAreaTooNarrowForASymbolThatCannotBeChangedIsSaidToBe() {
        var job = new Job(INITIAL);
        job.feed("1D 50 07 00 1D 57 01 00 \"a\" 0A 1D 56 00");
        assertEquals(1, job.receipts.size());
        assertEquals(0, job.insertions.size());
        assertTrue(job.skipped.getFirst().contains("too narrow"), job.skipped.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"generic-80mm", "generic-58mm"})
    void everySymbolHasModulesOfHalfAMillimetreOrMore(String name) {
        PrinterProfile profile = PrinterProfile.named(name);
        for (int modules = 21; modules <= 177; modules += 4) {
            int dots = QrSymbol.moduleDots(modules, profile.dotsPerLine(), profile.dpi());
            assertTrue(dots == 0 || dots * 25.4 / profile.dpi() >= 0.5);
        }
        assertEquals(4, QrSymbol.moduleDots(33, 170, 180));
        assertEquals(0, QrSymbol.moduleDots(33, 160, 180));
    }

    private static int place(PrinterState initial, String stream) {
        var job = new Job(initial);
        job.feed(stream);
        return job.insertions.isEmpty() ? -1 : (int) job.insertions.getFirst().outputOffset();
    }

    private static byte[] bytes(Drawn drawn) {
        return ((Drawn.Bytes) drawn).bytes();
    }

    private static final class Job implements Claims {
        final ByteArrayOutputStream out = new ByteArrayOutputStream();
        final List<Receipt> receipts = new ArrayList<>();
        final List<Insertion> insertions = new ArrayList<>();
        final List<String> skipped = new ArrayList<>();
        final Injector injector;

        Job(PrinterState initial) {
            injector = new Injector(
                    initial, Injector.RealTime.OVERTAKES, (bytes, from, to) -> out.write(bytes, from, to - from), this);
        }

        void feed(String stream) {
            byte[] bytes = Bytecode.of(stream);
            injector.feed(bytes, 0, bytes.length);
        }

        @Override
        public void ended(Receipt receipt, Hold hold) {
            receipts.add(receipt);
            hold.print(URL, List.of("领取优惠券"));
        }

        @Override
        public void inserted(Insertion insertion) {
            insertions.add(insertion);
        }

        @Override
        public void skipped(int receipt, String why) {
            skipped.add(why);
        }
    }
}
