package slipstream.cloudlink.service.gateway.wechat;

import java.security.PublicKey;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import slipstream.cloudlink.service.gateway.Shown;

/// Decides whether a message comes from WeChat Pay and is fresh. The key is chosen by serial: a platform
/// certificate's, or `PUB_KEY_ID_…`.
///
/// @param platformKeys finds the platform's key of a serial
record MessageVerifier(Function<String, Optional<PublicKey>> platformKeys, Clock clock) {
    private static final Duration SKEW = Duration.ofMinutes(5);

    MessageVerifier(Map<String, PublicKey> platformKeys, Clock clock) {
        this(serial -> Optional.ofNullable(platformKeys.get(serial)), clock);
    }

    /// Why the message is not to be believed; nothing when it is genuine.
    Optional<String> objection(SignedMessage message) {
        if (!isFresh(message.timestamp())) {
            return Optional.of(
                    "timestamp " + Shown.of(message.timestamp()) + " is not within 5 minutes of " + clock.instant());
        }
        var key = platformKeys.apply(message.serial());
        if (key.isEmpty()) {
            return Optional.of("signed with the unknown key " + Shown.of(message.serial()));
        }
        var expected = Suite.of(key.get()).scheme;
        if (!message.type().isEmpty() && !message.type().equals(expected)) {
            return Optional.of("signed as " + Shown.of(message.type()) + ", expected " + expected);
        }
        return Suite.matches(key.get(), message.signed(), message.signature())
                ? Optional.empty()
                : Optional.of("the signature does not match");
    }

    private boolean isFresh(String timestamp) {
        try {
            var sent = Instant.ofEpochSecond(Long.parseLong(timestamp));
            return Duration.between(sent, clock.instant()).abs().compareTo(SKEW) < 0;
        } catch (NumberFormatException | DateTimeException | ArithmeticException e) {
            return false;
        }
    }
}
