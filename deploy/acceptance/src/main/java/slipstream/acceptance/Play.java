package slipstream.acceptance;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import slipstream.cloudlink.protocol.PaymentReference;
import slipstream.device.printer.PrintedReceipt;
import slipstream.device.reference.ReceiptFacts;
import slipstream.escpos.codec.CommandDecoder;
import slipstream.escpos.codec.CommandReader;
import slipstream.escpos.command.Grammar;
import slipstream.escpos.profile.PrinterProfile;
import slipstream.escpos.receipt.Receipt;
import slipstream.escpos.receipt.ReceiptReader;

/// Any stream through the box. The simulated platform is told that the payments on it were made, by a payer who
/// has been here before, so that there is something to see.
final class Play {
    private static final String PAYER = "oUpF8uMuAJO_M2pxb1Q9zNjWeS6p";
    private static final int BODY_LIMIT = 8192;
    private static final long SOME_TOTAL = 1000;

    private final Street street;
    private final Terminal terminal;

    Play(Street street, Terminal terminal) throws IOException {
        this.street = street;
        this.terminal = terminal;
        String before = Story.transactionId();
        street.pay(PAYER, before, "M20261121001", 3 * SOME_TOTAL);
        street.print(
                TillReceipt.sale(before, "M20261121001", 3 * SOME_TOTAL, false).bytes());
    }

    /// Prints a job and shows what comes out.
    void print(byte[] job) throws IOException {
        for (Receipt receipt : receipts(job)) {
            ReceiptFacts facts = ReceiptFacts.of(receipt);
            // The platform must know the amount that the receipt tells: another would be another payment's.
            long total = facts.total().map(t -> t.movePointRight(2).longValue()).orElse(SOME_TOTAL);
            facts.references().stream()
                    .filter(reference -> reference.scheme().equals("wechat"))
                    .forEach(reference -> pay(reference, total));
        }
        Street.Printout printout = street.print(job);
        terminal.say("");
        for (PrintedReceipt receipt : printout.receipts()) {
            terminal.receipt(receipt.text());
            terminal.remark(receipt.picture().toString());
            Phone.scan(receipt.picture()).ifPresent(link -> terminal.remark("The code says " + link));
        }
        terminal.remark(printout.receipts().size() + " receipts in " + printout.milliseconds() + " ms.");
    }

    private void pay(PaymentReference reference, long total) {
        boolean platforms = reference.kind().equals("transaction_id");
        street.pay(
                PAYER,
                platforms ? reference.value() : Story.transactionId(),
                platforms ? "M" + reference.value() : reference.value(),
                total);
        terminal.remark("WeChat Pay is told that payment …"
                + reference.value().substring(Math.max(0, reference.value().length() - 4)) + " was made.");
    }

    private static List<Receipt> receipts(byte[] job) {
        List<Receipt> receipts = new ArrayList<>();
        var follower = new ReceiptReader(PrinterProfile.GENERIC_80MM, receipts::add);
        var reader = new CommandReader(BODY_LIMIT, follower::accept);
        new CommandDecoder(Grammar.ESC_POS, reader).feed(job, 0, job.length);
        reader.flush();
        follower.end(Receipt.Ending.END_OF_STREAM);
        return receipts;
    }
}
