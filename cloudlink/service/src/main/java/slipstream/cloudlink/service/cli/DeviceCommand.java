package slipstream.cloudlink.service.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `device add`, `device list` and `device revoke`.
@Command(
        name = "device",
        description = "Register, list and revoke boxes.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {DeviceCommand.Add.class, DeviceCommand.Show.class, DeviceCommand.Revoke.class})
final class DeviceCommand {
    @Command(
            name = "add",
            description = "Register a box; writes device.key, device.crt and ca.crt and prints its id.",
            mixinStandardHelpOptions = true)
    static final class Add implements Callable<Integer> {
        @Mixin
        private ConfigOption config;

        @Option(names = "--merchant", paramLabel = "ID", required = true, description = "where it stands")
        private String merchant;

        @Option(names = "--name", required = true, description = "what people call it, e.g. the till")
        private String name;

        @Option(names = "--out", paramLabel = "DIR", required = true, description = "where the files are written")
        private Path out;

        @Spec
        private CommandSpec spec;

        @Override
        public Integer call() throws Exception {
            try (var offices = config.offices()) {
                spec.commandLine().getOut().println(offices.administration().addDevice(merchant, name, out));
            }
            return 0;
        }
    }

    @Command(name = "list", description = "List boxes.", mixinStandardHelpOptions = true)
    static final class Show implements Callable<Integer> {
        @Mixin
        private ConfigOption config;

        @Spec
        private CommandSpec spec;

        @Override
        public Integer call() throws Exception {
            try (var offices = config.offices()) {
                for (var device : offices.administration().devices()) {
                    var state = device.revokedAt().map(at -> "revoked " + at).orElse("in use");
                    spec.commandLine()
                            .getOut()
                            .println(String.join("\t", device.id(), device.merchantId(), device.name(), state));
                }
            }
            return 0;
        }
    }

    @Command(name = "revoke", description = "Stop believing a box.", mixinStandardHelpOptions = true)
    static final class Revoke implements Callable<Integer> {
        @Mixin
        private ConfigOption config;

        @Parameters(paramLabel = "ID", description = "the box's id")
        private String id;

        @Spec
        private CommandSpec spec;

        @Override
        public Integer call() throws Exception {
            try (var offices = config.offices()) {
                offices.administration().revokeDevice(id);
            }
            spec.commandLine().getOut().println("box " + id + " revoked");
            return 0;
        }
    }
}
