package slipstream.cloudlink.service.office;

import java.io.IOException;
import java.io.StringReader;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.pkcs.PKCSException;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequest;
import org.bouncycastle.util.io.pem.PemReader;

/// Reads what a box sends to be certified: a certification request (PKCS #10, RFC 2986) in PEM.
final class Enrolling {
    private static final int P256_BITS = 256;

    private Enrolling() {}

    /// The key in a request, once its signature proves that the box holds the private one.
    ///
    /// @throws IllegalArgumentException in one sentence
    static PublicKey key(String request) {
        try (var reader = new PemReader(new StringReader(request))) {
            var pem = reader.readPemObject();
            if (pem != null && pem.getType().endsWith("CERTIFICATE REQUEST")) {
                var asked = new JcaPKCS10CertificationRequest(pem.getContent());
                var key = asked.getPublicKey();
                boolean fits = key instanceof ECPublicKey ec
                        && ec.getParams().getCurve().getField().getFieldSize() == P256_BITS;
                if (fits && asked.isSignatureValid(new JcaContentVerifierProviderBuilder().build(key))) {
                    return key;
                }
            }
        } catch (IOException
                | GeneralSecurityException
                | OperatorCreationException
                | PKCSException
                | RuntimeException e) {
            // Told below.
        }
        throw new IllegalArgumentException(
                "'request': expected a certification request (PKCS #10, PEM, " + "EC key on P-256, signed with it)");
    }
}
