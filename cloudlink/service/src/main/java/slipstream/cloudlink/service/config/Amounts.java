package slipstream.cloudlink.service.config;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Optional;
import slipstream.cloudlink.protocol.Money;

/// Amounts of money as operators write them: `CNY 9.90`.
public final class Amounts {
    private Amounts() {}

    /// As [#read] reads it.
    public static String written(Money money) {
        var digits = Currency.getInstance(money.currency()).getDefaultFractionDigits();
        return money.currency() + " "
                + BigDecimal.valueOf(money.minorUnits(), Math.max(0, digits)).toPlainString();
    }

    /// Nothing where it is no currency, a blank, and an amount without parts of its smallest unit.
    public static Optional<Money> read(String text) {
        try {
            var words = text.strip().split(" +");
            var currency = Currency.getInstance(words[0]);
            var minor = new BigDecimal(words[1]).movePointRight(currency.getDefaultFractionDigits());
            return Optional.of(new Money(minor.longValueExact(), currency.getCurrencyCode()));
        } catch (IllegalArgumentException | ArithmeticException | ArrayIndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }
}
