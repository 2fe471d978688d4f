package slipstream.cloudlink.service.secret;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import slipstream.cloudlink.service.mark.PayerKey;

/// The secret keys under which payers, payments and references are hashed; kept in a file, never in the
/// database.
///
/// The file has one key a line: a version number, a blank, 32 bytes in base64. The highest version is the
/// present one for payers, the lowest names payments and references (they must stay findable). Lose the
/// file and every payer is unmarked; copy it apart from the database.
public final class Keyring {
    private final NavigableMap<Integer, byte[]> keys;

    /// @param keys at least one, by version
    public Keyring(NavigableMap<Integer, byte[]> keys) {
        this.keys = new TreeMap<>(keys);
    }

    /// Reads the keys, or makes the first one where there is no file yet.
    ///
    /// @throws IOException when the file cannot be read, or is not a file of keys
    public static Keyring open(Path file) throws IOException {
        return new Keyring(KeyFile.open(file));
    }

    /// The payer behind a platform's id, under the present key.
    public PayerKey payer(String platform, String appid, String openid) {
        var present = keys.lastEntry();
        return new PayerKey(present.getKey(), Hashes.hmac(present.getValue(), "payer", platform, appid, openid));
    }

    /// The same payer under the keys that came before.
    public List<PayerKey> formerly(String platform, String appid, String openid) {
        return keys.headMap(keys.lastKey()).entrySet().stream()
                .map(k -> new PayerKey(k.getKey(), Hashes.hmac(k.getValue(), "payer", platform, appid, openid)))
                .toList();
    }

    /// The hash of words that name a payment, a reference or a notice.
    public String name(String kind, String... words) {
        var all = new String[words.length + 1];
        all[0] = kind;
        System.arraycopy(words, 0, all, 1, words.length);
        return Hashes.hmac(keys.firstEntry().getValue(), all);
    }

    /// A number from 0 up to, not including, 1 that follows from these words: the same on every node, and
    /// nobody can foretell it without the keys.
    public double draw(String kind, String... words) {
        return Long.parseLong(name(kind, words).substring(0, 8), 16) * 0x1p-32;
    }

    /// Says which keyring this is, and nothing about its keys.
    public String fingerprint() {
        return name("fingerprint").substring(0, 16);
    }

    /// Says which versions there are, never the keys.
    @Override
    public String toString() {
        return "Keyring" + keys.keySet();
    }
}
