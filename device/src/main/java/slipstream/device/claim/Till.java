package slipstream.device.claim;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Optional;
import slipstream.cloudlink.protocol.Money;

/// The till whose receipts pass.
///
/// @param name its name within the shop
/// @param currency what its amounts are in
public record Till(String name, Currency currency) {
    private static final BigDecimal MOST = BigDecimal.valueOf(Long.MAX_VALUE);

    /// `amount`, in the currency's main unit, as the service wants it; nothing when no till can have meant it.
    Optional<Money> money(BigDecimal amount) {
        int digits = Math.max(0, currency.getDefaultFractionDigits());
        BigDecimal minor = amount.movePointRight(digits).setScale(0, RoundingMode.HALF_UP);
        return minor.abs().compareTo(MOST) > 0
                ? Optional.empty()
                : Optional.of(new Money(minor.longValue(), currency.getCurrencyCode()));
    }
}
