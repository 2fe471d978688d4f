package slipstream.cloudlink.service.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import slipstream.cloudlink.service.administration.Administration;
import slipstream.cloudlink.service.campaign.Campaign;
import slipstream.cloudlink.service.campaign.CampaignText;
import slipstream.cloudlink.service.cli.OfficeCommand.Administrative;

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

    @Command(name = "add", description = "Add a campaign. It cannot be changed afterwards; stop it and add another.")
    static final class Add extends Administrative {
        @Parameters(paramLabel = "FILE", description = "the campaign (TOML)")
        private Path file;

        @Override
        void work(Administration administration, PrintWriter out) throws IOException {
            var id = administration.addCampaign(file.toString(), Files.readString(file));
            out.println("campaign " + id + " added");
        }
    }

    @Command(name = "list", description = "List campaigns.")
    static final class Show extends Administrative {
        @Override
        void work(Administration administration, PrintWriter out) {
            for (var written : administration.campaigns()) {
                var campaign = written.campaign();
                var state = written.stoppedAt().map(at -> "stopped " + at).orElse("in force");
                row(out, campaign.id(), campaign.circle(), merchants(campaign), state);
            }
        }

        private static String merchants(Campaign campaign) {
            return campaign.merchants().isEmpty()
                    ? "*"
                    : campaign.merchants().stream().sorted().collect(Collectors.joining(","));
        }
    }

    @Command(name = "show", description = "Print a campaign as it was added.")
    static final class Text extends Administrative {
        @Parameters(paramLabel = "ID")
        private String id;

        @Override
        void work(Administration administration, PrintWriter out) {
            out.print(administration.campaigns().stream()
                    .filter(written -> written.campaign().id().equals(id))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("there is no campaign '" + id + "'"))
                    .text());
        }
    }

    @Command(name = "stop", description = "Close a campaign for good; links already printed stay good.")
    static final class Stop extends Administrative {
        @Parameters(paramLabel = "ID")
        private String id;

        @Override
        void work(Administration administration, PrintWriter out) throws IOException {
            administration.stopCampaign(id);
            out.println("campaign " + id + " stopped");
        }
    }
}
