package slipstream.cloudlink.service.cli;

import java.io.IOException;
import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import slipstream.cloudlink.service.administration.Administration;
import slipstream.cloudlink.service.cli.OfficeCommand.Administrative;
import slipstream.cloudlink.service.office.Offices;

/// `staff add`, `staff list` and `staff revoke`.
@Command(
        name = "staff",
        description = "Let a shop's staff redeem vouchers, list and revoke them.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {StaffCommand.Add.class, StaffCommand.Show.class, StaffCommand.Revoke.class})
final class StaffCommand {
    @Command(name = "add", description = "Let somebody in; prints their id, their link and their PIN, this once.")
    static final class Add extends OfficeCommand {
        @Option(names = "--merchant", paramLabel = "ID", required = true, description = "whose vouchers")
        private String merchant;

        @Option(names = "--name", required = true, description = "what people call them, e.g. the counter")
        private String name;

        @Override
        void work(Offices offices, PrintWriter out) throws IOException {
            var invited = offices.administration().addStaff(merchant, name);
            var base = configuration().publicUrl().map(url -> url.toString().replaceAll("/+$", ""));
            row(out, "id", invited.staff().id());
            row(out, "link", base.orElse("") + "/staff/in/" + invited.link());
            row(out, "pin", invited.pin());
        }
    }

    @Command(name = "list", description = "List staff.")
    static final class Show extends Administrative {
        @Override
        void work(Administration administration, PrintWriter out) {
            for (var staff : administration.staff()) {
                var state = staff.revokedAt().map(at -> "revoked " + at).orElse("in use");
                row(out, staff.id(), staff.merchantId(), staff.name(), state);
            }
        }
    }

    @Command(name = "revoke", description = "Let somebody in no more.")
    static final class Revoke extends Administrative {
        @Parameters(paramLabel = "ID", description = "their id")
        private String id;

        @Override
        void work(Administration administration, PrintWriter out) throws IOException {
            administration.revokeStaff(id);
            out.println("staff " + id + " revoked");
        }
    }
}
