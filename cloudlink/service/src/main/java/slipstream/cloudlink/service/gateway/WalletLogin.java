package slipstream.cloudlink.service.gateway;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import slipstream.cloudlink.service.gateway.Payment.PayerId;
import slipstream.cloudlink.service.merchant.Merchant;

/// Has a wallet say whose phone it is (OAuth 2.0, authorization code; the scope that asks the payer nothing and
/// tells the id only). Safe for any number of threads.
public interface WalletLogin {
    /// Whether a merchant has entrusted us with what this takes.
    boolean serves(Merchant merchant);

    /// The wallet's page to which the phone is sent.
    ///
    /// @param back where the wallet sends the phone afterwards, with `state` and a code
    /// @param state letters and digits, at most 128
    /// @throws IOException in one sentence, when the credentials cannot be used
    URI page(Merchant merchant, URI back, String state) throws IOException;

    /// Redeems the code with which the phone came back. Blocks, but only for a bounded time.
    Vouched redeem(Merchant merchant, String code);

    /// What the wallet says.
    sealed interface Vouched {
        /// The phone is this payer's.
        ///
        /// @param names by which the platform may call this payer in payments, the one it uses rather first
        record For(List<PayerId> names) implements Vouched {
            public For {
                names = List.copyOf(names);
            }
        }

        /// The page is shown as a snapshot, with a throw-away account: nobody is to be marked or given anything.
        record Snapshot() implements Vouched {}

        /// The code is not good (used before, too old, made for somebody else).
        record Refused(String why) implements Vouched {}

        /// The wallet could not be asked, or its answer cannot be believed.
        record Unavailable(String why) implements Vouched {}
    }
}
