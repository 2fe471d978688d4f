package slipstream.device.cli;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import slipstream.cloudlink.protocol.PaymentReference;
import slipstream.device.learn.RulesException;
import slipstream.device.learn.TillRules;
import slipstream.device.picture.PictureStream;
import slipstream.device.picture.Pictures;
import slipstream.device.picture.Reading;
import slipstream.device.reference.Explanation;
import slipstream.device.reference.ReceiptScan;
import slipstream.device.reference.Rules;
import slipstream.device.reference.total.PrintedTime;
import slipstream.device.report.Report;
import slipstream.escpos.codec.CommandReader;
import slipstream.escpos.codec.CommandSink;
import slipstream.escpos.receipt.Element;
import slipstream.escpos.receipt.Receipt;
import slipstream.escpos.receipt.ReceiptListener;
import slipstream.escpos.receipt.ReceiptReader;

/// `slipstream references`.
@Command(
        name = "references",
        mixinStandardHelpOptions = true,
        header = "Tells kind, total and payment references of receipts.",
        footer = {
            "",
            "Examples:",
            "  slipstream references receipt.bin",
            "  slipstream references --explain receipt.bin",
            "  slipstream references --rules till-1.toml --explain receipt.bin",
            "  slipstream references --json *.bin"
        })
final class ReferencesCommand implements Callable<Integer> {
    private static final int BODY_LIMIT = 8192;

    private final Streams streams;

    @Mixin
    private FilesParameter files;

    @Option(names = "--time", description = "Tell how long pictures took to read, on standard error.")
    private boolean time;

    @Option(
            names = "--explain",
            description = "Tell of each number with six digits or more why it is or is no reference.")
    private boolean explain;

    @Option(
            names = "--rules",
            paramLabel = "FILE",
            description = "What \"slipstream learn\" wrote of the till: [till] rules in the box's configuration.")
    private Path rulesFile;

    private Rules rules = Rules.builtIn();

    ReferencesCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() throws Exception {
        if (rulesFile != null) {
            try {
                rules = TillRules.read(rulesFile).rules();
            } catch (RulesException e) {
                e.errors().forEach(streams::error);
                return Failure.WRONG_USE;
            }
        }
        try (Pictures pictures = Pictures.ofFiles()) {
            return tell(pictures);
        }
    }

    private int tell(Pictures pictures) throws IOException {
        return files.each(streams, stream -> {
            var scanner = new Scanner(stream.file(), pictures);
            var receipts = new ReceiptReader(stream.profile(), scanner);
            var reader = new CommandReader(BODY_LIMIT, receipts::accept);
            stream.decode(CommandSink.both(scanner.pictures, reader));
            reader.flush();
            receipts.end(Receipt.Ending.END_OF_STREAM);
        });
    }

    private void print(Report.References report, Explanation explanation) {
        List<Report.LongNumber> numbers = explanation.verdicts().stream()
                .map(verdict -> new Report.LongNumber(
                        verdict.origin().name().toLowerCase(Locale.ROOT),
                        verdict.line(),
                        verdict.column(),
                        verdict.number(),
                        verdict.taken(),
                        verdict.because()))
                .toList();
        if (files.json() && explain) {
            streams.json(new Report.Explained(report, numbers));
        } else if (files.json()) {
            streams.json(report);
        } else {
            streams.line(report.file() + ", receipt " + report.receipt() + ": " + report.kind() + ", " + facts(report));
            for (PaymentReference reference : report.references()) {
                streams.line("  " + reference.scheme() + " " + reference.kind() + " " + reference.value());
            }
            for (Report.LongNumber number : numbers) {
                streams.line("  " + place(number) + ", column " + number.column() + ", " + number.number() + ": "
                        + number.because());
            }
        }
    }

    private static String place(Report.LongNumber number) {
        return switch (number.origin()) {
            case "symbol" -> "in a symbol";
            case "picture" -> "in a picture, line " + number.line();
            default -> "line " + number.line();
        };
    }

    private static String facts(Report.References report) {
        String total = report.total() == null ? "no total" : "total " + report.total();
        String currency = report.total() == null || report.currency() == null ? "" : " " + report.currency();
        return total + currency + (report.time() == null ? "" : ", " + report.time());
    }

    /// Scans one receipt after the other.
    private final class Scanner implements ReceiptListener {
        private final String file;
        private final PictureStream pictures;
        private Reading reading;
        private Explanation explanation;
        private ReceiptScan scan;

        Scanner(String file, Pictures pictures) {
            this.file = file;
            this.pictures = pictures.stream(begun -> reading = begun);
            begin();
        }

        private void begin() {
            explanation = new Explanation();
            scan = explain ? new ReceiptScan(rules, explanation) : new ReceiptScan(rules);
        }

        @Override
        public void printed(List<Element> soFar) {
            scan.printed(soFar);
        }

        @Override
        public void ended(Receipt receipt) {
            scan.printed(receipt.elements());
            pictures.receiptEnded();
            if (reading != null) {
                read(receipt.number());
            }
            scan.ended();
            print(
                    new Report.References(
                            file,
                            receipt.number(),
                            scan.kind().word(),
                            scan.total().map(BigDecimal::toPlainString).orElse(null),
                            scan.currency().orElse(null),
                            scan.time().map(PrintedTime::toString).orElse(null),
                            scan.references()),
                    explanation);
            begin();
        }

        private void read(int receipt) {
            boolean whole = reading.finished().join();
            scan.pictured(reading.take());
            if (time || !whole) {
                streams.error(file + ", receipt " + receipt + ": its pictures took "
                        + reading.took().toMillis() + " ms" + (whole ? "." : ", not all of them could be read."));
            }
            reading = null;
        }
    }
}
