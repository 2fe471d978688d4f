package slipstream.device.reference;

import slipstream.cloudlink.protocol.PaymentReference;

/// A payment reference that was found.
///
/// @param reference the reference
/// @param confidence how sure it is one
/// @param pinned whether a learned rule found it: then no other number of the receipt counts
/// @param origin where it was read
public record Find(PaymentReference reference, Confidence confidence, boolean pinned, Origin origin) {
    /// Whether it may be asked about before the receipt ends.
    public boolean sure() {
        return confidence == Confidence.SURE;
    }
}
