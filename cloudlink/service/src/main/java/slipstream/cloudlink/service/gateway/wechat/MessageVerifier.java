package slipstream.cloudlink.service.gateway.wechat;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/// Decides whether a message comes from WeChat Pay and is fresh.
///
/// Signed are timestamp, nonce and the raw body, each ended by a line feed. The key is chosen by serial:
/// a platform certificate's, or `PUB_KEY_ID_…`.
final class MessageVerifier {
    private static final Duration SKEW = Duration.ofMinutes(5);

    private final Map<String, PublicKey> platformKeys;
    private final Clock clock;

    MessageVerifier(Map<String, PublicKey> platformKeys, Clock clock) {
        this.platformKeys = Map.copyOf(platformKeys);
        this.clock = clock;
    }

    /// Why the message is not to be believed; nothing when it is genuine.
    Optional<String> objection(SignedMessage message) {
        var key = platformKeys.get(message.serial());
        if (key == null) {
            return Optional.of(
                    "signed with the unknown key '" + message.serial() + "', expected one of " + platformKeys.keySet());
        }
        if (!isFresh(message.timestamp())) {
            return Optional.of("timestamp '" + message.timestamp() + "' is not within 5 minutes of " + clock.instant());
        }
        return matches(key, message) ? Optional.empty() : Optional.of("the signature does not match");
    }

    private boolean isFresh(String timestamp) {
        try {
            var sent = Instant.ofEpochSecond(Long.parseLong(timestamp));
            return Duration.between(sent, clock.instant()).abs().compareTo(SKEW) < 0;
        } catch (NumberFormatException | java.time.DateTimeException | ArithmeticException e) {
            return false;
        }
    }

    /// Probe traffic carries signatures that are not base64 (`WECHATPAY/SIGNTEST/…`): they do not match.
    private static boolean matches(PublicKey key, SignedMessage message) {
        try {
            var verifier = Signature.getInstance("SHA256withRSA");
            verifier.initVerify(key);
            verifier.update((message.timestamp() + "\n" + message.nonce() + "\n").getBytes(UTF_8));
            verifier.update(message.body());
            verifier.update((byte) '\n');
            return verifier.verify(Base64.getDecoder().decode(message.signature()));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }
}
