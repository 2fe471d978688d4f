package slipstream.cloudlink.service.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import slipstream.cloudlink.service.office.Offices;
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

    @Command(name = "run", description = "Drop what has been kept long enough; a running service does so every hour.")
    static final class Run extends OfficeCommand {
        @Override
        void work(Offices offices, PrintWriter out) throws IOException {
            long rows = new Retention(offices.database(), configuration().retention()).enforce(Instant.now());
            out.println(rows + " rows dropped or emptied");
        }
    }
}
