package slipstream.cloudlink.service.gateway.alipay.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import slipstream.cloudlink.service.gateway.simulator.PlatformCrypto;

/// The platform's own cryptography, written apart from our client's.
final class Crypto {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String ISSUER = "CN=Ant Financial Certification Authority R1,O=Ant Financial,C=CN";

    private Crypto() {}

    static KeyPair newKeys() {
        return PlatformCrypto.RSA.newKeys();
    }

    static X509Certificate certificate(String subject, PublicKey key, PrivateKey issuer) {
        return PlatformCrypto.RSA.certificate(ISSUER, issuer, subject, key, Instant.now());
    }

    /// `app_cert_sn` and its kind.
    static String number(X509Certificate certificate) {
        try {
            var text = certificate.getIssuerX500Principal().getName() + certificate.getSerialNumber();
            var hash = new BigInteger(1, MessageDigest.getInstance("MD5").digest(text.getBytes(UTF_8)));
            return String.format("%032x", hash);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java runtime has MD5", e);
        }
    }

    /// What is signed of parameters: sorted, joined, the empty ones and those in `without` left out.
    static String content(Map<String, String> parameters, Set<String> without) {
        var names = new ArrayList<>(parameters.keySet());
        names.removeIf(name -> without.contains(name) || parameters.get(name).isEmpty());
        names.sort(null);
        var content = new StringBuilder();
        for (var name : names) {
            content.append(content.isEmpty() ? "" : "&")
                    .append(name)
                    .append('=')
                    .append(parameters.get(name));
        }
        return content.toString();
    }

    static String sign(PrivateKey key, String content) {
        return PlatformCrypto.RSA.sign(key, content);
    }

    static boolean verifies(PublicKey key, String content, String signature) {
        return PlatformCrypto.RSA.verifies(key, content, signature);
    }

    static String encrypt(String key, String text) {
        try {
            return Base64.getEncoder()
                    .encodeToString(aes(Cipher.ENCRYPT_MODE, key).doFinal(text.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the content key cannot encrypt", e);
        }
    }

    /// @throws GeneralSecurityException when it was encrypted otherwise
    static String decrypt(String key, String ciphertext) throws GeneralSecurityException {
        try {
            return new String(
                    aes(Cipher.DECRYPT_MODE, key).doFinal(Base64.getDecoder().decode(ciphertext)), UTF_8);
        } catch (IllegalArgumentException e) {
            throw new GeneralSecurityException("not base64", e);
        }
    }

    private static Cipher aes(int mode, String key) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
        var secret = new SecretKeySpec(Base64.getDecoder().decode(key), "AES");
        cipher.init(mode, secret, new IvParameterSpec(new byte[16]));
        return cipher;
    }

    static String newContentKey() {
        var key = new byte[16];
        RANDOM.nextBytes(key);
        return Base64.getEncoder().encodeToString(key);
    }

    static String word() {
        return new BigInteger(128, RANDOM).toString(36);
    }
}
