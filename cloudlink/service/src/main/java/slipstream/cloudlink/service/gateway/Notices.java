package slipstream.cloudlink.service.gateway;

import slipstream.cloudlink.service.merchant.Merchant;

/// Opens the notices of one platform: `POST /notify/{platform}/{merchant}`. Verified first, over the raw
/// bytes; only then decrypted and read.
public interface Notices {
    /// Never throws for what the notice holds.
    Opened open(Merchant merchant, Notice notice);

    /// What is answered once the notice is kept, or has no use here; until then the platform sends it again.
    Reply accepted();

    /// What is answered to a notice that is refused.
    Reply refused(Opened.Refused why);

    /// What a notice turned out to be.
    sealed interface Opened {
        /// A payment, or its refund.
        ///
        /// @param id the notice's own id: the same notice comes again with the same one
        record Told(String id, Payment payment) implements Opened {}

        /// A genuine notice of a kind we have no use for.
        record Ignored(String kind) implements Opened {}

        /// Not to be believed, or not to be understood.
        ///
        /// @param why one sentence for the operator
        record Refused(int status, String code, String why) implements Opened {}
    }

    /// An answer in the platform's own manner.
    ///
    /// @param type media type; empty when there is no body
    record Reply(int status, String type, String body) {}
}
