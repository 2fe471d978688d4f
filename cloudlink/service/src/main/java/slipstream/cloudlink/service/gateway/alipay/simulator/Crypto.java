package slipstream.cloudlink.service.gateway.alipay.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.Map;
import java.util.Set;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/// The platform's own cryptography, written apart from our client's.
final class Crypto {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String ISSUER = "CN=Ant Financial Certification Authority R1,O=Ant Financial,C=CN";

    private Crypto() {}

    static KeyPair newKeys() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java runtime has RSA", e);
        }
    }

    static X509Certificate certificate(String subject, PublicKey key, PrivateKey issuer) {
        var now = Instant.now();
        var builder = new JcaX509v3CertificateBuilder(
                new X500Name(ISSUER),
                new BigInteger(127, RANDOM),
                Date.from(now.minus(Duration.ofDays(1))),
                Date.from(now.plus(Duration.ofDays(5 * 365))),
                new X500Name(subject),
                key);
        try {
            var signer = new JcaContentSignerBuilder("SHA256withRSA").build(issuer);
            return new JcaX509CertificateConverter().getCertificate(builder.build(signer));
        } catch (OperatorCreationException | GeneralSecurityException e) {
            throw new IllegalStateException("no certificate can be made", e);
        }
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
        try {
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key);
            signature.update(content.getBytes(UTF_8));
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the platform's key cannot sign", e);
        }
    }

    static boolean verifies(PublicKey key, String content, String signature) {
        try {
            var verifier = Signature.getInstance("SHA256withRSA");
            verifier.initVerify(key);
            verifier.update(content.getBytes(UTF_8));
            return verifier.verify(Base64.getDecoder().decode(signature));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
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
