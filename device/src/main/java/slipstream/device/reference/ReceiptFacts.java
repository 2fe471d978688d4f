package slipstream.device.reference;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import slipstream.cloudlink.protocol.PaymentReference;
import slipstream.device.reference.kind.ReceiptKind;
import slipstream.device.reference.total.PrintedTime;
import slipstream.escpos.receipt.Receipt;

/// What the box makes of one whole receipt.
///
/// @param kind what it is for
/// @param total what was paid, in the currency's main unit with two decimals, if it shows
/// @param currency the currency of its amounts, ISO 4217, if it shows
/// @param time when it was printed, by the shop's clock, if it shows
/// @param references the payments it names, in the order in which they can be read
public record ReceiptFacts(
        ReceiptKind kind,
        Optional<BigDecimal> total,
        Optional<String> currency,
        Optional<PrintedTime> time,
        List<PaymentReference> references) {

    /// The facts of `receipt`.
    public static ReceiptFacts of(Receipt receipt) {
        var scan = new ReceiptScan();
        scan.printed(receipt.elements());
        scan.ended();
        return new ReceiptFacts(scan.kind(), scan.total(), scan.currency(), scan.time(), scan.references());
    }
}
