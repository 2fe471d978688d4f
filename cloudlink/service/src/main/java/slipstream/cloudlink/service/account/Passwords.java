package slipstream.cloudlink.service.account;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/// Passwords as Argon2id hashes (RFC 9106) in the form `$argon2id$v=19$m=19456,t=2,p=1$salt$hash`.
///
/// Strength: 19 MiB, 2 passes, 1 lane (OWASP Password Storage Cheat Sheet, Argon2id). Each takes that much memory,
/// so only a few are worked at a time.
public final class Passwords {
    /// Shorter ones are refused. With a second factor, NIST SP 800-63B-4 (3.1.1.2) asks for 8.
    public static final int LEAST = 10;

    private static final int MOST = 200;
    private static final int MEMORY_KIB = 19_456;
    private static final int PASSES = 2;
    private static final int LANES = 1;
    private static final int BYTES = 32;
    private static final int AT_A_TIME = 4;
    private static final Pattern FORM = Pattern.compile(
            "\\$argon2id\\$v=19\\$m=([0-9]{1,7}),t=([0-9]{1,2}),p=([0-9]{1,2})\\$([A-Za-z0-9+/]+)\\$([A-Za-z0-9+/]+)");
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Semaphore PLACES = new Semaphore(AT_A_TIME, true);

    /// A hash that no password has, to be checked where there is no user: that takes as long.
    static final String NOBODY = hash("");

    private Passwords() {}

    /// Whether a password is neither too short nor too long.
    public static boolean fits(String password) {
        int length = password.codePointCount(0, password.length());
        return length >= LEAST && length <= MOST;
    }

    /// The hash of a password, with a salt of its own.
    public static String hash(String password) {
        var salt = new byte[16];
        RANDOM.nextBytes(salt);
        var hash = argon2id(password, salt, MEMORY_KIB, PASSES, LANES, BYTES);
        var base64 = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=" + MEMORY_KIB + ",t=" + PASSES + ",p=" + LANES + "$" + base64.encodeToString(salt)
                + "$" + base64.encodeToString(hash);
    }

    /// Whether a hash is that of a password; hashes of another strength are read as well.
    public static boolean matches(String password, String hash) {
        var form = FORM.matcher(hash);
        if (password.length() > MOST * 2 || !form.matches()) {
            return false;
        }
        var salt = Base64.getDecoder().decode(form.group(4));
        var expected = Base64.getDecoder().decode(form.group(5));
        var found = argon2id(
                password,
                salt,
                Integer.parseInt(form.group(1)),
                Integer.parseInt(form.group(2)),
                Integer.parseInt(form.group(3)),
                expected.length);
        return MessageDigest.isEqual(expected, found);
    }

    private static byte[] argon2id(String password, byte[] salt, int memory, int passes, int lanes, int bytes) {
        PLACES.acquireUninterruptibly();
        try {
            var generator = new Argon2BytesGenerator();
            generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                    .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                    .withMemoryAsKB(memory)
                    .withIterations(passes)
                    .withParallelism(lanes)
                    .withSalt(salt)
                    .build());
            var hash = new byte[bytes];
            generator.generateBytes(password.getBytes(UTF_8), hash);
            return hash;
        } finally {
            PLACES.release();
        }
    }
}
