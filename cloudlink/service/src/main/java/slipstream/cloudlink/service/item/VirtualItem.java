package slipstream.cloudlink.service.item;

import slipstream.cloudlink.service.merchant.Wording;

/// A coupon or voucher of one merchant.
///
/// @param id random, unique
/// @param merchantId the merchant where it is used
/// @param merchantName that merchant's name
/// @param title what the payer gets, in a few words
/// @param terms conditions in one or two sentences; may be empty
/// @param validDays how many days a voucher is good for once claimed, 1 to 3650
public record VirtualItem(
        String id, String merchantId, Wording merchantName, Wording title, String terms, int validDays) {
    public VirtualItem {
        if (validDays < 1 || validDays > 3650) {
            throw new IllegalArgumentException("valid days " + validDays + ": expected 1 to 3650");
        }
    }
}
