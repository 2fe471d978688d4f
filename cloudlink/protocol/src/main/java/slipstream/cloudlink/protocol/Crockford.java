package slipstream.cloudlink.protocol;

import java.security.SecureRandom;
import java.util.Optional;

/// Random words in Crockford's base 32: capitals and digits without I, L, O and U; five bits a character.
///
/// What people type is read kindly: any letter case, `I` and `L` for 1, `O` for 0, blanks and hyphens dropped.
public final class Crockford {
    static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final SecureRandom RANDOM = new SecureRandom();

    private Crockford() {}

    /// A word that nobody can guess.
    public static String random(int characters) {
        var bytes = new byte[characters];
        RANDOM.nextBytes(bytes);
        return of(bytes);
    }

    /// The word that five bits of each byte make.
    public static String of(byte[] bytes) {
        var word = new StringBuilder(bytes.length);
        for (byte b : bytes) {
            word.append(ALPHABET.charAt(b & 31));
        }
        return word.toString();
    }

    /// The word as it was made, or nothing when `typed` cannot be one of that length.
    public static Optional<String> read(String typed, int characters) {
        if (typed.length() > 2 * characters) {
            return Optional.empty();
        }
        var word = new StringBuilder(characters);
        for (char c : typed.toCharArray()) {
            char plain = digit(c);
            if (ALPHABET.indexOf(plain) >= 0) {
                word.append(plain);
            } else if (plain != '-' && plain != ' ') {
                return Optional.empty();
            }
        }
        return word.length() == characters ? Optional.of(word.toString()) : Optional.empty();
    }

    private static char digit(char typed) {
        return switch (typed) {
            case 'i', 'I', 'l', 'L' -> '1';
            case 'o', 'O' -> '0';
            default -> typed >= 'a' && typed <= 'z' ? (char) (typed - 'a' + 'A') : typed;
        };
    }
}
