package slipstream.cloudlink.service.item;

import java.util.Optional;
import slipstream.cloudlink.service.merchant.Wording;

/// A coupon or voucher of one merchant.
///
/// @param id random, unique
/// @param merchantId the merchant where it is used
/// @param merchantName that merchant's name
/// @param title what the payer gets, in a few words
/// @param terms conditions in one or two sentences, if any
/// @param validDays how many days a voucher is good for once claimed, 1 to 3650
/// @param stock how many vouchers there are in all; without end when absent
public record VirtualItem(
        String id,
        String merchantId,
        Wording merchantName,
        Wording title,
        Optional<Wording> terms,
        int validDays,
        Optional<Integer> stock) {
    /// More on one link would be a catalogue, and not a choice made standing at a till.
    public static final int MOST_OFFERED = 6;

    public VirtualItem {
        if (stock.isPresent() && stock.get() < 1) {
            throw new IllegalArgumentException("stock " + stock.get() + ": expected 1 or more");
        }
        if (validDays < 1 || validDays > 3650) {
            throw new IllegalArgumentException("valid days " + validDays + ": expected 1 to 3650");
        }
    }
}
