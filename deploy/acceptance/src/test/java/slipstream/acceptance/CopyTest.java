package slipstream.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A payer asks for a copy of their receipt; box and service as in a shop.
@Timeout(120)
class CopyTest {
    private static final long TOTAL = 3800;
    private static final int NOT_FOUND = 404;
    private static final String ALLOWED = "[claim]\ncopies = true\n";
    private static final String BUTTON = "Copy of my receipt";

    @TempDir
    private Path directory;

    private final Phone phone = new Phone();
    private String number;

    @Test
    void thePayerSeesTheirReceiptAndNobodyElseDoes() throws Exception {
        try (var street = street(ALLOWED)) {
            street.switchCopies(true);
            street.stopService();
            street.startService();
            street.awaitConnected();
            print(street);
            String link = print(street);
            while (street.copies() == 0) {
                link = print(street);
            }
            Phone.Page voucher = phone.claim(link);
            assertTrue(voucher.text().contains(BUTTON), voucher.text());

            Phone.Page page = phone.press(link + "/receipt");
            while (page.text().contains("being fetched")) {
                page = phone.open(link + "/receipt");
            }
            assertTrue(page.text().contains("Copy of your receipt"), page.text());
            assertTrue(page.text().contains(TillReceipt.SHOP), page.text());
            assertTrue(page.text().contains("燕麦拿铁 Oat Latte     x1"), page.text());
            assertTrue(page.text().contains(number), "it is this receipt, and no other");

            var other = new Phone();
            assertEquals(NOT_FOUND, other.open(link + "/receipt").status());
            assertEquals(NOT_FOUND, other.open(link + "/receipt.txt").status());
            assertEquals(NOT_FOUND, other.press(link + "/receipt").status());
            assertFalse(other.open(link).text().contains("Latte"));
        }
    }

    @Test
    void whereTheMerchantHasNotSwitchedThemOnThereIsNoButtonAndTheBoxKeepsNothing() throws Exception {
        try (var street = street(ALLOWED)) {
            street.awaitConnected();
            print(street);
            String link = print(street);
            Phone.Page voucher = phone.claim(link);
            assertEquals(200, voucher.status());
            assertFalse(voucher.text().contains(BUTTON), voucher.text());
            assertEquals(NOT_FOUND, phone.press(link + "/receipt").status());
            assertEquals(0, street.copies());
        }
    }

    @Test
    void whereTheBoxIsNotAllowedToItKeepsNothingWhateverTheMerchantWants() throws Exception {
        try (var street = street("")) {
            street.switchCopies(true);
            street.stopService();
            street.startService();
            street.awaitConnected();
            print(street);
            print(street);
            assertEquals(0, street.copies());
        }
    }

    private Street street(String more) throws Exception {
        return new Street(directory.resolve("work"), directory.resolve("out"), 0, more);
    }

    /// Sells for WeChat Pay to the same payer; the link on the receipt, or null where there is none.
    private String print(Street street) throws Exception {
        String id = Story.transactionId();
        number = "M" + id.substring(id.length() - 8);
        street.pay("wang", id, number, TOTAL);
        var receipt = street.print(TillReceipt.sale(id, number, TOTAL, false).bytes())
                .receipts()
                .getFirst();
        return Phone.scan(receipt.picture()).orElse(null);
    }
}
