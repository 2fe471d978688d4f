package slipstream.cloudlink.service.office;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import slipstream.cloudlink.service.account.AuditEntry;
import slipstream.cloudlink.service.account.RandomWords;
import slipstream.cloudlink.service.fleet.Device;
import slipstream.cloudlink.service.fleet.Enrolled;
import slipstream.cloudlink.service.fleet.EnrolmentStore;
import slipstream.cloudlink.service.merchant.Merchant;
import slipstream.cloudlink.service.secret.PrivateFiles;
import slipstream.cloudlink.service.tls.CertificateAuthority;
import slipstream.cloudlink.service.tls.Pem;

/// Boxes come and go: registered with a key made here, or invited to bring their own.
record DeviceOffice(Changes changes, CertificateAuthority authority) {
    private static final Duration INVITED_FOR = Duration.ofDays(1);
    private static final String BOX = "(box)";

    String add(Merchant merchant, String name, Path directory) throws IOException {
        var device = new Device(UUID.randomUUID().toString(), merchant.id(), name, Optional.empty());
        var issued = authority.forDevice(device.id());
        PrivateFiles.create(directory.resolve("device.key"), Pem.text(issued.key()));
        PrivateFiles.create(directory.resolve("device.crt"), Pem.text(issued.certificate()));
        PrivateFiles.create(directory.resolve("ca.crt"), Pem.text(authority.certificate()));
        changes.make(
                books -> {
                    books.devices().add(device);
                    return true;
                },
                merchant,
                "device add",
                device.id(),
                merchant.id() + ": " + name);
        return device.id();
    }

    String invite(Merchant merchant, String name) {
        if (name.isBlank() || name.length() > Device.LONGEST_NAME) {
            throw new IllegalArgumentException(
                    "a box's name has " + name.length() + " characters, expected 1 to " + Device.LONGEST_NAME);
        }
        var token = RandomWords.typed();
        var now = changes.now();
        var invitation = new EnrolmentStore.Invitation(merchant.id(), name.strip(), now, now.plus(INVITED_FOR));
        changes.make(
                books -> {
                    books.enrolments().invite(hash(token), invitation);
                    return true;
                },
                merchant,
                "device invite",
                merchant.id(),
                invitation.name());
        return token;
    }

    /// What the box asks is checked before its token is used up.
    Enrolled enrol(String token, String request) throws IOException {
        var key = Enrolling.key(request);
        var id = UUID.randomUUID().toString();
        boolean registered = changes.ledger().write(books -> {
            var invitation = books.enrolments().take(hash(token), changes.now());
            var merchant = invitation.flatMap(i -> books.merchants().find(i.merchantId()));
            if (merchant.isEmpty()) {
                return false;
            }
            var device = new Device(id, merchant.get().id(), invitation.get().name(), Optional.empty());
            books.devices().add(device);
            var circle = Optional.of(merchant.get().circle());
            var detail = device.merchantId() + ": " + device.name();
            books.audit().add(new AuditEntry(changes.now(), BOX, circle, "device enrol", id, detail));
            return true;
        });
        if (!registered) {
            throw new IOException("the token is unknown, used already, or older than a day");
        }
        return new Enrolled(id, Pem.text(authority.forDevice(id, key)), Pem.text(authority.certificate()));
    }

    void revoke(String id) throws IOException {
        var circle = changes.ledger()
                .read(books -> books.devices()
                        .find(id)
                        .flatMap(device -> books.merchants().find(device.merchantId()))
                        .map(Merchant::circle));
        if (!changes.make(books -> books.devices().revoke(id, changes.now()), circle, "device revoke", id, "")) {
            throw new IOException("there is no box '" + id + "' that could be revoked");
        }
    }

    private static String hash(String token) {
        return RandomWords.hash("enrolment", token);
    }
}
