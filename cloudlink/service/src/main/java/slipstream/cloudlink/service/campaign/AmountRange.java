package slipstream.cloudlink.service.campaign;

import java.util.Map;
import java.util.Optional;
import slipstream.cloudlink.protocol.Money;

/// Which amounts a campaign asks for, in the payment's own currency.
///
/// @param least the least amount by currency, in minor units
/// @param most the greatest amount by currency, in minor units
public record AmountRange(Map<String, Long> least, Map<String, Long> most) {
    /// Any amount at all, also an unknown one.
    public static final AmountRange ANY = new AmountRange(Map.of(), Map.of());

    public AmountRange {
        least = Map.copyOf(least);
        most = Map.copyOf(most);
    }

    /// Whether a payment earns. Where bounds are set, a currency that is in none of them does not, nor does
    /// an amount nobody knows.
    public boolean contains(Optional<Money> amount) {
        if (least.isEmpty() && most.isEmpty()) {
            return true;
        }
        if (amount.isEmpty()) {
            return false;
        }
        var currency = amount.get().currency();
        long paid = amount.get().minorUnits();
        boolean named = least.containsKey(currency) || most.containsKey(currency);
        return named
                && paid >= least.getOrDefault(currency, Long.MIN_VALUE)
                && paid <= most.getOrDefault(currency, Long.MAX_VALUE);
    }
}
