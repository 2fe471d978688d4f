package slipstream.cloudlink.service.secret;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/// Secret keys by version: one a line, a version number, a blank, 32 bytes in base64.
final class KeyFile {
    static final int KEY_BYTES = 32;

    private KeyFile() {}

    /// Reads the keys, or makes the first one where there is no file yet.
    static NavigableMap<Integer, byte[]> open(Path file) throws IOException {
        if (!Files.exists(file)) {
            var key = new byte[KEY_BYTES];
            new SecureRandom().nextBytes(key);
            PrivateFiles.create(file, "1 " + Base64.getEncoder().encodeToString(key) + "\n");
        }
        return read(file.toString(), Files.readAllLines(file));
    }

    /// @param where what the sentence of a failure begins with; it never holds a key
    static NavigableMap<Integer, byte[]> read(String where, List<String> lines) throws IOException {
        var keys = new TreeMap<Integer, byte[]>();
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                readLine(where + " line " + (i + 1), lines.get(i), keys);
            }
        }
        if (keys.isEmpty()) {
            throw new IOException(where + ": no key found, expected a line such as '1 <32 bytes in base64>'");
        }
        return keys;
    }

    private static void readLine(String where, String line, TreeMap<Integer, byte[]> keys) throws IOException {
        try {
            var words = line.strip().split(" +");
            var key = Base64.getDecoder().decode(words[1]);
            if (words.length == 2 && key.length == KEY_BYTES) {
                keys.put(Integer.valueOf(words[0]), key);
                return;
            }
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            // Told below, without the key.
        }
        throw new IOException(where + ": expected a version number and 32 bytes in base64");
    }
}
