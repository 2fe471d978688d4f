package slipstream.cloudlink.service.tls;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.TreeSet;
import slipstream.cloudlink.service.secret.PrivateFiles;

/// The service's own key and certificate: `server.key` and `server.crt`, made anew when the names it goes
/// by have changed or its days are nearly over.
///
/// @param key the private key's file, PEM
/// @param certificate the certificate's file, PEM
public record ServerIdentity(Path key, Path certificate) {
    private static final Duration RENEWED_BEFORE = Duration.ofDays(60);

    public static ServerIdentity open(Path directory, CertificateAuthority authority, List<String> names, Clock clock)
            throws IOException {
        var identity = new ServerIdentity(directory.resolve("server.key"), directory.resolve("server.crt"));
        if (!identity.isGoodFor(authority, names, clock)) {
            var issued = authority.forServer(names);
            PrivateFiles.create(identity.key, Pem.text(issued.key()));
            PrivateFiles.create(identity.certificate, Pem.text(issued.certificate()));
        }
        return identity;
    }

    private boolean isGoodFor(CertificateAuthority authority, List<String> names, Clock clock) throws IOException {
        if (!Files.exists(key) || !Files.exists(certificate)) {
            return false;
        }
        var present = Pem.certificate(certificate);
        return present.getNotAfter().toInstant().isAfter(clock.instant().plus(RENEWED_BEFORE))
                && present.getIssuerX500Principal()
                        .equals(authority.certificate().getSubjectX500Principal())
                && namesIn(present).equals(new TreeSet<>(names));
    }

    private static TreeSet<String> namesIn(X509Certificate certificate) throws IOException {
        var names = new TreeSet<String>();
        try {
            for (var name : certificate.getSubjectAlternativeNames()) {
                names.add(name.get(1).toString());
            }
        } catch (CertificateParsingException e) {
            throw new IOException("server.crt: its names cannot be read", e);
        }
        return names;
    }
}
