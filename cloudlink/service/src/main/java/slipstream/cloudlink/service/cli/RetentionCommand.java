package slipstream.cloudlink.service.cli;

import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import slipstream.cloudlink.service.store.Retention;

/// `retention list` and `retention run`.
@Command(
        name = "retention",
        description = "What is kept how long, and dropping what has been kept long enough.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {RetentionCommand.Show.class, RetentionCommand.Run.class})
final class RetentionCommand {
    @Command(name = "list", description = "Until when each field is kept.", mixinStandardHelpOptions = true)
    static final class Show implements Callable<Integer> {
        @Spec
        private CommandSpec spec;

        @Override
        public Integer call() {
            Retention.FIELDS.forEach(
                    (field, until) -> spec.commandLine().getOut().println(field + "\t" + until));
            return 0;
        }
    }

    @Command(
            name = "run",
            description = "Drop what has been kept long enough; a running service does so every hour.",
            mixinStandardHelpOptions = true)
    static final class Run implements Callable<Integer> {
        @Mixin
        private ConfigOption config;

        @Spec
        private CommandSpec spec;

        @Override
        public Integer call() throws Exception {
            try (var offices = config.offices()) {
                long rows = new Retention(offices.database(), config.read().retention()).enforce(Instant.now());
                spec.commandLine().getOut().println(rows + " rows dropped or emptied");
            }
            return 0;
        }
    }
}
