package slipstream.acceptance;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import slipstream.device.printer.PrintedReceipt;

/// The main job as one story. Each step says what should happen and stops the story when it does not.
final class Story {
    private static final String PAYER = "oUpF8uMuAJO_M2pxb1Q9zNjWeS6o";
    private static final long FIRST = 3800;
    private static final long SECOND = 4400;

    private final Street street;
    private final Terminal terminal;
    private int step;

    Story(Street street, Terminal terminal) {
        this.street = street;
        this.terminal = terminal;
    }

    /// Tells it.
    ///
    /// @return the claim link of the second payment
    String tell() throws IOException, InterruptedException {
        String first = transactionId();
        step("Li pays at the café for the first time. She is marked; her receipt is plain.");
        street.pay(PAYER, first, "M20261122001", FIRST);
        expectPlain(TillReceipt.sale(first, "M20261122001", FIRST, false));

        String second = transactionId();
        step("Li pays again. The box recognises the payment, the service recognises Li: her receipt carries a link.");
        street.pay(PAYER, second, "M20261122002", SECOND);
        String link = expectLink(TillReceipt.sale(second, "M20261122002", SECOND, false));
        terminal.symbol(link);
        terminal.remark("The code says " + link);

        step("The till prints the same receipt once more: the same link, never a second one.");
        String again = expectLink(TillReceipt.sale(second, "M20261122002", SECOND, true));
        expect(again.equals(link), "the reprint carries another link: " + again);
        terminal.remark("The same link.");

        step("The kitchen gets its ticket: plain.");
        expectPlain(TillReceipt.kitchen("M20261122002"));

        step("The service is stopped. Receipts print as ever, and at once.");
        street.stopService();
        String third = transactionId();
        street.pay(PAYER, third, "M20261122003", FIRST);
        expectPlain(TillReceipt.sale(third, "M20261122003", FIRST, false));

        step("The service is back. Li scans the code and takes her coupon.");
        street.startService();
        street.awaitConnected();
        Phone.Page page = new Phone().claim(link);
        expect(page.status() == 200 && page.text().contains("Voucher code"), "the page says: " + page.text());
        terminal.remark("Her phone shows: " + page.text());

        step("Somebody else scans the same code: refused, kindly.");
        page = new Phone().claim(link);
        expect(page.status() != 200, "the page says: " + page.text());
        terminal.remark("The other phone shows: " + page.text());
        return link;
    }

    private void step(String text) {
        terminal.step(++step, text);
    }

    private void expectPlain(TillReceipt receipt) throws IOException {
        expect(print(receipt).isEmpty(), "the receipt carries a link");
    }

    private String expectLink(TillReceipt receipt) throws IOException {
        Optional<String> link = print(receipt);
        expect(link.isPresent(), "the receipt carries no link");
        return link.get();
    }

    /// Prints a receipt and scans what comes out.
    private Optional<String> print(TillReceipt receipt) throws IOException {
        Street.Printout printout = street.print(receipt.bytes());
        expect(
                printout.receipts().size() == 1,
                "the printer printed " + printout.receipts().size() + " receipts");
        PrintedReceipt printed = printout.receipts().getFirst();
        terminal.receipt(printed.text());
        terminal.remark("Printed in " + printout.milliseconds() + " ms, " + name(printed.picture()));
        return Phone.scan(printed.picture());
    }

    private static String name(Path picture) {
        Path here = Path.of("").toAbsolutePath();
        Path whole = picture.toAbsolutePath().normalize();
        return (whole.startsWith(here) ? here.relativize(whole) : whole).toString();
    }

    private static void expect(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalStateException("The story went wrong: " + otherwise + ".");
        }
    }

    /// A number as WeChat Pay gives them today: `42000`, five digits, the date in Beijing, ten digits.
    static String transactionId() {
        String date = LocalDate.now(ZoneId.of("Asia/Shanghai")).format(DateTimeFormatter.BASIC_ISO_DATE);
        var random = ThreadLocalRandom.current();
        return "42000%05d%s%010d".formatted(random.nextInt(100_000), date, random.nextLong(10_000_000_000L));
    }
}
