package slipstream.benchmarks;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import slipstream.device.reference.Find;
import slipstream.device.reference.ReceiptFacts;
import slipstream.device.reference.ReceiptScan;
import slipstream.escpos.codec.CommandDecoder;
import slipstream.escpos.codec.CommandReader;
import slipstream.escpos.command.Grammar;
import slipstream.escpos.profile.PrinterProfile;
import slipstream.escpos.receipt.Element;
import slipstream.escpos.receipt.Receipt;
import slipstream.escpos.receipt.ReceiptListener;
import slipstream.escpos.receipt.ReceiptReader;

/// What finding payment references adds to reading receipts: one operation is a whole stream. Each of its receipts
/// names a payment, but for those of the stream `UNPAID`.
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class Recognition {
    private static final int SLICE = 4096;
    private static final int BODY_LIMIT = 8192;

    /// Which stream; a [Job].
    @Param({"UNPAID", "TEXT", "MIXED"})
    public String job;

    private byte[] stream;
    private int told;

    /// Makes the stream.
    @Setup
    public void prepare() {
        stream = Job.valueOf(job).stream();
    }

    /// Receipts read, and nothing looked for.
    @Benchmark
    public int read() {
        return feed(receipt -> told++);
    }

    /// References looked for, as lines print.
    @Benchmark
    public int references() {
        return feed(new Scanner(false));
    }

    /// What the box does: the kind too where a reference is found, and the total that goes with the question.
    @Benchmark
    public int questions() {
        return feed(new Scanner(true));
    }

    /// Kind, total and references of every receipt, needed or not: what the command line does.
    @Benchmark
    public int facts() {
        return feed(receipt -> told += ReceiptFacts.of(receipt).references().size());
    }

    private int feed(ReceiptListener listener) {
        var reader = new ReceiptReader(PrinterProfile.GENERIC_80MM, listener);
        var decoder = new CommandDecoder(Grammar.ESC_POS, new CommandReader(BODY_LIMIT, reader::accept));
        for (int from = 0; from < stream.length; from += SLICE) {
            decoder.feed(stream, from, Math.min(stream.length, from + SLICE));
        }
        decoder.release();
        return told;
    }

    private final class Scanner implements ReceiptListener {
        private final boolean asks;
        private ReceiptScan scan = new ReceiptScan();

        Scanner(boolean asks) {
            this.asks = asks;
        }

        @Override
        public void printed(List<Element> soFar) {
            for (Find find : scan.printed(soFar)) {
                if (asks && find.sure() && scan.kind().customers()) {
                    told += scan.total().isPresent() ? 1 : 0;
                }
            }
        }

        @Override
        public void ended(Receipt receipt) {
            scan.printed(receipt.elements());
            told += scan.ended().size();
            told += asks && !scan.references().isEmpty() ? scan.kind().ordinal() : 0;
            scan = new ReceiptScan();
        }
    }
}
