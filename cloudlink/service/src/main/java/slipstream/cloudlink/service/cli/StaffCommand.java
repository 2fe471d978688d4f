package slipstream.cloudlink.service.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `staff add`, `staff list` and `staff revoke`.
@Command(
        name = "staff",
        description = "Let a shop's staff redeem vouchers, list and revoke them.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {StaffCommand.Add.class, StaffCommand.Show.class, StaffCommand.Revoke.class})
final class StaffCommand {
    @Command(
            name = "add",
            description = "Let somebody in; prints their id, their link and their PIN, this once.",
            mixinStandardHelpOptions = true)
    static final class Add implements Callable<Integer> {
        @Mixin
        private ConfigOption config;

        @Option(names = "--merchant", paramLabel = "ID", required = true, description = "whose vouchers")
        private String merchant;

        @Option(names = "--name", required = true, description = "what people call them, e.g. the counter")
        private String name;

        @Spec
        private CommandSpec spec;

        @Override
        public Integer call() throws Exception {
            var base = config.read().publicUrl().map(url -> url.toString().replaceAll("/+$", ""));
            try (var offices = config.offices()) {
                var invited = offices.administration().addStaff(merchant, name);
                var out = spec.commandLine().getOut();
                out.println("id\t" + invited.staff().id());
                out.println("link\t" + base.orElse("") + "/staff/in/" + invited.link());
                out.println("pin\t" + invited.pin());
            }
            return 0;
        }
    }

    @Command(name = "list", description = "List staff.", mixinStandardHelpOptions = true)
    static final class Show implements Callable<Integer> {
        @Mixin
        private ConfigOption config;

        @Spec
        private CommandSpec spec;

        @Override
        public Integer call() throws Exception {
            try (var offices = config.offices()) {
                for (var staff : offices.administration().staff()) {
                    var state = staff.revokedAt().map(at -> "revoked " + at).orElse("in use");
                    spec.commandLine()
                            .getOut()
                            .println(String.join("\t", staff.id(), staff.merchantId(), staff.name(), state));
                }
            }
            return 0;
        }
    }

    @Command(name = "revoke", description = "Let somebody in no more.", mixinStandardHelpOptions = true)
    static final class Revoke implements Callable<Integer> {
        @Mixin
        private ConfigOption config;

        @Parameters(paramLabel = "ID", description = "their id")
        private String id;

        @Spec
        private CommandSpec spec;

        @Override
        public Integer call() throws Exception {
            try (var offices = config.offices()) {
                offices.administration().revokeStaff(id);
            }
            spec.commandLine().getOut().println("staff " + id + " revoked");
            return 0;
        }
    }
}
