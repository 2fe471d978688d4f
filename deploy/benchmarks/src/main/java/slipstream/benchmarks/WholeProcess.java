package slipstream.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import slipstream.escpos.codec.CommandDecoder;
import slipstream.escpos.codec.CommandReader;
import slipstream.escpos.codec.CommandSink;
import slipstream.escpos.command.CommandRow;
import slipstream.escpos.command.Grammar;
import slipstream.escpos.profile.PrinterProfile;
import slipstream.escpos.receipt.ReceiptReader;

/// One file, decoded again and again by a process of its own, as `npos.js` does it with the peer:
/// `WholeProcess frame|values|read SECONDS FILE`. Prints one line: megabytes a second of processor time, and how many
/// times.
///
/// | does | is |
/// | --- | --- |
/// | frame | each command told, where it begins and ends |
/// | values | each command a value, with the bytes of its text or image |
/// | read | lines of characters with style and position, symbols, pictures, ends, and the printer's state |
///
/// It warms up for as long as it measures, both in processor time: a busy machine makes it slower, not colder.
public final class WholeProcess {
    private static final int BODY_LIMIT = 1 << 20;

    private static final OperatingSystemMXBean SYSTEM =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private static long told;

    private WholeProcess() {}

    /// Runs the command.
    public static void main(String[] arguments) throws IOException {
        Does does = Does.valueOf(arguments[0].toUpperCase(Locale.ROOT));
        double seconds = Double.parseDouble(arguments[1]);
        byte[] bytes = Files.readAllBytes(Path.of(arguments[2]));
        repeat(does, bytes, seconds);
        System.out.println(repeat(does, bytes, seconds));
    }

    private enum Does {
        FRAME,
        VALUES,
        READ
    }

    private static String repeat(Does does, byte[] bytes, double seconds) {
        double before = cpuSeconds();
        double spent;
        long times = 0;
        do {
            once(does, bytes);
            times++;
            spent = cpuSeconds() - before;
        } while (spent < seconds);
        if (told == 0) {
            throw new IllegalStateException("nothing was told of " + bytes.length + " bytes");
        }
        return "%.3f %d".formatted(bytes.length * (double) times / spent / 1e6, times);
    }

    /// Of all threads: compiler and collector cost, too.
    private static double cpuSeconds() {
        return SYSTEM.getProcessCpuTime() / 1e9;
    }

    private static void once(Does does, byte[] bytes) {
        switch (does) {
            case FRAME -> new CommandDecoder(Grammar.ESC_POS, new Counter()).feed(bytes, 0, bytes.length);
            case VALUES -> values(bytes, (command, offset) -> told++);
            case READ -> {
                var receipts = new ReceiptReader(
                        PrinterProfile.GENERIC_80MM,
                        receipt -> told += receipt.elements().size());
                values(bytes, receipts::accept);
            }
        }
    }

    private static void values(byte[] bytes, CommandReader.Listener listener) {
        var reader = new CommandReader(BODY_LIMIT, listener);
        new CommandDecoder(Grammar.ESC_POS, reader).feed(bytes, 0, bytes.length);
        reader.flush();
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
