package slipstream.cloudlink.service.gateway;

import java.net.URI;
import java.time.LocalDateTime;
import java.util.Optional;
import slipstream.cloudlink.service.gateway.Payment.PayerId;
import slipstream.cloudlink.service.merchant.Merchant;

/// Sends messages to payers in a platform's own application. Safe for any number of threads.
public interface MessageChannel {
    /// The platform's name, as in [Payment#platform].
    String platform();

    /// The application whose messages a merchant has set up; nothing where there are none.
    Optional<String> application(Merchant merchant);

    /// Sends a message. Blocks, but only for a bounded time.
    ///
    /// @param merchant whose application sends it
    Sending send(Merchant merchant, PayerId to, Text text);

    /// What the message says.
    ///
    /// @param id the same for each try: the platform delivers it once, within [#REMEMBERED] minutes of the first
    /// @param shop the merchant that gives something
    /// @param offer what
    /// @param until when it ends
    /// @param page what a tap opens
    record Text(String id, String shop, String offer, LocalDateTime until, URI page) {}

    /// For how many minutes the platform knows a message again.
    int REMEMBERED = 10;

    /// What became of a try.
    sealed interface Sending {
        /// The platform has taken it.
        record Sent() implements Sending {}

        /// The platform does not deliver to this person: does not follow the account, or wants no messages.
        record Refused(String why) implements Sending {}

        /// It was not sent: another time.
        record NotNow(String why) implements Sending {}

        /// It may have been sent, or not.
        record Unsure(String why) implements Sending {}
    }
}
