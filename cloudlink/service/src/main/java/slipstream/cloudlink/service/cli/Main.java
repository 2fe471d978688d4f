package slipstream.cloudlink.service.cli;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import slipstream.cloudlink.service.config.ConfigurationException;
import slipstream.cloudlink.service.config.Log;
import slipstream.cloudlink.service.log.StandardError;

/// `slipstream-service`. Exits 0 when done, 1 when it failed, 2 when it was used wrongly; says why in one
/// sentence on standard error.
@Command(
        name = "slipstream-service",
        description = "Slipstream's identification service: who paid, and what they are entitled to.",
        mixinStandardHelpOptions = true,
        version = "slipstream-service 0.1.0",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            ServeCommand.class,
            SimulatorCommand.class,
            MerchantCommand.class,
            ItemCommand.class,
            CampaignCommand.class,
            PayerCommand.class,
            DeviceCommand.class,
            UserCommand.class,
            FiguresCommand.class,
            StaffCommand.class,
            BackupCommand.class,
            RestoreCommand.class,
            RetentionCommand.class
        })
public final class Main {
    private final boolean logs;

    /// @param logs whether logging is ours to set, as in a process of our own
    private Main(boolean logs) {
        this.logs = logs;
    }

    /// Runs one command and exits.
    public static void main(String[] arguments) {
        StandardError.log(Log.USUAL);
        System.exit(run(new Main(true), arguments));
    }

    /// Runs one command and returns its exit code.
    public static int run(String... arguments) {
        return run(new Main(false), arguments);
    }

    private static int run(Main main, String... arguments) {
        return new CommandLine(main)
                .setExecutionExceptionHandler(Main::failed)
                .setParameterExceptionHandler(Main::misused)
                .execute(arguments);
    }

    private static int failed(Exception e, CommandLine command, CommandLine.ParseResult parsed) {
        var sentence = e.getMessage() == null ? e.toString() : e.getMessage();
        command.getErr().println("slipstream-service: " + sentence);
        return e instanceof ConfigurationException || e instanceof IllegalArgumentException ? 2 : 1;
    }

    private static int misused(CommandLine.ParameterException e, String[] arguments) {
        PrintWriter err = e.getCommandLine().getErr();
        err.println("slipstream-service: " + e.getMessage());
        err.println("Try '" + e.getCommandLine().getCommandSpec().qualifiedName() + " --help'.");
        return 2;
    }

    /// Logs as the configuration says, before anything has been logged.
    void logTo(Log log) {
        if (logs) {
            StandardError.log(log);
        }
    }
}
