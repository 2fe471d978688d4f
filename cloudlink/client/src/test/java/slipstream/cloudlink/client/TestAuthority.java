package slipstream.cloudlink.client;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/// A certificate authority that lives as long as a test.
final class TestAuthority {
    private final KeyPair keys;
    private final X509Certificate certificate;

    /// A key pair and the certificate made for it.
    record Leaf(KeyPair keys, X509Certificate certificate) {}

    TestAuthority(String name) {
        keys = newKeys("EC", 256);
        certificate = sign(name, keys, name, keys, Instant.now().plus(Duration.ofDays(1)), null);
    }

    X509Certificate certificate() {
        return certificate;
    }

    /// A leaf for one host, good for a day.
    Leaf issue(String name, int type, String host) {
        return issue(name, type, host, Instant.now().plus(Duration.ofDays(1)), newKeys("EC", 256));
    }

    Leaf issue(String name, int type, String host, Instant notAfter, KeyPair leafKeys) {
        var names = new GeneralNames(new GeneralName(type, host));
        return new Leaf(leafKeys, sign(certificateName(), keys, name, leafKeys, notAfter, names));
    }

    private String certificateName() {
        return certificate.getSubjectX500Principal().getName().substring("CN=".length());
    }

    static KeyPair newKeys(String algorithm, int bits) {
        try {
            var generator = KeyPairGenerator.getInstance(algorithm);
            generator.initialize(bits);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static X509Certificate sign(
            String issuer, KeyPair issuerKeys, String subject, KeyPair keys, Instant notAfter, GeneralNames names) {
        try {
            var builder = new JcaX509v3CertificateBuilder(
                    new X500Name("CN=" + issuer),
                    BigInteger.valueOf(System.nanoTime()),
                    Date.from(notAfter.minus(Duration.ofDays(2))),
                    Date.from(notAfter),
                    new X500Name("CN=" + subject),
                    keys.getPublic());
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(names == null));
            if (names != null) {
                builder.addExtension(Extension.subjectAlternativeName, false, names);
            }
            var signer = new JcaContentSignerBuilder("SHA256withECDSA").build(issuerKeys.getPrivate());
            return new JcaX509CertificateConverter().getCertificate(builder.build(signer));
        } catch (GeneralSecurityException | OperatorCreationException | CertIOException e) {
            throw new IllegalStateException(e);
        }
    }

    static void write(Path file, String kind, byte[] der) {
        var base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        try {
            Files.writeString(file, "-----BEGIN " + kind + "-----\n" + base64 + "\n-----END " + kind + "-----\n");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static void write(Path file, X509Certificate certificate) {
        try {
            write(file, "CERTIFICATE", certificate.getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
