package slipstream.cloudlink.service.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import slipstream.cloudlink.service.secret.Keyring;
import slipstream.cloudlink.service.store.Backup;

/// `backup`: the database as it is at one moment; the service may run.
@Command(
        name = "backup",
        description = "Write the database to a file, while the service runs. The keyring and the certificates in the"
                + " data directory are not in it: keep copies of them elsewhere.",
        mixinStandardHelpOptions = true)
final class BackupCommand implements Callable<Integer> {
    @Mixin
    private ConfigOption config;

    @Option(names = "--out", paramLabel = "FILE", required = true, description = "a file that is not there yet")
    private Path file;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        var configuration = config.read();
        var forOwner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        try (var offices = config.offices()) {
            var keyring = Keyring.open(configuration.data().resolve("keyring"));
            Files.createFile(file, forOwner);
            boolean done = false;
            try (var out = Files.newOutputStream(file, StandardOpenOption.WRITE)) {
                long rows = new Backup(offices.database(), keyring.fingerprint()).write(out, Instant.now());
                spec.commandLine().getOut().println(rows + " rows written to " + file);
                done = true;
            } finally {
                if (!done) {
                    Files.deleteIfExists(file);
                }
            }
        }
        return 0;
    }
}
