package slipstream.cloudlink.service.account;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.regex.Pattern;
import org.bouncycastle.util.encoders.Base32;
import slipstream.cloudlink.service.secret.Hashes;

/// Random words that prove something. Kept as hashes: each has 80 bits or more, so nobody can search for them.
public final class RandomWords {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Pattern GROUP = Pattern.compile("(.{4})(?=.)");

    private RandomWords() {}

    /// A word that people can type, in groups of four: `k7dm-…`, 80 random bits.
    public static String typed() {
        return GROUP.matcher(random(10)).replaceAll("$1-");
    }

    /// A word that programs keep, with what it is for: `slip_…`, 240 random bits.
    public static String kept(String purpose) {
        return purpose + "_" + random(30);
    }

    /// How a word is kept.
    ///
    /// @param purpose so that a word for one thing is none for another
    public static String hash(String purpose, String word) {
        return Hashes.sha256(purpose, word.strip().toLowerCase(Locale.ROOT));
    }

    private static String random(int bytes) {
        var random = new byte[bytes];
        RANDOM.nextBytes(random);
        return Base32.toBase32String(random).toLowerCase(Locale.ROOT);
    }
}
