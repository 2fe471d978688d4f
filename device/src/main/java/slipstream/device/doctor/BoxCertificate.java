package slipstream.device.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import slipstream.cloudlink.client.ClientOptions;
import slipstream.cloudlink.client.Credentials;
import slipstream.cloudlink.client.CredentialsException;

/// The box's key and certificate, and the authority's: there, readable, a pair, and not expired.
record BoxCertificate(ClientOptions options, Clock clock) implements Check {
    private static final String LINK = "certificate";
    private static final int SOON_DAYS = 30;
    private static final String RENEW =
            "make a new one: slipstream-service device add … --out DIR, and copy its three files over these.";

    @Override
    public Finding find() {
        for (Path file : List.of(options.key(), options.certificate(), options.authority())) {
            if (Files.exists(file) && !Files.isReadable(file)) {
                String user = System.getProperty("user.name");
                return Finding.broken(
                        LINK,
                        "The user " + user + " may not read " + file + ".",
                        "run this as the user that runs the box, or give it the file: sudo chown " + user + " " + file);
            }
        }
        try {
            return of(Credentials.read(options));
        } catch (CredentialsException e) {
            return Finding.broken(
                    LINK,
                    e.getMessage() + ".",
                    "copy device.key, device.crt and ca.crt here again as device add wrote them.");
        }
    }

    private Finding of(Credentials credentials) {
        Instant now = clock.instant();
        for (X509Certificate authority : credentials.authorities()) {
            if (authority.getNotAfter().toInstant().isBefore(now)) {
                return Finding.broken(
                        LINK, options.authority() + " expired on " + day(authority) + ", by this box's clock.", RENEW);
            }
        }
        X509Certificate ours = credentials.chain().getFirst();
        long days = Duration.between(now, ours.getNotAfter().toInstant()).toDays();
        if (ours.getNotAfter().toInstant().isBefore(now)) {
            return Finding.broken(
                    LINK, options.certificate() + " expired on " + day(ours) + ", by this box's clock.", RENEW);
        }
        if (openToAll(options.key())) {
            return Finding.look(
                    LINK,
                    "Every user of this machine may read " + options.key() + ", which is this box's secret.",
                    "chmod 600 " + options.key());
        }
        String sentence = options.certificate() + " is good for " + days + (days == 1 ? " day" : " days") + ", until "
                + day(ours) + ".";
        return days < SOON_DAYS ? Finding.look(LINK, sentence, RENEW) : Finding.ok(LINK, sentence);
    }

    private static String day(X509Certificate certificate) {
        return certificate.getNotAfter().toInstant().toString().substring(0, 10);
    }

    private static boolean openToAll(Path file) {
        try {
            return Files.getPosixFilePermissions(file).contains(PosixFilePermission.OTHERS_READ);
        } catch (IOException | UnsupportedOperationException ignored) {
            return false;
        }
    }
}
