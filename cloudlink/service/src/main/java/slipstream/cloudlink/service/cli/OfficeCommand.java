package slipstream.cloudlink.service.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import slipstream.cloudlink.service.administration.Administration;
import slipstream.cloudlink.service.config.Configuration;
import slipstream.cloudlink.service.office.Offices;

/// A command that takes `--config FILE`, opens what it names, does one thing there and prints what came of it.
@Command(mixinStandardHelpOptions = true)
abstract class OfficeCommand implements Callable<Integer> {
    @Mixin
    private ConfigOption config;

    @Spec
    private CommandSpec spec;

    /// Does it.
    ///
    /// @throws Exception in one sentence, when it cannot be done
    abstract void work(Offices offices, PrintWriter out) throws Exception;

    @Override
    public final Integer call() throws Exception {
        var out = spec.commandLine().getOut();
        try (var offices = config.offices()) {
            work(offices, out);
        }
        out.flush();
        return 0;
    }

    /// What the file says.
    final Configuration configuration() throws IOException {
        return config.read();
    }

    /// The command line is wrong in a way that its options do not show.
    final ParameterException misuse(String sentence) {
        return new ParameterException(spec.commandLine(), sentence);
    }

    /// Values between tabs, one thing a line: for people and for `cut`.
    static void row(PrintWriter out, String... values) {
        out.println(String.join("\t", values));
    }

    /// One that needs nothing but the administration.
    @Command(mixinStandardHelpOptions = true)
    abstract static class Administrative extends OfficeCommand {
        abstract void work(Administration administration, PrintWriter out) throws Exception;

        @Override
        final void work(Offices offices, PrintWriter out) throws Exception {
            work(offices.administration(), out);
        }
    }
}
