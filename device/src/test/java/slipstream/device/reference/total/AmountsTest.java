package slipstream.device.reference.total;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What is read as an amount.
class AmountsTest {
    private static final List<String> PIECES = List.of(
            " ",
            "-",
            "¥",
            "$",
            "HK$",
            "rmb",
            "EUR",
            "RM",
            ".",
            ",",
            "1",
            "12",
            "288",
            "0",
            "000",
            "4200001",
            "元",
            "件",
            "x",
            "%",
            "*",
            "CR",
            ":",
            "A",
            "合计",
            "1.288,00",
            "1,288",
            "45.000",
            ".50");
    private static final int LINES = 20_000;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "12.80|12.80",
                "¥ 1,288.00|1288.00",
                "RMB 12.8元|12.80",
                "1.288,00|1288.00",
                "12|12.00",
                "-¥12.80|-12.80",
                "¥-12.80|-12.80",
                "12,50-|-12.50",
                "12,50- EUR|-12.50",
                "12.50 CR|-12.50",
                "12.50CR|-12.50",
                "12.50 DR|12.50",
                "¥2,500-|2500.00",
                "(12.50)|-12.50",
                "($12.50)|-12.50",
                "$ 45.000|45000.00",
                "Rp 45.000|45000.00",
                "₩12,000|12000.00",
                "KWD 45.000|45.00",
                "RM15.00|15.00",
                "AUD88.00|88.00",
                "1.204.500|1204500.00",
                "3件 12.80|12.80",
                "笔数 3 ¥12|12.00",
                "18,00 EUR|18.00",
                "ORDERS 12|12.00"
            })
    void amountsAreReadAsTheyAreWritten(String text, BigDecimal amount) {
        assertEquals(amount, Amounts.first(text, 0, text.length()), text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"3件", "12 pcs", "2026-11-22", "#12", "4200001234567", "10%", "A12", "1.250 kg", "12:30"})
    void whatCountsOrDatesIsNoAmount(String text) {
        assertNull(Amounts.first(text, 0, text.length()), text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"%,.2f", "$%,.2f", "%,.2f EUR", "¥%.2f", "HK$ %,.2f", "%.2f元", "RM%.2f", "GBP %,.2f"})
    void anAmountIsTheSameInEveryForm(String form) {
        var random = new Random(22);
        for (int i = 0; i < LINES / 10; i++) {
            BigDecimal amount = BigDecimal.valueOf(1 + random.nextInt(9_999_999), 2);
            String pointed = String.format(Locale.ROOT, form, amount);
            assertEquals(amount, Amounts.first(pointed, 0, pointed.length()), pointed);
            String continental = pointed.replace(',', '\'').replace('.', ',').replace('\'', '.');
            assertEquals(amount, Amounts.first(continental, 0, continental.length()), continental);
            String negative = "-" + pointed;
            assertEquals(amount.negate(), Amounts.first(negative, 0, negative.length()), negative);
            assertTrue(Amounts.only(pointed), pointed);
            assertFalse(Amounts.only("No. " + pointed), pointed);
        }
    }

    @Test
    void aPieceOfALineIsReadAsIfItWereAlone() {
        var random = new Random(23);
        for (int i = 0; i < LINES; i++) {
            var text = new StringBuilder();
            for (int pieces = 1 + random.nextInt(8); pieces > 0; pieces--) {
                text.append(PIECES.get(random.nextInt(PIECES.size())));
            }
            String line = text.toString();
            BigDecimal alone = Amounts.first(line, 0, line.length());
            assertEquals(alone, Amounts.first("7" + line + "9", 1, 1 + line.length()), line);
            if (alone != null) {
                assertEquals(2, alone.scale(), line);
            }
        }
    }

    @Test
    void anAmountWithACurrencyIsPreferred() {
        String line = "2 Latte 3 ¥12";
        assertEquals(new BigDecimal("12.00"), Amounts.first(line, 0, line.length()));
        assertNotNull(Amounts.first("2 Latte", 0, 7));
    }
}
