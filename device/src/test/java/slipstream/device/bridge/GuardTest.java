package slipstream.device.bridge;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import slipstream.device.Job;
import slipstream.escpos.inject.Claims;
import slipstream.escpos.inject.Hold;
import slipstream.escpos.inject.Output;
import slipstream.escpos.profile.PrinterProfile;

class GuardTest {
    private static final Stage.Maker INJECTORS = Stage.injectors(PrinterProfile.GENERIC_80MM, false);

    private static final byte[] TWO_RECEIPTS = Job.begin()
            .lines("清风小馆", "合计 12.80")
            .raw(0x1D, 'v', '0', 0, 2, 0, 2, 0, 0x1B, 0x10, 0x04, 0x1D)
            .lines("交易单号:", "4200001234202611221234567890")
            .cut()
            .raw(0x10, 0x04, 1)
            .lines("第二张")
            .cut()
            .raw(0x1B)
            .bytes();

    private final ByteArrayOutputStream paper = new ByteArrayOutputStream();
    private final List<Throwable> faults = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 64, 1000})
    void aFaultAtAnyByteLosesNothing(int slice) {
        for (boolean decided : List.of(true, false)) {
            for (int at = 0; at < TWO_RECEIPTS.length; at++) {
                Blocks blocks = decided ? Blocks.atOnce() : Blocks.never();
                run(slice, blocks, new FailsAt(at, false));
                check(blocks, TWO_RECEIPTS, "before byte " + at);
                blocks = decided ? Blocks.atOnce() : Blocks.never();
                run(slice, blocks, new FailsAt(at, true));
                check(blocks, TWO_RECEIPTS, "after byte " + at);
            }
        }
    }

    @Test
    void aClaimThatThrowsLosesNothing() {
        var blocks = new Blocks((receipt, hold) -> {
            throw new StackOverflowError("claim");
        });
        run(7, blocks, INJECTORS);
        check(blocks, TWO_RECEIPTS, "claim");
    }

    @Test
    void aClaimThatWantsMoreMemoryThanThereIsLosesNothing() {
        var blocks =
                new Blocks((receipt, hold) -> hold.print(String.valueOf(new long[Integer.MAX_VALUE - 8]), List.of()));
        run(7, blocks, INJECTORS);
        check(blocks, TWO_RECEIPTS, "memory");
        assertInstanceOf(OutOfMemoryError.class, faults.getFirst());
    }

    @Test
    void whoeverDecidesIsToldWhyThereIsNoBlock() {
        Blocks blocks = Blocks.atOnce();
        byte[] page = {'a', '\n', 0x1B, 'L', 'b', '\n', 0x1D, 'V', 0};
        Guard guard = guard(blocks, INJECTORS);
        guard.feed(page, 0, page.length);
        assertEquals(List.of("The receipt ends in page mode."), blocks.skipped());
        assertArrayEquals(page, paper.toByteArray());
    }

    @Test
    void aStageThatCannotBeMadeIsDoneWithout() {
        run(7, Blocks.atOnce(), (output, claims) -> {
            throw new NoClassDefFoundError("injector");
        });
        check(Blocks.never(), TWO_RECEIPTS, "made");
    }

    @Test
    void aStageThatWritesWhatNobodySentIsStopped() {
        run(7, Blocks.never(), (output, claims) -> new Quiet() {
            @Override
            public void feed(byte[] bytes, int from, int to) {
                output.write(bytes, from, from + 1);
                output.write(new byte[] {'X', 'Y'}, 0, 2);
            }
        });
        check(Blocks.never(), TWO_RECEIPTS, "wrong bytes");
    }

    @Test
    void aStageThatSwallowsBytesIsStopped() {
        run(100, Blocks.never(), (output, claims) -> new Quiet());
        check(Blocks.never(), TWO_RECEIPTS, "swallowed");
    }

    @Test
    void aStageThatKeepsBytesToTheEndIsStopped() {
        run(7, Blocks.never(), (output, claims) -> new Quiet() {
            private int held;

            @Override
            public void feed(byte[] bytes, int from, int to) {
                held += to - from;
            }

            @Override
            public int heldBytes() {
                return held;
            }
        });
        check(Blocks.never(), TWO_RECEIPTS, "kept");
    }

    @Test
    void aStageThatKeepsABrokenOffCommandIsStopped() {
        Guard guard = guard(Blocks.never(), (output, claims) -> new Quiet());
        guard.feed(new byte[] {0x1B}, 0, 1);
        assertEquals(0, paper.size());
        guard.releaseHead();
        assertArrayEquals(new byte[] {0x1B}, paper.toByteArray());
        assertEquals(1, faults.size());
    }

    @Test
    void whatAStageWritesAfterItsEndIsDropped() {
        var late = new ArrayList<Output>();
        Guard guard = guard(Blocks.never(), (output, claims) -> {
            late.add(output);
            return new Quiet() {
                @Override
                public void feed(byte[] bytes, int from, int to) {
                    throw new IllegalStateException();
                }
            };
        });
        guard.feed(new byte[] {'a'}, 0, 1);
        late.getFirst().write(new byte[] {'b'}, 0, 1);
        guard.feed(new byte[] {'c'}, 0, 1);
        assertEquals("ac", paper.toString());
    }

    @Test
    void aPrinterThatIsGoneIsNoFault() {
        Output gone = (bytes, from, to) -> {
            throw new PrinterGone(new IOException("reset"));
        };
        var guard = new Guard(INJECTORS, gone, Blocks.atOnce(), () -> {}, faults::add);
        assertThrows(PrinterGone.class, () -> guard.feed(TWO_RECEIPTS, 0, TWO_RECEIPTS.length));
        assertEquals(List.of(), faults);
    }

    @Test
    void withoutAFaultAnySlicingAndAnyDecisionPassEveryByte() {
        for (int seed = 0; seed < 300; seed++) {
            var random = new Random(seed);
            List<Hold> open = new ArrayList<>();
            var blocks = new Blocks((receipt, hold) -> open.add(hold));
            paper.reset();
            Guard guard = guard(blocks, INJECTORS);
            int at = 0;
            while (at < TWO_RECEIPTS.length) {
                int to = Math.min(TWO_RECEIPTS.length, at + 1 + random.nextInt(30));
                guard.feed(TWO_RECEIPTS, at, to);
                at = to;
                if (!open.isEmpty() && random.nextInt(3) == 0) {
                    Hold hold = open.remove(random.nextInt(open.size()));
                    guard.run(() -> decide(hold, random.nextInt(3)));
                }
                if (random.nextInt(10) == 0) {
                    guard.release(guard.newestHold());
                }
                if (random.nextInt(20) == 0) {
                    guard.release(guard.newestHold());
                    guard.quiet();
                }
                if (random.nextInt(5) == 0) {
                    guard.releaseHead();
                    assertEquals(false, guard.headWaits());
                }
            }
            end(guard);
            assertArrayEquals(inPlace(TWO_RECEIPTS), inPlace(blocks.without(paper.toByteArray())), "seed " + seed);
            assertEquals(List.of(), faults);
        }
    }

    private static void decide(Hold hold, int choice) {
        if (choice == 0) {
            hold.plain();
        } else {
            hold.print(Blocks.URL, List.of());
        }
    }

    /// The status question may overtake what is held: taken out, the rest must be in order.
    private static byte[] inPlace(byte[] stream) {
        var rest = new ByteArrayOutputStream();
        for (int i = 0; i < stream.length; i++) {
            if (i + 2 < stream.length && stream[i] == 0x10 && stream[i + 1] == 4 && stream[i + 2] == 1) {
                i += 2;
            } else {
                rest.write(stream[i]);
            }
        }
        return rest.toByteArray();
    }

    private void run(int slice, Claims claims, Stage.Maker stages) {
        paper.reset();
        faults.clear();
        Guard guard = guard(claims, stages);
        for (int at = 0; at < TWO_RECEIPTS.length; at += slice) {
            guard.feed(TWO_RECEIPTS, at, Math.min(TWO_RECEIPTS.length, at + slice));
        }
        end(guard);
    }

    private Guard guard(Claims claims, Stage.Maker stages) {
        return new Guard(
                stages, (bytes, from, to) -> paper.write(bytes, from, to - from), claims, () -> {}, faults::add);
    }

    private static void end(Guard guard) {
        guard.close();
        guard.release(Long.MAX_VALUE);
        guard.flush();
    }

    private void check(Blocks blocks, byte[] sent, String where) {
        assertArrayEquals(inPlace(sent), inPlace(blocks.without(paper.toByteArray())), where);
        assertEquals(sent.length, blocks.without(paper.toByteArray()).length, where);
        assertEquals(1, faults.size(), where);
    }

    /// A stage that does nothing.
    private static class Quiet implements Stage {
        @Override
        public void feed(byte[] bytes, int from, int to) {}

        @Override
        public void releaseHead() {}

        @Override
        public void quiet() {}

        @Override
        public void close() {}

        @Override
        public long newestHold() {
            return 0;
        }

        @Override
        public void release(long hold) {}

        @Override
        public int heldBytes() {
            return 0;
        }
    }

    /// An injector that breaks down before or after one byte.
    private record FailsAt(int at, boolean after) implements Stage.Maker {
        @Override
        public Stage make(Output output, Claims claims) {
            Stage injector = INJECTORS.make(output, claims);
            return new Stage() {
                private int fed;

                @Override
                public void feed(byte[] bytes, int from, int to) {
                    int until = at - fed + (after ? 1 : 0);
                    fed += to - from;
                    if (until >= 0 && until < to - from + (after ? 1 : 0)) {
                        injector.feed(bytes, from, from + until);
                        throw new IllegalStateException("byte " + at);
                    }
                    injector.feed(bytes, from, to);
                }

                @Override
                public void releaseHead() {
                    injector.releaseHead();
                }

                @Override
                public void quiet() {
                    injector.quiet();
                }

                @Override
                public void close() {
                    injector.close();
                }

                @Override
                public long newestHold() {
                    return injector.newestHold();
                }

                @Override
                public void release(long hold) {
                    injector.release(hold);
                }

                @Override
                public int heldBytes() {
                    return injector.heldBytes();
                }
            };
        }
    }
}
