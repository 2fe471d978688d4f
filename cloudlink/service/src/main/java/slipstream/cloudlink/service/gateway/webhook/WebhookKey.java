package slipstream.cloudlink.service.gateway.webhook;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// What an acquirer's signatures are checked with.
sealed interface WebhookKey {
    /// The version that this key's signatures carry before their comma.
    String version();

    /// @param signature the bytes after the comma, decoded
    boolean matches(byte[] signed, byte[] signature);

    /// Reads `whsec_…` (a secret of 24 to 64 bytes) or `whpk_…` (an Ed25519 public key of 32 bytes), base64.
    ///
    /// @throws IllegalArgumentException in one sentence, without the key
    static WebhookKey of(String text) {
        if (text.startsWith("whsec_")) {
            var secret = decoded(text.substring("whsec_".length()));
            if (secret.length >= 24 && secret.length <= 64) {
                return new Shared(secret);
            }
        } else if (text.startsWith("whpk_")) {
            var key = decoded(text.substring("whpk_".length()));
            if (key.length == 32) {
                return new Pair(ed25519(key));
            }
        }
        throw new IllegalArgumentException(
                "a webhook key is neither whsec_ and 24 to 64 bytes in base64 nor whpk_" + " and 32 bytes in base64");
    }

    private static byte[] decoded(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    private static PublicKey ed25519(byte[] key) {
        // SubjectPublicKeyInfo of RFC 8410: the algorithm, then the 32 bytes.
        var encoded = HexFormat.of()
                .parseHex("302a300506032b6570032100" + HexFormat.of().formatHex(key));
        try {
            return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("a webhook key is no Ed25519 public key", e);
        }
    }

    /// A secret that both sides know.
    final class Shared implements WebhookKey {
        private final byte[] secret;

        Shared(byte[] secret) {
            this.secret = secret;
        }

        @Override
        public String version() {
            return "v1";
        }

        @Override
        public boolean matches(byte[] signed, byte[] signature) {
            try {
                var mac = Mac.getInstance("HmacSHA256");
                mac.init(new SecretKeySpec(secret, "HmacSHA256"));
                return MessageDigest.isEqual(mac.doFinal(signed), signature);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("every Java runtime has HMAC-SHA-256", e);
            }
        }
    }

    /// The public half of a key pair whose other half only the acquirer has.
    final class Pair implements WebhookKey {
        private final PublicKey key;

        Pair(PublicKey key) {
            this.key = key;
        }

        @Override
        public String version() {
            return "v1a";
        }

        @Override
        public boolean matches(byte[] signed, byte[] signature) {
            try {
                var verifier = Signature.getInstance("Ed25519");
                verifier.initVerify(key);
                verifier.update(signed);
                return verifier.verify(signature);
            } catch (GeneralSecurityException e) {
                return false;
            }
        }
    }
}
