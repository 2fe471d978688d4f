package slipstream.cloudlink.service.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import slipstream.cloudlink.service.office.Offices;
import slipstream.cloudlink.service.secret.Keyring;
import slipstream.cloudlink.service.store.Restore;

/// `restore`: a backup into an empty database, of either kind.
@Command(
        name = "restore",
        description = "Read a backup into an empty database, SQLite or PostgreSQL: all of it, or nothing.")
final class RestoreCommand extends OfficeCommand {
    @Option(names = "--in", paramLabel = "FILE", required = true, description = "what 'backup' wrote")
    private Path file;

    @Override
    void work(Offices offices, PrintWriter out) throws IOException {
        try (var in = Files.newInputStream(file)) {
            var keyring = Keyring.open(configuration().data().resolve("keyring"));
            long rows = new Restore(offices.database(), keyring.fingerprint()).read(in);
            out.println(rows + " rows restored from " + file);
        }
    }
}
