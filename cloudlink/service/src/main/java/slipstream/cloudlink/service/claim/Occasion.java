package slipstream.cloudlink.service.claim;

import slipstream.cloudlink.service.secret.Hashes;

/// What uses a voucher up: one receipt, or one press of a button. Told again, it is the same occasion.
///
/// @param hash 64 hexadecimal digits
public record Occasion(String hash) {
    /// A receipt on which a box found the voucher's code.
    public static Occasion ofReceipt(String deviceId, String till, String receipt) {
        return new Occasion(Hashes.sha256("receipt", deviceId, till, receipt));
    }

    /// A member of a shop's staff pressed the button of a page.
    ///
    /// @param press random, another in each page
    public static Occasion ofPress(String staffId, String press) {
        return new Occasion(Hashes.sha256("press", staffId, press));
    }
}
