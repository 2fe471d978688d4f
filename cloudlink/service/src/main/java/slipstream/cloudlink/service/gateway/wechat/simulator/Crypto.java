package slipstream.cloudlink.service.gateway.wechat.simulator;

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
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import slipstream.cloudlink.service.tls.BouncyCastle;

/// The platform's own cryptography, written apart from our client's so that a mistake on one side shows on the
/// other.
final class Crypto {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Duration CERTIFICATE_LIFE = Duration.ofDays(5 * 365);

    private Crypto() {}

    static KeyPair newKeys(Trust trust) {
        try {
            if (trust == Trust.SM) {
                var generator = KeyPairGenerator.getInstance("EC", BouncyCastle.PROVIDER);
                generator.initialize(new ECGenParameterSpec("sm2p256v1"));
                return generator.generateKeyPair();
            }
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no key pair can be made", e);
        }
    }

    /// A certificate that signs itself, valid from a day ago for five years.
    static X509Certificate certificate(KeyPair keys, Trust trust, Clock clock) {
        var name = new X500Name("CN=Tenpay.com sign,O=Tenpay.com,C=CN");
        var now = clock.instant();
        var builder = new JcaX509v3CertificateBuilder(
                name,
                new BigInteger(159, RANDOM).setBit(158),
                Date.from(now.minus(Duration.ofDays(1))),
                Date.from(now.plus(CERTIFICATE_LIFE)),
                name,
                keys.getPublic());
        try {
            var signer = new JcaContentSignerBuilder(algorithm(trust))
                    .setProvider(BouncyCastle.PROVIDER)
                    .build(keys.getPrivate());
            return new JcaX509CertificateConverter()
                    .setProvider(BouncyCastle.PROVIDER)
                    .getCertificate(builder.build(signer));
        } catch (OperatorCreationException | GeneralSecurityException e) {
            throw new IllegalStateException("no certificate can be made", e);
        }
    }

    static String sign(Trust trust, PrivateKey key, String message) {
        try {
            var signature = Signature.getInstance(algorithm(trust), BouncyCastle.PROVIDER);
            signature.initSign(key);
            signature.update(message.getBytes(UTF_8));
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the platform's key cannot sign", e);
        }
    }

    static boolean verifies(Trust trust, PublicKey key, String message, String signature) {
        try {
            var verifier = Signature.getInstance(algorithm(trust), BouncyCastle.PROVIDER);
            verifier.initVerify(key);
            verifier.update(message.getBytes(UTF_8));
            return verifier.verify(Base64.getDecoder().decode(signature));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    private static String algorithm(Trust trust) {
        return trust == Trust.SM ? "SM3withSM2" : "SHA256withRSA";
    }

    /// What both sides write as the kind of their signatures.
    static String scheme(Trust trust) {
        return trust == Trust.SM ? "WECHATPAY2-SM2-WITH-SM3" : "WECHATPAY2-SHA256-RSA2048";
    }

    static String aead(Trust trust) {
        return trust == Trust.SM ? "AEAD_SM4_GCM" : "AEAD_AES_256_GCM";
    }

    /// Encrypted with the APIv3 key, in base64.
    static String encrypt(Trust trust, String apiV3Key, String nonce, String associatedData, String plaintext) {
        try {
            var cipher = trust == Trust.SM
                    ? Cipher.getInstance("SM4/GCM/NoPadding", BouncyCastle.PROVIDER)
                    : Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(
                    Cipher.ENCRYPT_MODE,
                    contentKey(trust, apiV3Key.getBytes(UTF_8)),
                    new GCMParameterSpec(128, nonce.getBytes(UTF_8)));
            cipher.updateAAD(associatedData.getBytes(UTF_8));
            return Base64.getEncoder().encodeToString(cipher.doFinal(plaintext.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the APIv3 key cannot encrypt", e);
        }
    }

    private static SecretKeySpec contentKey(Trust trust, byte[] apiV3Key) throws GeneralSecurityException {
        if (trust != Trust.SM) {
            return new SecretKeySpec(apiV3Key, "AES");
        }
        var hash = MessageDigest.getInstance("SM3", BouncyCastle.PROVIDER).digest(apiV3Key);
        return new SecretKeySpec(Arrays.copyOf(hash, 16), "SM4");
    }
}
