package slipstream.cloudlink.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// What a receipt's copy is called between box and service: the SHA-256, in 64 lower-case hexadecimal digits, of the
/// token that was printed on it, in capitals. Who hears the name cannot open the link.
public final class CopyName {
    private static final Pattern NAME = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern TOKEN = Pattern.compile(".*/([0-9A-Za-z]{16})");

    private CopyName() {}

    /// The name that follows from the 16 characters of a token.
    public static String of(String token) {
        try {
            byte[] bytes = token.toUpperCase(Locale.ROOT).getBytes(UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }

    /// The name that follows from the address that was printed; empty when it does not end with a token.
    public static Optional<String> ofAddress(String address) {
        var found = TOKEN.matcher(address);
        return found.matches() ? Optional.of(of(found.group(1))) : Optional.empty();
    }

    /// Whether `text` could be a name.
    public static boolean fits(String text) {
        return text != null && NAME.matcher(text).matches();
    }
}
