package slipstream.cloudlink.service.secret;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// Seals what must not lie open in the database: each text under a data key of its own, the data key under
/// the master key (AES-256-GCM both times). Safe for any number of threads.
///
/// What is sealed is bound to the words it is sealed for, such as the merchant's id: put in another's place
/// it does not open. The master key has versions; sealed is under the highest, opened under any.
///
/// ```
/// version of this form (1 byte) | version of the master key (4)
/// | nonce (12) | data key, encrypted (32 + 16) | nonce (12) | text, encrypted (n + 16)      all in base64
/// ```
public final class Vault {
    /// Takes precedence over the file: the file's content, lines parted by `;`.
    public static final String ENVIRONMENT = "SLIPSTREAM_MASTER_KEY";

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final byte FORM = 1;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int WRAPPED_BYTES = NONCE_BYTES + KeyFile.KEY_BYTES + TAG_BITS / 8;

    private final NavigableMap<Integer, byte[]> masters;

    /// @param masters at least one key of 32 bytes, by version
    public Vault(NavigableMap<Integer, byte[]> masters) {
        this.masters = new TreeMap<>(masters);
    }

    /// Takes the master key from the environment, else from `file`, which is made when it is not there.
    public static Vault open(Path file, Map<String, String> environment) throws IOException {
        var given = environment.get(ENVIRONMENT);
        return new Vault(
                given == null
                        ? KeyFile.open(file)
                        : KeyFile.read("the environment's " + ENVIRONMENT, List.of(given.split(";"))));
    }

    /// Seals `text` for the words in `boundTo`.
    public String seal(String text, String... boundTo) {
        try {
            var dataKey = random(KeyFile.KEY_BYTES);
            var content = encrypt(dataKey, text.getBytes(UTF_8), bound("text", boundTo));
            return joined(dataKey, content, boundTo);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java runtime has AES-GCM", e);
        }
    }

    /// Opens what was sealed for the same words.
    ///
    /// @throws IOException in one sentence, when it was not, or the master key is another
    public String open(String sealed, String... boundTo) throws IOException {
        try {
            var parts = Parts.of(sealed);
            var dataKey = dataKey(parts, boundTo);
            return new String(decrypt(dataKey, parts.content, bound("text", boundTo)), UTF_8);
        } catch (GeneralSecurityException e) {
            throw new IOException("sealed for something else, or with another master key", e);
        }
    }

    /// The same text with its data key under the present master key.
    ///
    /// @throws IOException as [#open]
    public String renew(String sealed, String... boundTo) throws IOException {
        try {
            var parts = Parts.of(sealed);
            return joined(dataKey(parts, boundTo), parts.content, boundTo);
        } catch (GeneralSecurityException e) {
            throw new IOException("sealed for something else, or with another master key", e);
        }
    }

    private String joined(byte[] dataKey, byte[] content, String... boundTo) throws GeneralSecurityException {
        var master = masters.lastEntry();
        var wrapped = encrypt(master.getValue(), dataKey, bound("key", boundTo));
        var whole = ByteBuffer.allocate(1 + Integer.BYTES + wrapped.length + content.length)
                .put(FORM)
                .putInt(master.getKey())
                .put(wrapped)
                .put(content);
        return Base64.getEncoder().encodeToString(whole.array());
    }

    private byte[] dataKey(Parts parts, String... boundTo) throws GeneralSecurityException {
        var master = masters.get(parts.master);
        if (master == null) {
            throw new GeneralSecurityException("there is no master key " + parts.master);
        }
        return decrypt(master, parts.wrapped, bound("key", boundTo));
    }

    private static byte[] bound(String role, String... words) {
        var all = new String[words.length + 1];
        all[0] = role;
        System.arraycopy(words, 0, all, 1, words.length);
        return Hashes.framed(all);
    }

    private static byte[] encrypt(byte[] key, byte[] text, byte[] bound) throws GeneralSecurityException {
        var nonce = random(NONCE_BYTES);
        var encrypted = cipher(Cipher.ENCRYPT_MODE, key, nonce, bound).doFinal(text);
        return ByteBuffer.allocate(nonce.length + encrypted.length)
                .put(nonce)
                .put(encrypted)
                .array();
    }

    private static byte[] decrypt(byte[] key, byte[] whole, byte[] bound) throws GeneralSecurityException {
        var nonce = Arrays.copyOf(whole, NONCE_BYTES);
        return cipher(Cipher.DECRYPT_MODE, key, nonce, bound).doFinal(whole, NONCE_BYTES, whole.length - NONCE_BYTES);
    }

    private static Cipher cipher(int mode, byte[] key, byte[] nonce, byte[] bound) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(bound);
        return cipher;
    }

    private static byte[] random(int count) {
        var bytes = new byte[count];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    /// Says which versions there are, never the keys.
    @Override
    public String toString() {
        return "Vault" + masters.keySet();
    }

    private static final class Parts {
        final int master;
        final byte[] wrapped = new byte[WRAPPED_BYTES];
        final byte[] content;

        private Parts(ByteBuffer whole) {
            master = whole.getInt();
            whole.get(wrapped);
            content = new byte[whole.remaining()];
            whole.get(content);
        }

        static Parts of(String sealed) throws GeneralSecurityException {
            try {
                var whole = ByteBuffer.wrap(Base64.getDecoder().decode(sealed));
                if (whole.get() != FORM || whole.remaining() < Integer.BYTES + WRAPPED_BYTES + NONCE_BYTES) {
                    throw new GeneralSecurityException("not a sealed text of form " + FORM);
                }
                return new Parts(whole);
            } catch (IllegalArgumentException | BufferUnderflowException e) {
                throw new GeneralSecurityException("not a sealed text", e);
            }
        }
    }
}
