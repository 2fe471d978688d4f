package slipstream.cloudlink.client;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/// Who we are and whom we trust, read from PEM files and checked against each other.
///
/// @param key our private key
/// @param chain our certificate first, then those above it
/// @param authorities the certificates that may have signed the service's
public record Credentials(PrivateKey key, List<X509Certificate> chain, List<X509Certificate> authorities) {
    private static final Pattern PKCS8 =
            Pattern.compile("-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----");
    private static final int LONGEST_FILE = 1 << 20;

    /// Reads the three files of `options`.
    ///
    /// @throws CredentialsException when a file cannot be read, is not what it should be, or the key is not
    ///     the one the certificate was made for
    public static Credentials read(ClientOptions options) throws CredentialsException {
        var chain = certificates(options.certificate());
        var key = key(options.key(), chain.getFirst().getPublicKey());
        if (!belongTogether(key, chain.getFirst().getPublicKey())) {
            throw new CredentialsException(options.key() + " is another key than the one " + options.certificate()
                    + " was made for, expected the pair");
        }
        return new Credentials(key, chain, certificates(options.authority()));
    }

    private static List<X509Certificate> certificates(Path file) throws CredentialsException {
        try {
            var found =
                    CertificateFactory.getInstance("X.509")
                            .generateCertificates(new ByteArrayInputStream(bytes(file)))
                            .stream()
                            .map(X509Certificate.class::cast)
                            .toList();
            if (!found.isEmpty()) {
                return found;
            }
        } catch (CertificateException ignored) {
            // Said below, in the same words as for a file that holds none.
        }
        throw new CredentialsException(file + " holds no readable certificate, expected X.509 in PEM");
    }

    private static PrivateKey key(Path file, PublicKey counterpart) throws CredentialsException {
        var pem = PKCS8.matcher(new String(bytes(file), StandardCharsets.US_ASCII));
        if (!pem.find()) {
            throw new CredentialsException(
                    file + " holds no private key, expected PKCS#8 in PEM (BEGIN PRIVATE KEY), not encrypted");
        }
        try {
            var encoded = Base64.getMimeDecoder().decode(pem.group(1));
            return KeyFactory.getInstance(counterpart.getAlgorithm()).generatePrivate(new PKCS8EncodedKeySpec(encoded));
        } catch (GeneralSecurityException | IllegalArgumentException ignored) {
            throw new CredentialsException(file + " holds no readable key of kind " + counterpart.getAlgorithm()
                    + ", as our certificate expects");
        }
    }

    private static boolean belongTogether(PrivateKey key, PublicKey counterpart) {
        var algorithm = switch (counterpart.getAlgorithm()) {
            case "EC" -> "SHA256withECDSA";
            case "RSA" -> "SHA256withRSA";
            default -> counterpart.getAlgorithm();
        };
        try {
            var signature = Signature.getInstance(algorithm);
            signature.initSign(key);
            signature.update((byte) 1);
            var signed = signature.sign();
            signature.initVerify(counterpart);
            signature.update((byte) 1);
            return signature.verify(signed);
        } catch (GeneralSecurityException ignored) {
            return false;
        }
    }

    private static byte[] bytes(Path file) throws CredentialsException {
        try {
            if (Files.size(file) > LONGEST_FILE) {
                throw new CredentialsException(file + " is longer than 1 MB, expected a PEM file");
            }
            return Files.readAllBytes(file);
        } catch (NoSuchFileException ignored) {
            throw new CredentialsException(file + " is missing, expected a PEM file");
        } catch (IOException e) {
            throw new CredentialsException(
                    file + " cannot be read (" + e.getClass().getSimpleName() + "), expected a PEM file");
        }
    }
}
