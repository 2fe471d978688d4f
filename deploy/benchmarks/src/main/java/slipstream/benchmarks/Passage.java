package slipstream.benchmarks;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import slipstream.escpos.codec.CommandDecoder;
import slipstream.escpos.codec.CommandReader;
import slipstream.escpos.codec.CommandSink;
import slipstream.escpos.command.CommandRow;
import slipstream.escpos.command.Grammar;
import slipstream.escpos.inject.Claims;
import slipstream.escpos.inject.Hold;
import slipstream.escpos.inject.Injector;
import slipstream.escpos.profile.PrinterProfile;
import slipstream.escpos.receipt.Receipt;
import slipstream.escpos.receipt.ReceiptReader;

/// What it costs a stream to pass, in slices of 4 kB as a socket hands them over: one operation is the whole stream.
///
/// The floor is [#copy]: each slice is copied once, to where a write to the printer would take it from. The others do
/// the same with what the decoder passes on, and more and more besides.
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class Passage {
    private static final int SLICE = 4096;
    private static final int BODY_LIMIT = 8192;

    /// Which stream; a [Job].
    @Param({"TEXT", "MIXED", "RASTER"})
    public String job;

    private final byte[] out = new byte[1 << 16];
    private byte[] stream;
    private int at;
    private int receipts;

    /// Makes the stream.
    @Setup
    public void prepare() {
        stream = Job.valueOf(job).stream();
    }

    /// A plain copy.
    @Benchmark
    public int copy() {
        for (int from = 0; from < stream.length; from += SLICE) {
            pass(stream, from, Math.min(stream.length, from + SLICE));
        }
        return at;
    }

    /// The stream framed: commands told, bytes passed on.
    @Benchmark
    public int decode() {
        feed(new CommandDecoder(Grammar.ESC_POS, new Passing()));
        return at;
    }

    /// The same, the printer's state followed and every receipt read.
    @Benchmark
    public int track() {
        var reader = new ReceiptReader(PrinterProfile.GENERIC_80MM, receipt -> receipts++);
        feed(new CommandDecoder(Grammar.ESC_POS, new Tracking(new CommandReader(BODY_LIMIT, reader::accept))));
        return at + receipts;
    }

    /// All that the box does with a receipt that gets no block.
    @Benchmark
    public int inject() {
        var injector = new Injector(PrinterProfile.GENERIC_80MM, Injector.RealTime.OVERTAKES, this::pass, new Claims() {
            @Override
            public void ended(Receipt receipt, Hold hold) {
                receipts++;
                hold.plain();
            }
        });
        for (int from = 0; from < stream.length; from += SLICE) {
            injector.feed(stream, from, Math.min(stream.length, from + SLICE));
        }
        injector.close();
        return at + receipts;
    }

    private void feed(CommandDecoder decoder) {
        for (int from = 0; from < stream.length; from += SLICE) {
            decoder.feed(stream, from, Math.min(stream.length, from + SLICE));
        }
        decoder.release();
    }

    private void pass(byte[] bytes, int from, int to) {
        int length = to - from;
        if (at + length > out.length) {
            at = 0;
        }
        System.arraycopy(bytes, from, out, at, length);
        at += length;
    }

    /// Passes on, and looks at nothing.
    private final class Passing implements CommandSink {
        @Override
        public void text(byte[] bytes, int from, int to) {}

        @Override
        public void command(CommandRow row, byte[] bytes, int from, int to, long body) {}

        @Override
        public void body(byte[] bytes, int from, int to) {}

        @Override
        public void end() {}

        @Override
        public void wire(byte[] bytes, int from, int to) {
            pass(bytes, from, to);
        }
    }

    /// Passes on, and makes commands of what is told.
    private final class Tracking implements CommandSink {
        private final CommandReader reader;

        Tracking(CommandReader reader) {
            this.reader = reader;
        }

        @Override
        public void text(byte[] bytes, int from, int to) {
            reader.text(bytes, from, to);
        }

        @Override
        public void command(CommandRow row, byte[] bytes, int from, int to, long body) {
            reader.command(row, bytes, from, to, body);
        }

        @Override
        public void body(byte[] bytes, int from, int to) {
            reader.body(bytes, from, to);
        }

        @Override
        public void end() {
            reader.end();
        }

        @Override
        public void wire(byte[] bytes, int from, int to) {
            pass(bytes, from, to);
        }
    }
}
