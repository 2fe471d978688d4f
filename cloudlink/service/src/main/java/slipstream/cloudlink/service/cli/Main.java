package slipstream.cloudlink.service.cli;

import java.io.PrintWriter;
import org.tinylog.configuration.Configuration;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import slipstream.cloudlink.service.config.ConfigurationException;

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
            DeviceCommand.class,
            UserCommand.class,
            BackupCommand.class,
            RestoreCommand.class,
            RetentionCommand.class
        })
public final class Main {
    private Main() {}

    /// Runs one command and exits.
    public static void main(String[] arguments) {
        logToStandardError();
        System.exit(run(arguments));
    }

    /// Runs one command and returns its exit code.
    public static int run(String... arguments) {
        return new CommandLine(new Main())
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

    private static void logToStandardError() {
        Configuration.set("writer", "console");
        Configuration.set("writer.stream", "err");
        Configuration.set("writer.format", "{date: yyyy-MM-dd HH:mm:ss} {level}: {message}");
        Configuration.set("level", "info");
        for (var chatty : new String[] {"com.zaxxer.hikari", "org.flywaydb", "io.vertx", "io.netty", "org.jdbi"}) {
            Configuration.set("level@" + chatty, "warn");
        }
    }
}
