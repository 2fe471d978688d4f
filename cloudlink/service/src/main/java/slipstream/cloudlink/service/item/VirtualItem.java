package slipstream.cloudlink.service.item;

import java.time.Instant;
import java.util.Optional;
import slipstream.cloudlink.protocol.Money;
import slipstream.cloudlink.service.merchant.Wording;

/// A coupon or voucher of one merchant.
///
/// @param id random, unique
/// @param merchantId the merchant where it is used
/// @param merchantName that merchant's name
/// @param title what the payer gets, in a few words
/// @param terms conditions in one or two sentences, if any
/// @param validDays how many days a voucher is good for once claimed, 1 to 3650
/// @param place where that merchant's shop is, if it is known
/// @param price for how much it can be bought; it is only given away when absent
/// @param stock how many vouchers there are in all; without end when absent
/// @param withdrawnAt since when no new link offers it, if so; vouchers there are stay good
public record VirtualItem(
        String id,
        String merchantId,
        Wording merchantName,
        Optional<Wording> place,
        Wording title,
        Optional<Wording> terms,
        int validDays,
        Optional<Integer> stock,
        Optional<Money> price,
        Optional<Instant> withdrawnAt) {
    /// More on one link would be a catalogue, and not a choice made standing at a till.
    public static final int MOST_OFFERED = 6;

    /// An item that is only given away, of a merchant whose address is not known.
    public VirtualItem(
            String id,
            String merchantId,
            Wording merchantName,
            Wording title,
            Optional<Wording> terms,
            int validDays,
            Optional<Integer> stock) {
        this(
                id,
                merchantId,
                merchantName,
                Optional.empty(),
                title,
                terms,
                validDays,
                stock,
                Optional.empty(),
                Optional.empty());
    }

    /// The same in other words, or at another price.
    public VirtualItem with(Wording newTitle, Optional<Wording> newTerms, Optional<Money> newPrice) {
        return new VirtualItem(
                id, merchantId, merchantName, place, newTitle, newTerms, validDays, stock, newPrice, withdrawnAt);
    }

    public VirtualItem {
        if (stock.isPresent() && stock.get() < 1) {
            throw new IllegalArgumentException("stock " + stock.get() + ": expected 1 or more");
        }
        if (validDays < 1 || validDays > 3650) {
            throw new IllegalArgumentException("valid days " + validDays + ": expected 1 to 3650");
        }
        if (price.isPresent() && price.get().minorUnits() < 1) {
            throw new IllegalArgumentException("price " + price.get() + ": expected more than nothing");
        }
    }
}
