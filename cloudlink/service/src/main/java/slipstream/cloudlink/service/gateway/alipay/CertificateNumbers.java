package slipstream.cloudlink.service.gateway.alipay;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/// The numbers by which certificates are named in certificate mode: `app_cert_sn`, `alipay_cert_sn`,
/// `alipay_root_cert_sn`.
final class CertificateNumbers {
    private static final String SIGNED_WITH_RSA = "1.2.840.113549.1.1.";

    private CertificateNumbers() {}

    /// MD5 of the issuer's name (RFC 2253) and the serial number in decimal.
    static String of(X509Certificate certificate) {
        try {
            var name = certificate.getIssuerX500Principal().getName() + certificate.getSerialNumber();
            return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(name.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java runtime has MD5", e);
        }
    }

    /// The numbers of all root certificates signed with RSA, joined by `_`.
    static String ofRoots(List<X509Certificate> roots) {
        return roots.stream()
                .filter(root -> root.getSigAlgOID().startsWith(SIGNED_WITH_RSA))
                .map(CertificateNumbers::of)
                .collect(Collectors.joining("_"));
    }
}
