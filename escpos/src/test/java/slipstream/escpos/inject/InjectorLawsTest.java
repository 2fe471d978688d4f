package slipstream.escpos.inject;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.ByteArrayOutputStream;
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
    void whateverThrowsNoByteIsLostOrDoubled() {
        for (int seed = 0; seed < 40; seed++) {
            byte[] job = Streams.job(new Random(seed));
            for (int throwAt = 0; throwAt < 8; throwAt++) {
                var out = new ByteArrayOutputStream();
                int countdown = throwAt;
                var claims = new Throwing(countdown);
                var injector = new Injector(
                        PrinterProfile.GENERIC_80MM,
                        Injector.RealTime.IN_ORDER,
                        (bytes, from, to) -> out.write(bytes, from, to - from),
                        claims);
                int slice = 1 + seed;
                int at = 0;
                boolean plain = false;
                while (at < job.length) {
                    int to = Math.min(job.length, at + slice);
                    if (plain) {
                        out.write(job, at, to - at);
                    } else {
                        try {
                            injector.feed(job, at, to);
                        } catch (IllegalStateException e) {
                            injector.abandon(job, at, to);
                            plain = true;
                        }
                    }
                    at = to;
                }
                if (!plain) {
                    try {
                        injector.close();
                    } catch (IllegalStateException e) {
                        injector.abandon(job, at, at);
                    }
                    injector.release(Long.MAX_VALUE);
                }
                assertArrayEquals(job, out.toByteArray(), "seed " + seed + ", fault " + throwAt);
            }
        }
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
        private final String url;

        Injected(byte[] job, int slice) {
            this(job, slice, URL);
        }

        Injected(byte[] job, int slice, String url) {
            this.url = url;
            var injector = new Injector(
                    PrinterProfile.GENERIC_80MM,
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
        public void inserted(Insertion insertion) {
            insertions.add(insertion);
        }
    }

    /// Throws at its nth call.
    private static final class Throwing implements Claims {
        private int left;

        Throwing(int left) {
            this.left = left;
        }

        @Override
        public void printed(List<slipstream.escpos.receipt.Element> soFar) {
            tick();
        }

        @Override
        public void ended(Receipt receipt, Hold hold) {
            tick();
        }

        private void tick() {
            if (left-- == 0) {
                throw new IllegalStateException("on purpose");
            }
        }
    }
}
