package slipstream.cloudlink.service.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import slipstream.cloudlink.service.account.Role;

/// `user add`, `list`, `reset`, `remove` and `token`.
@Command(
        name = "user",
        description = "Who may use the console and its API.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            UserCommand.Add.class,
            UserCommand.Show.class,
            UserCommand.Reset.class,
            UserCommand.Remove.class,
            UserCommand.Token.class
        })
final class UserCommand {
    @Command(
            name = "add",
            description = "Add a user; prints the password for the first sign-in, which cannot be seen again.",
            mixinStandardHelpOptions = true)
    static final class Add implements Callable<Integer> {
        @Mixin
        private ConfigOption config;

        @Parameters(paramLabel = "NAME", description = "what the user signs in with")
        private String name;

        @Option(
                names = "--role",
                paramLabel = "ROLE",
                defaultValue = "operator",
                description = "operator (all of a circle) or merchant (one shop) (default: ${DEFAULT-VALUE})")
        private String role;

        @Option(
                names = "--circle",
                paramLabel = "CIRCLE",
                defaultValue = "main",
                description = "an operator's business circle (default: ${DEFAULT-VALUE})")
        private String circle;

        @Option(names = "--merchant", paramLabel = "ID", description = "a merchant's shop")
        private String merchant;

        @Spec
        private CommandSpec spec;

        @Override
        public Integer call() throws Exception {
            var kind = Role.of(role);
            if ((merchant == null) == (kind == Role.MERCHANT)) {
                throw new ParameterException(
                        spec.commandLine(), "expected --merchant with --role merchant, and only with it");
            }
            try (var offices = config.offices()) {
                if (merchant != null) {
                    circle = offices.administration()
                            .merchant(merchant)
                            .orElseThrow(() -> new IllegalArgumentException("there is no merchant '" + merchant + "'"))
                            .circle();
                }
                var password = offices.accounts().add(name, kind, circle, Optional.ofNullable(merchant));
                spec.commandLine().getOut().println(password);
            }
            return 0;
        }
    }

    @Command(name = "list", description = "List users.", mixinStandardHelpOptions = true)
    static final class Show implements Callable<Integer> {
        @Mixin
        private ConfigOption config;

        @Spec
        private CommandSpec spec;

        @Override
        public Integer call() throws Exception {
            try (var offices = config.offices()) {
                for (var user : offices.accounts().users()) {
                    var line = String.join(
                            "\t",
                            user.name(),
                            user.role().word(),
                            user.circle(),
                            user.merchantId().orElse("-"),
                            user.ready() ? "ready" : "not signed in yet");
                    spec.commandLine().getOut().println(line);
                }
            }
            return 0;
        }
    }

    @Command(
            name = "reset",
            description = "Take password and second factor away; prints the password for the next sign-in.",
            mixinStandardHelpOptions = true)
    static final class Reset implements Callable<Integer> {
        @Mixin
        private ConfigOption config;

        @Parameters(paramLabel = "NAME")
        private String name;

        @Spec
        private CommandSpec spec;

        @Override
        public Integer call() throws Exception {
            try (var offices = config.offices()) {
                spec.commandLine().getOut().println(offices.accounts().reset(name));
            }
            return 0;
        }
    }

    @Command(name = "remove", description = "Remove a user, with sessions and tokens.", mixinStandardHelpOptions = true)
    static final class Remove implements Callable<Integer> {
        @Mixin
        private ConfigOption config;

        @Parameters(paramLabel = "NAME")
        private String name;

        @Spec
        private CommandSpec spec;

        @Override
        public Integer call() throws Exception {
            try (var offices = config.offices()) {
                offices.accounts().remove(name);
            }
            spec.commandLine().getOut().println("user " + name + " removed");
            return 0;
        }
    }

    @Command(
            name = "token",
            description = "Make a token with which a program may do what the user may; it cannot be seen again.",
            mixinStandardHelpOptions = true)
    static final class Token implements Callable<Integer> {
        @Mixin
        private ConfigOption config;

        @Parameters(paramLabel = "NAME")
        private String name;

        @Option(names = "--label", required = true, description = "what it is for")
        private String label;

        @Option(names = "--days", defaultValue = "90", description = "how long it lasts (default: ${DEFAULT-VALUE})")
        private int days;

        @Spec
        private CommandSpec spec;

        @Override
        public Integer call() throws Exception {
            try (var offices = config.offices()) {
                spec.commandLine().getOut().println(offices.accounts().addToken(name, label, days));
            }
            return 0;
        }
    }
}
