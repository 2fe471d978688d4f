package slipstream.cloudlink.service.town;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// Looks through everything that was logged so far for the secrets that lie in a test's directory, for what looks
/// like any secret, and for the names of payers.
public final class NoSecretsInLogs {
    private static final Path LOG = Path.of("target", "test.log");
    private static final Pattern SECRET_FILE =
            Pattern.compile(".*_key\\.pem|apiv3_key|app_secret|content_key|master-key|keyring");
    private static final Pattern LOOKS_SECRET =
            Pattern.compile("PRIVATE KEY|whsec_[A-Za-z0-9+/]{8}|WECHATPAY2-[A-Z0-9-]+ mchid=|openid-[0-9]|open-[0-9]");

    private NoSecretsInLogs() {}

    /// @param directory where the test has its keys
    public static void check(Path directory) throws IOException {
        var log = Files.readString(LOG);
        var found = LOOKS_SECRET.matcher(log);
        assertFalse(found.find(), () -> "logged: " + found.group());
        for (var secret : secrets(directory)) {
            assertFalse(log.contains(secret), "a secret was logged");
        }
    }

    /// A line each of every key, and whole the short ones.
    private static Set<String> secrets(Path directory) throws IOException {
        try (var files = Files.walk(directory)) {
            var all = files.filter(file ->
                            SECRET_FILE.matcher(file.getFileName().toString()).matches())
                    .toList();
            var secrets = new TreeSet<String>();
            for (var file : all) {
                secrets.add(secret(Files.readAllLines(file)));
            }
            assertFalse(secrets.isEmpty(), "no secret to look for in " + directory);
            return secrets;
        }
    }

    private static String secret(List<String> lines) {
        var line = lines.get(lines.size() > 2 ? lines.size() / 2 : 0);
        assertEquals(line.strip(), line);
        return line.substring(line.indexOf(' ') + 1);
    }
}
