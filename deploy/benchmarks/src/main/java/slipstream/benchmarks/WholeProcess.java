package slipstream.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import slipstream.escpos.codec.CommandDecoder;
import slipstream.escpos.codec.CommandReader;
import slipstream.escpos.codec.CommandSink;
import slipstream.escpos.command.CommandRow;
import slipstream.escpos.command.Grammar;
import slipstream.escpos.profile.PrinterProfile;
import slipstream.escpos.receipt.ReceiptReader;

/// One file, decoded again and again by a process of its own, as `npos.js` does it with the peer:
/// `WholeProcess frame|read SECONDS FILE`. Prints one line: megabytes a second of processor time, and how many times.
public final class WholeProcess {
    private static final int BODY_LIMIT = 1 << 20;

    private static long told;

    private WholeProcess() {}

    /// Runs the command.
    public static void main(String[] arguments) throws IOException {
        boolean read = arguments[0].equals("read");
        double seconds = Double.parseDouble(arguments[1]);
        byte[] bytes = Files.readAllBytes(Path.of(arguments[2]));
        repeat(read, bytes, seconds);
        System.out.println(repeat(read, bytes, seconds));
    }

    private static String repeat(boolean read, byte[] bytes, double seconds) {
        long begun = System.nanoTime();
        double before = cpuSeconds();
        long times = 0;
        do {
            once(read, bytes);
            times++;
        } while (System.nanoTime() - begun < seconds * 1e9);
        double spent = cpuSeconds() - before;
        if (told == 0) {
            throw new IllegalStateException("nothing was told of " + bytes.length + " bytes");
        }
        return "%.3f %d".formatted(bytes.length * (double) times / spent / 1e6, times);
    }

    /// Of all threads: compiler and collector cost, too.
    private static double cpuSeconds() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toNanos() / 1e9;
    }

    private static void once(boolean read, byte[] bytes) {
        if (read) {
            var receipts = new ReceiptReader(
                    PrinterProfile.GENERIC_80MM,
                    receipt -> told += receipt.elements().size());
            var reader = new CommandReader(BODY_LIMIT, receipts::accept);
            new CommandDecoder(Grammar.ESC_POS, reader).feed(bytes, 0, bytes.length);
            reader.flush();
        } else {
            new CommandDecoder(Grammar.ESC_POS, new Counter()).feed(bytes, 0, bytes.length);
        }
    }

    /// Counts what is told.
    private static final class Counter implements CommandSink {
        @Override
        public void text(byte[] bytes, int from, int to) {
            told++;
        }

        @Override
        public void command(CommandRow row, byte[] bytes, int from, int to, long body) {
            told++;
        }

        @Override
        public void body(byte[] bytes, int from, int to) {}

        @Override
        public void end() {}

        @Override
        public void wire(byte[] bytes, int from, int to) {}
    }
}
