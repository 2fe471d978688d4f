package slipstream.device.cli;

import java.math.BigDecimal;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import slipstream.cloudlink.protocol.PaymentReference;
import slipstream.device.reference.ReceiptScan;
import slipstream.device.report.Report;
import slipstream.escpos.codec.CommandReader;
import slipstream.escpos.receipt.Element;
import slipstream.escpos.receipt.Receipt;
import slipstream.escpos.receipt.ReceiptListener;
import slipstream.escpos.receipt.ReceiptReader;

/// `slipstream references`.
@Command(
        name = "references",
        mixinStandardHelpOptions = true,
        header = "Tells kind, total and payment references of receipts.",
        footer = {"", "Examples:", "  slipstream references receipt.bin", "  slipstream references --json *.bin"})
final class ReferencesCommand implements Callable<Integer> {
    private static final int BODY_LIMIT = 8192;

    private final Streams streams;

    @Mixin
    private FilesParameter files;

    ReferencesCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() throws Exception {
        return files.each(streams, stream -> {
            var receipts = new ReceiptReader(stream.profile(), new Scanner(stream.file()));
            var reader = new CommandReader(BODY_LIMIT, receipts::accept);
            stream.decode(reader);
            reader.flush();
            receipts.end(Receipt.Ending.END_OF_STREAM);
        });
    }

    private void print(Report.References report) {
        if (files.json()) {
            streams.json(report);
            return;
        }
        String total = report.total() == null ? "no total" : "total " + report.total();
        streams.line(report.file() + ", receipt " + report.receipt() + ": " + report.kind() + ", " + total);
        for (PaymentReference reference : report.references()) {
            streams.line("  " + reference.scheme() + " " + reference.kind() + " " + reference.value());
        }
    }

    /// Scans one receipt after the other.
    private final class Scanner implements ReceiptListener {
        private final String file;
        private ReceiptScan scan = new ReceiptScan();

        Scanner(String file) {
            this.file = file;
        }

        @Override
        public void printed(List<Element> soFar) {
            scan.printed(soFar);
        }

        @Override
        public void ended(Receipt receipt) {
            scan.printed(receipt.elements());
            scan.ended();
            String total = scan.total().map(BigDecimal::toPlainString).orElse(null);
            print(new Report.References(file, receipt.number(), scan.kind().word(), total, scan.references()));
            scan = new ReceiptScan();
        }
    }
}
