package slipstream.cloudlink.service.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import slipstream.cloudlink.service.office.Offices;
import slipstream.cloudlink.service.secret.Keyring;
import slipstream.cloudlink.service.store.Backup;

/// `backup`: the database as it is at one moment; the service may run.
@Command(
        name = "backup",
        description = "Write the database to a file, while the service runs. The keyring and the certificates in the"
                + " data directory are not in it: keep copies of them elsewhere.")
final class BackupCommand extends OfficeCommand {
    @Option(names = "--out", paramLabel = "FILE", required = true, description = "a file that is not there yet")
    private Path file;

    @Override
    void work(Offices offices, PrintWriter out) throws IOException {
        var keyring = Keyring.open(configuration().data().resolve("keyring"));
        var forOwner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        Files.createFile(file, forOwner);
        boolean done = false;
        try (var stream = Files.newOutputStream(file, StandardOpenOption.WRITE)) {
            long rows = new Backup(offices.database(), keyring.fingerprint()).write(stream, Instant.now());
            out.println(rows + " rows written to " + file);
            done = true;
        } finally {
            if (!done) {
                Files.deleteIfExists(file);
            }
        }
    }
}
