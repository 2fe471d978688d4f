package slipstream.cloudlink.service.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import slipstream.cloudlink.service.account.Role;
import slipstream.cloudlink.service.office.Offices;

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
            description = "Add a user; prints the password for the first sign-in, which cannot be seen again.")
    static final class Add extends OfficeCommand {
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

        @Override
        void work(Offices offices, PrintWriter out) throws IOException {
            var kind = Role.of(role);
            if ((merchant == null) == (kind == Role.MERCHANT)) {
                throw misuse("expected --merchant with --role merchant, and only with it");
            }
            if (merchant != null) {
                circle = offices.administration()
                        .merchant(merchant)
                        .orElseThrow(() -> new IOException("there is no merchant '" + merchant + "'"))
                        .circle();
            }
            out.println(offices.accounts().add(name, kind, circle, Optional.ofNullable(merchant)));
        }
    }

    @Command(name = "list", description = "List users.")
    static final class Show extends OfficeCommand {
        @Override
        void work(Offices offices, PrintWriter out) {
            for (var user : offices.accounts().users()) {
                var state = user.ready() ? "ready" : "not set up yet";
                row(
                        out,
                        user.name(),
                        user.role().word(),
                        user.circle(),
                        user.merchantId().orElse("-"),
                        state);
            }
        }
    }

    @Command(
            name = "reset",
            description = "Take password and second factor away; prints the password for the next sign-in.")
    static final class Reset extends OfficeCommand {
        @Parameters(paramLabel = "NAME")
        private String name;

        @Override
        void work(Offices offices, PrintWriter out) throws IOException {
            out.println(offices.accounts().reset(name));
        }
    }

    @Command(name = "remove", description = "Remove a user, with sessions and tokens.")
    static final class Remove extends OfficeCommand {
        @Parameters(paramLabel = "NAME")
        private String name;

        @Override
        void work(Offices offices, PrintWriter out) throws IOException {
            offices.accounts().remove(name);
            out.println("user " + name + " removed");
        }
    }

    @Command(
            name = "token",
            description = "Make a token with which a program may do what the user may; it cannot be seen again.")
    static final class Token extends OfficeCommand {
        @Parameters(paramLabel = "NAME")
        private String name;

        @Option(names = "--label", required = true, description = "what it is for")
        private String label;

        @Option(names = "--days", defaultValue = "90", description = "how long it lasts (default: ${DEFAULT-VALUE})")
        private int days;

        @Override
        void work(Offices offices, PrintWriter out) throws IOException {
            out.println(offices.accounts().addToken(name, label, days));
        }
    }
}
