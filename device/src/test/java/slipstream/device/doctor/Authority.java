package slipstream.device.doctor;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/// Signs certificates for 127.0.0.1.
final class Authority {
    private static final X500Name NAME = new X500Name("CN=Circle");

    private final KeyPair keys = keys();
    private final X509Certificate certificate;

    /// A key pair and the certificate made for it.
    record Leaf(KeyPair keys, X509Certificate certificate) {}

    Authority(Instant from, Instant to) throws Exception {
        certificate = sign(NAME, keys, from, to, true);
    }

    Leaf issue(String name, Instant from, Instant to) throws Exception {
        KeyPair own = keys();
        return new Leaf(own, sign(new X500Name("CN=" + name), own, from, to, false));
    }

    X509Certificate certificate() {
        return certificate;
    }

    /// Writes the three files of a box.
    void write(Path directory, Leaf box) throws Exception {
        write(
                directory.resolve("device.key"),
                "PRIVATE KEY",
                box.keys().getPrivate().getEncoded());
        write(directory.resolve("device.crt"), "CERTIFICATE", box.certificate().getEncoded());
        write(directory.resolve("ca.crt"), "CERTIFICATE", certificate.getEncoded());
    }

    private static void write(Path file, String kind, byte[] der) throws IOException {
        String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        Files.writeString(file, "-----BEGIN " + kind + "-----\n" + base64 + "\n-----END " + kind + "-----\n");
    }

    private static KeyPair keys() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        return generator.generateKeyPair();
    }

    private X509Certificate sign(X500Name subject, KeyPair of, Instant from, Instant to, boolean authority)
            throws IOException, GeneralSecurityException, OperatorCreationException {
        var builder = new JcaX509v3CertificateBuilder(
                NAME, BigInteger.valueOf(System.nanoTime()), Date.from(from), Date.from(to), subject, of.getPublic());
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
        if (!authority) {
            builder.addExtension(
                    Extension.subjectAlternativeName,
                    false,
                    new GeneralNames(new GeneralName(GeneralName.iPAddress, "127.0.0.1")));
        }
        return new JcaX509CertificateConverter()
                .getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate())));
    }
}
