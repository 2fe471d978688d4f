package slipstream.cloudlink.service.tls;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemWriter;

/// PEM files. Every failure is an [IOException] of one sentence that names the file, never its content.
public final class Pem {
    private Pem() {}

    /// A private key: PKCS#8, PKCS#1 or SEC1, without password.
    public static PrivateKey privateKey(Path file) throws IOException {
        return switch (first(file)) {
            case PrivateKeyInfo key -> new JcaPEMKeyConverter().getPrivateKey(key);
            case PEMKeyPair pair -> new JcaPEMKeyConverter().getPrivateKey(pair.getPrivateKeyInfo());
            default -> throw new IOException(file + ": expected a private key without password in PEM form");
        };
    }

    /// A public key, or the one in a certificate.
    public static PublicKey publicKey(Path file) throws IOException {
        return switch (first(file)) {
            case SubjectPublicKeyInfo key -> new JcaPEMKeyConverter().getPublicKey(key);
            case X509CertificateHolder certificate ->
                new JcaPEMKeyConverter().getPublicKey(certificate.getSubjectPublicKeyInfo());
            default -> throw new IOException(file + ": expected a public key in PEM form");
        };
    }

    /// A certificate, the first in its file.
    public static X509Certificate certificate(Path file) throws IOException {
        if (!(first(file) instanceof X509CertificateHolder holder)) {
            throw new IOException(file + ": expected a certificate in PEM form");
        }
        try {
            return new JcaX509CertificateConverter().getCertificate(holder);
        } catch (GeneralSecurityException e) {
            throw new IOException(file + ": the certificate cannot be read", e);
        }
    }

    private static Object first(Path file) throws IOException {
        try (var parser = new PEMParser(Files.newBufferedReader(file))) {
            var object = parser.readObject();
            if (object == null) {
                throw new IOException(file + ": nothing in PEM form found");
            }
            return object;
        } catch (NoSuchFileException e) {
            throw new IOException(file + ": no such file", e);
        }
    }

    /// A private key as PKCS#8.
    public static String text(PrivateKey key) {
        return text("PRIVATE KEY", key.getEncoded());
    }

    /// A public key as SubjectPublicKeyInfo.
    public static String text(PublicKey key) {
        return text("PUBLIC KEY", key.getEncoded());
    }

    /// A certificate.
    public static String text(X509Certificate certificate) {
        try {
            return text("CERTIFICATE", certificate.getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("a certificate that cannot be encoded", e);
        }
    }

    private static String text(String label, byte[] content) {
        var text = new StringWriter();
        try (var writer = new PemWriter(text)) {
            writer.writeObject(new PemObject(label, content));
        } catch (IOException e) {
            throw new IllegalStateException("writing to memory does not fail", e);
        }
        return text.toString();
    }
}
