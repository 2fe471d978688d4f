package slipstream.cloudlink.service.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import slipstream.cloudlink.service.secret.Keyring;
import slipstream.cloudlink.service.store.Restore;

/// `restore`: a backup into an empty database, of either kind.
@Command(
        name = "restore",
        description = "Read a backup into an empty database, SQLite or PostgreSQL: all of it, or nothing.",
        mixinStandardHelpOptions = true)
final class RestoreCommand implements Callable<Integer> {
    @Mixin
    private ConfigOption config;

    @Option(names = "--in", paramLabel = "FILE", required = true, description = "what 'backup' wrote")
    private Path file;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        var configuration = config.read();
        try (var offices = config.offices();
                var in = Files.newInputStream(file)) {
            var keyring = Keyring.open(configuration.data().resolve("keyring"));
            long rows = new Restore(offices.database(), keyring.fingerprint()).read(in);
            spec.commandLine().getOut().println(rows + " rows restored from " + file);
        }
        return 0;
    }
}
