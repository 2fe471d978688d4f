package slipstream.escpos.inject;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import slipstream.escpos.codec.CommandDecoder;
import slipstream.escpos.codec.CommandReader;
import slipstream.escpos.command.Grammar;
import slipstream.escpos.profile.PrinterProfile;
import slipstream.escpos.receipt.Receipt;
import slipstream.escpos.state.PrinterState;
import slipstream.escpos.testing.Corpus;
import slipstream.escpos.testing.ReceiptEnds;
import slipstream.escpos.testing.Streams;

class InjectorLawsTest {
    private static final String URL = "HTTPS://SLIP.EXAMPLE/C/0123456789ABCDEFGHJK";

    @Test
    void blocksCanBeTakenOutOfEveryStreamOfTheCorpusAgain() {
        for (Corpus.Job job : Corpus.jobs()) {
            for (int slice : new int[] {1, 3, Integer.MAX_VALUE}) {
                assertRemovable(job.name(), job.bytes(), new Injected(job.bytes(), slice));
            }
        }
    }

    @Test
    void blocksCanBeTakenOutOfGeneratedStreamsAgain() {
        for (int seed = 0; seed < 200; seed++) {
            var random = new Random(seed);
            byte[] job = Streams.job(random);
            assertRemovable("job " + seed, job, new Injected(job, 1 + random.nextInt(100)));
            byte[] damaged = Streams.damaged(random, job);
            assertRemovable("damaged job " + seed, damaged, new Injected(damaged, 1 + random.nextInt(100)));
        }
    }

    @Test
    void thePrinterIsInTheStateItWouldBeInWithoutTheBlock() {
        for (int seed = 0; seed < 200; seed++) {
            byte[] job = Streams.job(new Random(seed));
            byte[] out = new Injected(job, 64).out.toByteArray();
            assertEquals(stateAfter(job), stateAfter(out), "seed " + seed);
        }
    }

    @Test
    void everyEndLeavesThePrinterAsItWasHoweverTheBlockIsDrawn() {
        String withQr = "1D 28 6B 04 00 31 41 31 00 1D 28 6B 03 00 31 43 05 1D 28 6B 03 00 31 45 33"
                + "1D 28 6B 08 00 31 50 30 \"12345\" 1D 28 6B 03 00 31 51 30";
        List<BlockMeans> ways =
                List.of(BlockMeans.RASTER, new BlockMeans(true, true, 65_535), new BlockMeans(false, true, 100));
        for (String end : ReceiptEnds.OPEN) {
            for (BlockMeans means : ways) {
                byte[] job = ReceiptEnds.job(withQr + end);
                var injected = new Injected(job, 64, URL, means);
                assertFalse(injected.insertions.isEmpty(), end);
                assertEquals(stateAfter(job), stateAfter(injected.out.toByteArray()), end + ", " + means);
                assertRemovable(end, job, injected);
            }
        }
    }

    @Test
    void starsRasterModeLeavesNoRoomForABlockAndPassesAsItIs() {
        for (String end : ReceiptEnds.RASTER) {
            byte[] job = ReceiptEnds.job(end);
            for (int slice : new int[] {1, 3, Integer.MAX_VALUE}) {
                var injected = new Injected(job, slice);
                assertArrayEquals(job, injected.out.toByteArray(), end);
                assertEquals(
                        List.of("The receipt ends in Star's raster mode, where rows of dots are all that prints."),
                        injected.skipped.stream().distinct().toList(),
                        end);
            }
        }
    }

    @Test
    void theCorpusLeavesThePrinterAsItWouldBeWithoutBlocks() {
        for (Corpus.Job job : Corpus.jobs()) {
            byte[] out = new Injected(job.bytes(), 4096).out.toByteArray();
            assertEquals(stateAfter(job.bytes()), stateAfter(out), job.name());
        }
    }

    @Test
    void slicesDoNotChangeWhereBlocksGo() {
        for (int seed = 0; seed < 200; seed++) {
            byte[] job = Streams.job(new Random(seed));
            byte[] whole = new Injected(job, Integer.MAX_VALUE).out.toByteArray();
            for (int slice : new int[] {1, 2, 3, 5}) {
                assertArrayEquals(whole, new Injected(job, slice).out.toByteArray(), "seed " + seed + ", " + slice);
            }
        }
    }

    @Test
    void noBlockHoldsBytesThatPrintersObeyWithinAnImage() {
        for (int i = 0; i < 300; i++) {
            byte[] job = ("x\n\n\n" + (char) 0x1D + "V0").getBytes();
            var injected = new Injected(
                    job,
                    64,
                    "HTTPS://SLIP.EXAMPLE/C/" + Long.toString(i * 7919L, 36).toUpperCase());
            Insertion block = injected.insertions.getFirst();
            byte[] bytes = java.util.Arrays.copyOfRange(
                    injected.out.toByteArray(),
                    (int) block.outputOffset(),
                    (int) block.outputOffset() + block.length());
            assertFalse(RealTimeBytes.in(bytes));
        }
    }

    @Test
    void everyLinkFindsAFormThatScans() {
        byte[] job = "x\n\n\n\u001dV0".getBytes(StandardCharsets.ISO_8859_1);
        var random = new Random(11);
        for (int i = 0; i < 1500; i++) {
            String token = Long.toString(random.nextLong(Long.MAX_VALUE / 2, Long.MAX_VALUE), 36)
                    .toUpperCase();
            assertEquals(1, new Injected(job, 64, "HTTP://127.0.0.1:8080/C/" + token).insertions.size(), token);
        }
    }

    @Test
    void aHundredMegabytesOfRasterPassWithoutBeingKept() {
        var passed = new long[1];
        var most = new int[1];
        var injector = new Injector(
                PrinterProfile.GENERIC_80MM,
                Injector.RealTime.OVERTAKES,
                (bytes, from, to) -> passed[0] += to - from,
                (receipt, hold) -> hold.plain());
        byte[] head = {0x1D, 'v', '0', 0, (byte) 0xFF, (byte) 0xFF, (byte) 0x80, 0x06};
        injector.feed(head, 0, head.length);
        byte[] rows = new byte[65535];
        for (int row = 0; row < 0x680; row++) {
            injector.feed(rows, 0, rows.length);
            most[0] = Math.max(most[0], injector.heldBytes());
        }
        assertEquals(head.length + 65535L * 0x680, passed[0]);
        assertEquals(0, most[0]);
    }

    private static void assertRemovable(String name, byte[] original, Injected injected) {
        byte[] out = injected.out.toByteArray();
        var without = new ByteArrayOutputStream();
        int at = 0;
        for (Insertion block : injected.insertions) {
            without.write(out, at, (int) block.outputOffset() - at);
            at = (int) block.outputOffset() + block.length();
        }
        without.write(out, at, out.length - at);
        assertArrayEquals(original, without.toByteArray(), name);
    }

    private static PrinterState stateAfter(byte[] stream) {
        var state = new PrinterState[] {PrinterState.initial(PrinterProfile.GENERIC_80MM)};
        var reader = new CommandReader(1 << 20, (command, offset) -> state[0] = state[0].after(command));
        new CommandDecoder(Grammar.ESC_POS, reader).feed(stream, 0, stream.length);
        reader.flush();
        return state[0];
    }

    private static final class Injected implements Claims {
        final ByteArrayOutputStream out = new ByteArrayOutputStream();
        final List<Insertion> insertions = new ArrayList<>();
        final List<String> skipped = new ArrayList<>();
        private final String url;

        Injected(byte[] job, int slice) {
            this(job, slice, URL);
        }

        Injected(byte[] job, int slice, String url) {
            this(job, slice, url, BlockMeans.RASTER);
        }

        Injected(byte[] job, int slice, String url, BlockMeans means) {
            this.url = url;
            var injector = new Injector(
                    PrinterState.initial(PrinterProfile.GENERIC_80MM),
                    means,
                    Injector.RealTime.IN_ORDER,
                    (bytes, from, to) -> out.write(bytes, from, to - from),
                    this);
            for (int at = 0; at < job.length; ) {
                int to = (int) Math.min(job.length, (long) at + slice);
                injector.feed(job, at, to);
                at = to;
            }
            injector.close();
            assertEquals(0, injector.newestHold());
            assertEquals(0, injector.heldBytes());
        }

        @Override
        public void ended(Receipt receipt, Hold hold) {
            hold.print(url, List.of());
        }

        @Override
        public void skipped(int receipt, String why) {
            skipped.add(why);
        }

        @Override
        public void inserted(Insertion insertion) {
            insertions.add(insertion);
        }
    }
}
