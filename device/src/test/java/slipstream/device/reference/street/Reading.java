package slipstream.device.reference.street;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import slipstream.cloudlink.protocol.PaymentReference;
import slipstream.device.reference.ReceiptScan;
import slipstream.device.reference.total.PrintedTime;
import slipstream.escpos.codec.CommandDecoder;
import slipstream.escpos.codec.CommandReader;
import slipstream.escpos.command.Grammar;
import slipstream.escpos.profile.PrinterProfile;
import slipstream.escpos.receipt.Element;
import slipstream.escpos.receipt.Receipt;
import slipstream.escpos.receipt.ReceiptListener;
import slipstream.escpos.receipt.ReceiptReader;

/// What the box makes of one receipt of a job, by the way of production: from bytes, element by element.
///
/// @param kind as the box calls it
/// @param shown what the receipt shows, a line an element
record Reading(
        String kind,
        Optional<BigDecimal> total,
        Optional<String> currency,
        Optional<PrintedTime> time,
        List<PaymentReference> references,
        List<String> shown) {
    /// Of a receipt that was not read at all.
    static final Reading NONE =
            new Reading("none", Optional.empty(), Optional.empty(), Optional.empty(), List.of(), List.of());

    private static final int BODY_LIMIT = 8192;

    /// The receipts of a job.
    static List<Reading> of(byte[] job, PrinterProfile printer) {
        List<Reading> readings = new ArrayList<>();
        var receipts = new ReceiptReader(printer, new Scanner(readings));
        var commands = new CommandReader(BODY_LIMIT, receipts::accept);
        new CommandDecoder(Grammar.ESC_POS, commands).feed(job, 0, job.length);
        commands.flush();
        receipts.end(Receipt.Ending.END_OF_STREAM);
        return readings;
    }

    private static String shown(Element element) {
        return switch (element) {
            case Element.Line line -> line.text();
            case Element.Symbol symbol -> "[" + symbol.system() + "] " + symbol.payload();
            case Element.Picture ignored -> "[picture]";
        };
    }

    /// Scans one receipt after the other, as the bridge does.
    private static final class Scanner implements ReceiptListener {
        private final List<Reading> readings;
        private ReceiptScan scan = new ReceiptScan();

        Scanner(List<Reading> readings) {
            this.readings = readings;
        }

        @Override
        public void printed(List<Element> soFar) {
            scan.printed(soFar);
        }

        @Override
        public void ended(Receipt receipt) {
            scan.printed(receipt.elements());
            scan.ended();
            readings.add(new Reading(
                    scan.kind().word(),
                    scan.total(),
                    scan.currency(),
                    scan.time(),
                    scan.references(),
                    receipt.elements().stream().map(Reading::shown).toList()));
            scan = new ReceiptScan();
        }
    }
}
