package slipstream.cloudlink.service.secret;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Hashes of several words. Each word goes in with its length, so that no two lists of words look alike.
public final class Hashes {
    private Hashes() {}

    /// SHA-256 in hexadecimal: for random secrets that nobody can guess.
    public static String sha256(String... words) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(framed(words)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }

    /// HMAC-SHA-256 in hexadecimal: for ids that could be guessed.
    static String hmac(byte[] key, String... words) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(framed(words)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java runtime has HMAC-SHA-256", e);
        }
    }

    /// The words in bytes, each after its length.
    static byte[] framed(String... words) {
        var bytes = new byte[words.length][];
        int size = 0;
        for (int i = 0; i < words.length; i++) {
            bytes[i] = words[i].getBytes(UTF_8);
            size += 4 + bytes[i].length;
        }
        var frame = ByteBuffer.allocate(size);
        for (byte[] word : bytes) {
            frame.putInt(word.length).put(word);
        }
        return frame.array();
    }
}
