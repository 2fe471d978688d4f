package slipstream.cloudlink.service.gateway.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import slipstream.cloudlink.service.tls.BouncyCastle;

/// A platform's keys, certificates and signatures, written apart from our client's so that a mistake on one side
/// shows on the other.
public enum PlatformCrypto {
    RSA("SHA256withRSA") {
        @Override
        KeyPairGenerator generator() throws GeneralSecurityException {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator;
        }
    },
    SM2("SM3withSM2") {
        @Override
        KeyPairGenerator generator() throws GeneralSecurityException {
            var generator = KeyPairGenerator.getInstance("EC", BouncyCastle.PROVIDER);
            generator.initialize(new ECGenParameterSpec("sm2p256v1"));
            return generator;
        }
    };

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Duration CERTIFICATE_LIFE = Duration.ofDays(5 * 365);
    private static final int SERIAL_BITS = 159;

    private final String algorithm;

    PlatformCrypto(String algorithm) {
        this.algorithm = algorithm;
    }

    abstract KeyPairGenerator generator() throws GeneralSecurityException;

    public KeyPair newKeys() {
        try {
            return generator().generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no key pair can be made", e);
        }
    }

    /// A certificate that is valid from a day before `now` for five years.
    ///
    /// @param signer the issuer's key
    public X509Certificate certificate(String issuer, PrivateKey signer, String subject, PublicKey key, Instant now) {
        var builder = new JcaX509v3CertificateBuilder(
                new X500Name(issuer),
                new BigInteger(SERIAL_BITS, RANDOM).setBit(SERIAL_BITS - 1),
                Date.from(now.minus(Duration.ofDays(1))),
                Date.from(now.plus(CERTIFICATE_LIFE)),
                new X500Name(subject),
                key);
        try {
            var signing = new JcaContentSignerBuilder(algorithm)
                    .setProvider(BouncyCastle.PROVIDER)
                    .build(signer);
            return new JcaX509CertificateConverter()
                    .setProvider(BouncyCastle.PROVIDER)
                    .getCertificate(builder.build(signing));
        } catch (OperatorCreationException | GeneralSecurityException e) {
            throw new IllegalStateException("no certificate can be made", e);
        }
    }

    /// In base64.
    public String sign(PrivateKey key, String message) {
        try {
            var signature = Signature.getInstance(algorithm, BouncyCastle.PROVIDER);
            signature.initSign(key);
            signature.update(message.getBytes(UTF_8));
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the platform's key cannot sign", e);
        }
    }

    /// Whether `signature`, in base64, is that of `message`.
    public boolean verifies(PublicKey key, String message, String signature) {
        try {
            var verifier = Signature.getInstance(algorithm, BouncyCastle.PROVIDER);
            verifier.initVerify(key);
            verifier.update(message.getBytes(UTF_8));
            return verifier.verify(Base64.getDecoder().decode(signature));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }
}
