package slipstream.cloudlink.service.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import slipstream.cloudlink.service.administration.Administration;
import slipstream.cloudlink.service.cli.OfficeCommand.Administrative;

/// `device add`, `device list` and `device revoke`.
@Command(
        name = "device",
        description = "Register, list and revoke boxes.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            DeviceCommand.Add.class,
            DeviceCommand.Invite.class,
            DeviceCommand.Show.class,
            DeviceCommand.Revoke.class
        })
final class DeviceCommand {
    @Command(name = "add", description = "Register a box; writes device.key, device.crt and ca.crt and prints its id.")
    static final class Add extends Administrative {
        @Option(names = "--merchant", paramLabel = "ID", required = true, description = "where it stands")
        private String merchant;

        @Option(names = "--name", required = true, description = "what people call it, e.g. the till")
        private String name;

        @Option(names = "--out", paramLabel = "DIR", required = true, description = "where the files are written")
        private Path directory;

        @Override
        void work(Administration administration, PrintWriter out) throws IOException {
            out.println(administration.addDevice(merchant, name, directory));
        }
    }

    @Command(
            name = "invite",
            description = "Invite a box; prints the token with which it registers itself once, within a day.")
    static final class Invite extends Administrative {
        @Option(names = "--merchant", paramLabel = "ID", required = true, description = "where it stands")
        private String merchant;

        @Option(names = "--name", required = true, description = "what people call it, e.g. the till")
        private String name;

        @Override
        void work(Administration administration, PrintWriter out) throws IOException {
            out.println(administration.inviteDevice(merchant, name));
        }
    }

    @Command(name = "list", description = "List boxes.")
    static final class Show extends Administrative {
        @Override
        void work(Administration administration, PrintWriter out) {
            for (var device : administration.devices()) {
                var state = device.revokedAt().map(at -> "revoked " + at).orElse("in use");
                row(out, device.id(), device.merchantId(), device.name(), state);
            }
        }
    }

    @Command(name = "revoke", description = "Stop believing a box.")
    static final class Revoke extends Administrative {
        @Parameters(paramLabel = "ID", description = "the box's id")
        private String id;

        @Override
        void work(Administration administration, PrintWriter out) throws IOException {
            administration.revokeDevice(id);
            out.println("box " + id + " revoked");
        }
    }
}
