package slipstream.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import slipstream.cloudlink.protocol.VoucherCode;

/// Box and service where nobody can be asked who paid, and what becomes of a voucher at the till.
@Timeout(120)
class AtTheScanTest {
    private static final long TOTAL = 2200;
    private static final int NOT_FOUND = 404;

    @TempDir
    private Path directory;

    private final Phone phone = new Phone();
    private int minutes;

    @Test
    void cashIsIdentifiedAtTheScanAndItsVoucherIsUsedUpByTheNextReceipt() throws Exception {
        try (var street = new Street(
                directory.resolve("work"), directory.resolve("out"), 0, "[claim]\npool = true\ncash = true\n")) {
            street.awaitConnected();
            Phone.Page first = phone.claim(printedAndTold(street));
            assertTrue(first.text().contains("Nice to meet you"), first.text());

            Phone.Page offers = phone.claim(printedAndTold(street));
            Phone.Page voucher = phone.claim(offers.at().toString());
            var code = VoucherCode.find(voucher.text()).getFirst();

            String receipt = time();
            print(street, receipt, "优惠券 " + code.grouped());
            String mine = offers.at().toString().replaceFirst("\\?.*", "") + "/me?lang=en";
            while (!phone.open(mine).text().contains("Used on")) {
                assertEquals(200, phone.open(mine).status());
            }
        }
    }

    @Test
    void theReceiptOfARefundTakesBackWhatACardPaymentGave() throws Exception {
        try (var street =
                new Street(directory.resolve("work"), directory.resolve("out"), 0, "[claim]\npool = true\n")) {
            street.awaitConnected();
            Phone.Page first = phone.claim(toldOfCard(street, "732612000001"));
            assertTrue(first.text().contains("Nice to meet you"), first.text());
            Phone.Page offers = phone.claim(toldOfCard(street, "732612000002"));
            assertEquals(200, offers.status());

            String time = time();
            TillReceipt refund = TillReceipt.card("退货", "732612000002", TOTAL, time);
            assertFalse(link(street, refund).isPresent(), "no code on a refund");
            while (phone.open(offers.at().toString()).status() == 200) {
                Thread.onSpinWait();
            }
            assertTrue(phone.open(offers.at().toString()).text().contains("taken back"));
        }
    }

    private String toldOfCard(Street street, String rrn) throws IOException, InterruptedException {
        TillReceipt receipt = TillReceipt.card("消费", rrn, TOTAL, time());
        Optional<String> token = link(street, receipt);
        while (token.isEmpty()) {
            token = link(street, receipt);
        }
        toldOf(token.get());
        return token.get();
    }

    @Test
    void withoutAServiceATokenIsPrintedAndTheReprintHasTheSame() throws Exception {
        try (var street =
                new Street(directory.resolve("work"), directory.resolve("out"), 0, "[claim]\npool = true\n")) {
            street.awaitConnected();
            String before = Story.transactionId();
            street.pay("li", before, "M1", TOTAL);
            assertFalse(
                    link(street, TillReceipt.sale(before, "M1", TOTAL, false)).isPresent(), "a first payment");
            while (street.tokens() == 0) {
                street.print(TillReceipt.kitchen("M1").bytes());
            }
            street.stopService();

            String offline = Story.transactionId();
            street.pay("li", offline, "M2", TOTAL);
            String token =
                    link(street, TillReceipt.sale(offline, "M2", TOTAL, false)).orElseThrow();
            assertEquals(
                    token,
                    link(street, TillReceipt.sale(offline, "M2", TOTAL, true)).orElseThrow());
            String other = link(street, TillReceipt.sale(Story.transactionId(), "M3", TOTAL, false))
                    .orElseThrow();
            assertNotEquals(token, other);

            street.startService();
            street.awaitConnected();
            Phone.Page page = toldOf(token);
            assertTrue(page.text().contains("Only for the person who paid"), page.text());
        }
    }

    /// Sells for cash until the box has tokens, and waits until the service knows of the one that was printed.
    private String printedAndTold(Street street) throws IOException, InterruptedException {
        Optional<String> token = print(street, time(), "");
        while (token.isEmpty()) {
            token = print(street, time(), "");
        }
        toldOf(token.get());
        return token.get();
    }

    private Phone.Page toldOf(String token) throws IOException, InterruptedException {
        Phone.Page page = phone.open(token);
        while (page.status() == NOT_FOUND) {
            page = new Phone().open(token);
        }
        return page;
    }

    private static Optional<String> print(Street street, String time, String more) throws IOException {
        return link(street, TillReceipt.cash(TOTAL, time, more));
    }

    private static Optional<String> link(Street street, TillReceipt receipt) throws IOException {
        return Phone.scan(street.print(receipt.bytes()).receipts().getFirst().picture());
    }

    /// Another one each time.
    private String time() {
        int now = minutes++;
        return "2026-11-22 %02d:%02d:00".formatted(8 + now / 60 % 12, now % 60);
    }
}
