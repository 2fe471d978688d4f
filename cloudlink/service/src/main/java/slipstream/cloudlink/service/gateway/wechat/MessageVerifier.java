package slipstream.cloudlink.service.gateway.wechat;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.time.Clock;
import java.time.DateTimeException;
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
        } catch (NumberFormatException | DateTimeException | ArithmeticException e) {
            return false;
        }
    }

    private static boolean matches(PublicKey key, SignedMessage message) {
        var signed = new ByteArrayOutputStream();
        signed.writeBytes((message.timestamp() + "\n" + message.nonce() + "\n").getBytes(UTF_8));
        signed.writeBytes(message.body());
        signed.write('\n');
        return matches(key, signed.toByteArray(), message.signature());
    }

    /// SHA256withRSA (PKCS#1 v1.5). Probe traffic carries signatures that are not base64
    /// (`WECHATPAY/SIGNTEST/…`): they do not match.
    static boolean matches(PublicKey key, byte[] signed, String signature) {
        try {
            var verifier = Signature.getInstance("SHA256withRSA");
            verifier.initVerify(key);
            verifier.update(signed);
            return verifier.verify(Base64.getDecoder().decode(signature));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }
}
