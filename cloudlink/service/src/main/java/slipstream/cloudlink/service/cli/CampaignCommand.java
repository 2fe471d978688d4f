package slipstream.cloudlink.service.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import slipstream.cloudlink.service.campaign.CampaignText;

/// `campaign check`, `add`, `list`, `show` and `stop`.
@Command(
        name = "campaign",
        description = "Campaigns: when, to whom and how often merchants hand out claim links.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            CampaignCommand.Check.class,
            CampaignCommand.Add.class,
            CampaignCommand.Show.class,
            CampaignCommand.Text.class,
            CampaignCommand.Stop.class
        })
final class CampaignCommand {
    @Command(name = "check", description = "Say whether a file is a campaign.", mixinStandardHelpOptions = true)
    static final class Check implements Callable<Integer> {
        @Parameters(paramLabel = "FILE", description = "the campaign (TOML)")
        private Path file;

        @Spec
        private CommandSpec spec;

        @Override
        public Integer call() throws Exception {
            var campaign = CampaignText.read(file.toString(), Files.readString(file));
            spec.commandLine().getOut().println("campaign " + campaign.id() + " is well written");
            return 0;
        }
    }

    @Command(
            name = "add",
            description = "Add a campaign. It cannot be changed afterwards; stop it and add another.",
            mixinStandardHelpOptions = true)
    static final class Add implements Callable<Integer> {
        @Mixin
        private ConfigOption config;

        @Parameters(paramLabel = "FILE", description = "the campaign (TOML)")
        private Path file;

        @Spec
        private CommandSpec spec;

        @Override
        public Integer call() throws Exception {
            try (var offices = config.offices()) {
                var id = offices.administration().addCampaign(file.toString(), Files.readString(file));
                spec.commandLine().getOut().println("campaign " + id + " added");
            }
            return 0;
        }
    }

    @Command(name = "list", description = "List campaigns.", mixinStandardHelpOptions = true)
    static final class Show implements Callable<Integer> {
        @Mixin
        private ConfigOption config;

        @Spec
        private CommandSpec spec;

        @Override
        public Integer call() throws Exception {
            try (var offices = config.offices()) {
                for (var written : offices.administration().campaigns()) {
                    var campaign = written.campaign();
                    spec.commandLine()
                            .getOut()
                            .println(String.join(
                                    "\t",
                                    campaign.id(),
                                    campaign.circle(),
                                    campaign.merchants().isEmpty()
                                            ? "*"
                                            : String.join(
                                                    ",",
                                                    campaign.merchants().stream()
                                                            .sorted()
                                                            .toList()),
                                    written.stoppedAt()
                                            .map(at -> "stopped " + at)
                                            .orElse("in force")));
                }
            }
            return 0;
        }
    }

    @Command(name = "show", description = "Print a campaign as it was added.", mixinStandardHelpOptions = true)
    static final class Text implements Callable<Integer> {
        @Mixin
        private ConfigOption config;

        @Parameters(paramLabel = "ID")
        private String id;

        @Spec
        private CommandSpec spec;

        @Override
        public Integer call() throws Exception {
            try (var offices = config.offices()) {
                var written = offices.administration().campaigns().stream()
                        .filter(w -> w.campaign().id().equals(id))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("there is no campaign '" + id + "'"));
                spec.commandLine().getOut().print(written.text());
                spec.commandLine().getOut().flush();
            }
            return 0;
        }
    }

    @Command(
            name = "stop",
            description = "Close a campaign for good; links already printed stay good.",
            mixinStandardHelpOptions = true)
    static final class Stop implements Callable<Integer> {
        @Mixin
        private ConfigOption config;

        @Parameters(paramLabel = "ID")
        private String id;

        @Spec
        private CommandSpec spec;

        @Override
        public Integer call() throws Exception {
            try (var offices = config.offices()) {
                offices.administration().stopCampaign(id);
                spec.commandLine().getOut().println("campaign " + id + " stopped");
            }
            return 0;
        }
    }
}
