package slipstream.cloudlink.service.tls;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemWriter;

/// Keys and certificates in PEM form. Every failure is an [IOException] of one sentence that says where,
/// never what.
public final class Pem {
    private Pem() {}

    /// A private key: PKCS#8, PKCS#1 or SEC1, without password.
    public static PrivateKey privateKey(Path file) throws IOException {
        return privateKey(file.toString(), content(file));
    }

    /// The same from text, also from the bare base64 of PKCS#8.
    ///
    /// @param where what the sentence of a failure begins with
    public static PrivateKey privateKey(String where, String text) throws IOException {
        return switch (first(where, armoured("PRIVATE KEY", text))) {
            case PrivateKeyInfo key -> converter(key.getPrivateKeyAlgorithm()).getPrivateKey(key);
            case PEMKeyPair pair -> {
                var key = pair.getPrivateKeyInfo();
                yield converter(key.getPrivateKeyAlgorithm()).getPrivateKey(key);
            }
            default -> throw new IOException(where + ": expected a private key without password in PEM form");
        };
    }

    /// A public key, or the one in a certificate.
    public static PublicKey publicKey(Path file) throws IOException {
        return publicKey(file.toString(), content(file));
    }

    /// The same from text, also from the bare base64 of SubjectPublicKeyInfo.
    public static PublicKey publicKey(String where, String text) throws IOException {
        return switch (first(where, armoured("PUBLIC KEY", text))) {
            case SubjectPublicKeyInfo key -> converter(key.getAlgorithm()).getPublicKey(key);
            case X509CertificateHolder certificate -> {
                var key = certificate.getSubjectPublicKeyInfo();
                yield converter(key.getAlgorithm()).getPublicKey(key);
            }
            default -> throw new IOException(where + ": expected a public key in PEM form");
        };
    }

    /// A certificate, the first in its file.
    public static X509Certificate certificate(Path file) throws IOException {
        return certificates(file.toString(), content(file)).getFirst();
    }

    /// Every certificate in `text`, at least one.
    public static List<X509Certificate> certificates(String where, String text) throws IOException {
        var certificates = new ArrayList<X509Certificate>();
        try (var parser = new PEMParser(new StringReader(text))) {
            for (var object = parser.readObject(); object != null; object = parser.readObject()) {
                if (object instanceof X509CertificateHolder holder) {
                    certificates.add(certificate(holder));
                }
            }
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            throw new IOException(where + ": the certificate cannot be read", e);
        }
        if (certificates.isEmpty()) {
            throw new IOException(where + ": expected a certificate in PEM form");
        }
        return certificates;
    }

    /// The runtime's own reader does not know the SM2 curve.
    private static X509Certificate certificate(X509CertificateHolder holder)
            throws GeneralSecurityException, IOException {
        var factory = isSm2(holder.getSubjectPublicKeyInfo().getAlgorithm())
                ? CertificateFactory.getInstance("X.509", BouncyCastle.PROVIDER)
                : CertificateFactory.getInstance("X.509");
        return (X509Certificate) factory.generateCertificate(new ByteArrayInputStream(holder.getEncoded()));
    }

    private static JcaPEMKeyConverter converter(AlgorithmIdentifier algorithm) {
        var converter = new JcaPEMKeyConverter();
        return isSm2(algorithm) ? converter.setProvider(BouncyCastle.PROVIDER) : converter;
    }

    private static boolean isSm2(AlgorithmIdentifier algorithm) {
        return GMObjectIdentifiers.sm2p256v1.equals(algorithm.getParameters());
    }

    private static String content(Path file) throws IOException {
        try {
            return Files.readString(file);
        } catch (NoSuchFileException e) {
            throw new IOException(file + ": no such file", e);
        }
    }

    private static String armoured(String label, String text) {
        try {
            return text.contains("-----BEGIN")
                    ? text
                    : text(label, Base64.getMimeDecoder().decode(text));
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    private static Object first(String where, String text) throws IOException {
        try (var parser = new PEMParser(new StringReader(text))) {
            var object = parser.readObject();
            if (object != null) {
                return object;
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new IOException(where + ": nothing in PEM form found that can be read", e);
        }
        throw new IOException(where + ": nothing in PEM form found");
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
