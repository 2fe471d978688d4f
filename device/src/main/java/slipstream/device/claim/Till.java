package slipstream.device.claim;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import slipstream.cloudlink.protocol.Money;

/// The till whose receipts pass.
///
/// @param name its name within the shop
/// @param currency what its amounts are in
public record Till(String name, Currency currency) {
    /// `amount`, in the currency's main unit, as the service wants it.
    Money money(BigDecimal amount) {
        int digits = Math.max(0, currency.getDefaultFractionDigits());
        long minor =
                amount.movePointRight(digits).setScale(0, RoundingMode.HALF_UP).longValueExact();
        return new Money(minor, currency.getCurrencyCode());
    }
}
