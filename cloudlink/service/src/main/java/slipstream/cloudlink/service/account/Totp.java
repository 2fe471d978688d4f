package slipstream.cloudlink.service.account;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.util.encoders.Base32;

/// Time-based one-time passwords (RFC 6238) as authenticator apps make them: HMAC-SHA-1, 30 seconds, 6 digits.
public final class Totp {
    private static final int SECRET_BYTES = 20;
    private static final int STEP_SECONDS = 30;
    private static final int DIGITS = 6;
    /// Clocks of phones may be a step off, either way (RFC 6238, 5.2).
    private static final int STEPS_OFF = 1;

    private Totp() {}

    /// A new secret in base 32, as people type it where they cannot scan.
    public static String newSecret() {
        var secret = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(secret);
        return Base32.toBase32String(secret).replace("=", "");
    }

    /// The step in which `typed` is the code, if it is one of those around `now` and later than `after`.
    ///
    /// @param after the step of the code that was used last: none is good twice (RFC 6238, 5.2)
    public static OptionalLong step(String secret, String typed, Instant now, long after) {
        var code = typed.replace(" ", "").getBytes(UTF_8);
        long present = now.getEpochSecond() / STEP_SECONDS;
        var found = OptionalLong.empty();
        for (long step = present - STEPS_OFF; step <= present + STEPS_OFF; step++) {
            boolean same = MessageDigest.isEqual(
                    code(Base32.decode(padded(secret)), step, DIGITS).getBytes(UTF_8), code);
            if (same && step > after && found.isEmpty()) {
                found = OptionalLong.of(step);
            }
        }
        return found;
    }

    /// What authenticator apps read from a QR code (Key URI format, google-authenticator wiki).
    public static String uri(String issuer, String user, String secret) {
        return "otpauth://totp/" + encoded(issuer) + ":" + encoded(user) + "?secret=" + secret + "&issuer="
                + encoded(issuer);
    }

    /// The code of a moment, as an app shows it.
    public static String at(String secret, Instant at) {
        return code(Base32.decode(padded(secret)), at.getEpochSecond() / STEP_SECONDS, DIGITS);
    }

    /// RFC 4226, 5.3: dynamic truncation of the HMAC of a counter.
    static String code(byte[] secret, long step, int digits) {
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "RAW"));
            var hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
            int offset = hash[hash.length - 1] & 15;
            long number = ByteBuffer.wrap(hash).getInt(offset) & 0x7FFF_FFFFL;
            return String.format("%0" + digits + "d", number % (long) Math.pow(10, digits));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java runtime has HMAC-SHA-1", e);
        }
    }

    private static String padded(String secret) {
        return secret + "=".repeat((8 - secret.length() % 8) % 8);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8).replace("+", "%20");
    }
}
