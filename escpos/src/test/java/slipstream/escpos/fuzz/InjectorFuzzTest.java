package slipstream.escpos.fuzz;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import slipstream.escpos.codec.CommandDecoder;
import slipstream.escpos.codec.CommandReader;
import slipstream.escpos.command.Grammar;
import slipstream.escpos.inject.BlockMeans;
import slipstream.escpos.inject.Claims;
import slipstream.escpos.inject.Hold;
import slipstream.escpos.inject.Injector;
import slipstream.escpos.inject.Insertion;
import slipstream.escpos.inject.Placement;
import slipstream.escpos.profile.PrinterProfile;
import slipstream.escpos.receipt.Receipt;
import slipstream.escpos.state.PrinterState;

class InjectorFuzzTest {
    private static final String URL = "HTTPS://SLIP.EXAMPLE/C/0123456789";

    /// A printer, and how its blocks are drawn; the length of the input chooses one.
    private record Printer(PrinterProfile profile, BlockMeans means) {
        private static final List<Printer> ALL = List.of(
                new Printer(PrinterProfile.GENERIC_80MM, BlockMeans.RASTER),
                new Printer(PrinterProfile.GENERIC_80MM, new BlockMeans(false, true, 2047)),
                new Printer(PrinterProfile.named("tm-t88v"), new BlockMeans(true, true, 2303)),
                new Printer(PrinterProfile.named("nt-5890k"), new BlockMeans(true, false, 255)));

        static Printer of(byte[] input) {
            return ALL.get(input.length % ALL.size());
        }
    }

    @FuzzTest(maxDuration = "10m")
    void blocksInAnyBytesCanBeTakenOutAgainAndLeaveTheStateAsItWas(byte[] input) {
        var slices = new Slices(input);
        byte[] stream = slices.stream();
        var printer = Printer.of(input);
        var whole = new Injected(printer);
        whole.injector.feed(stream, 0, stream.length);
        whole.close();
        var sliced = new Injected(printer);
        slices.each(sliced.injector::feed, () -> {});
        sliced.close();

        assertArrayEquals(whole.out.toByteArray(), sliced.out.toByteArray(), "slices move a block");
        assertArrayEquals(stream, whole.withoutBlocks(), "without its blocks the stream is another");
        assertEquals(
                expected(stream, whole),
                stateAfter(whole.out.toByteArray(), printer.profile),
                "a block leaves a trace");
    }

    /// The state without the blocks; but a file that ends within a line has that line printed by its last block.
    private static PrinterState expected(byte[] stream, Injected injected) {
        PrinterState plain = stateAfter(stream, injected.profile);
        boolean blockAtEnd =
                !injected.insertions.isEmpty() && injected.insertions.getLast().placement() == Placement.AT_END;
        return blockAtEnd ? plain.withLineEmpty(true) : plain;
    }

    private static PrinterState stateAfter(byte[] stream, PrinterProfile profile) {
        var state = new PrinterState[] {PrinterState.initial(profile)};
        var reader = new CommandReader(1 << 20, (command, offset) -> state[0] = state[0].after(command));
        new CommandDecoder(Grammar.named(profile.dialect()), reader).feed(stream, 0, stream.length);
        reader.flush();
        return state[0];
    }

    private static final class Injected implements Claims {
        final ByteArrayOutputStream out = new ByteArrayOutputStream();
        final List<Insertion> insertions = new ArrayList<>();
        final PrinterProfile profile;
        final Injector injector;

        Injected(Printer printer) {
            profile = printer.profile;
            injector = new Injector(
                    PrinterState.initial(profile),
                    printer.means,
                    Injector.RealTime.IN_ORDER,
                    (bytes, from, to) -> out.write(bytes, from, to - from),
                    this);
        }

        void close() {
            injector.close();
            assertEquals(0, injector.newestHold());
            assertEquals(0, injector.heldBytes());
        }

        byte[] withoutBlocks() {
            byte[] all = out.toByteArray();
            var without = new ByteArrayOutputStream();
            int at = 0;
            for (Insertion block : insertions) {
                without.write(all, at, (int) block.outputOffset() - at);
                at = (int) block.outputOffset() + block.length();
            }
            without.write(all, at, all.length - at);
            return without.toByteArray();
        }

        @Override
        public void ended(Receipt receipt, Hold hold) {
            hold.print(URL, List.of());
        }

        @Override
        public void inserted(Insertion insertion) {
            insertions.add(insertion);
        }
    }
}
