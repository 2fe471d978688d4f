package slipstream.cloudlink.service.cli;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import slipstream.cloudlink.service.merchant.Merchant;
import slipstream.cloudlink.service.merchant.Wording;

/// `merchant add` and `merchant list`.
@Command(
        name = "merchant",
        description = "Add and list merchants.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {MerchantCommand.Add.class, MerchantCommand.Show.class})
final class MerchantCommand {
    @Command(name = "add", description = "Add a merchant.", mixinStandardHelpOptions = true)
    static final class Add implements Callable<Integer> {
        @Mixin
        private ConfigOption config;

        @Option(names = "--id", paramLabel = "ID", required = true, description = "short name: a-z, 0-9, '-'")
        private String id;

        @Option(names = "--name", required = true, description = "what customers read")
        private String name;

        @Option(names = "--name-en", paramLabel = "NAME", defaultValue = "", description = "the same in English")
        private String english;

        @Option(
                names = "--language",
                paramLabel = "zh|en",
                defaultValue = "zh",
                description = "of the lines printed on receipts (default: ${DEFAULT-VALUE})")
        private Locale language;

        @Option(
                names = "--circle",
                paramLabel = "ID",
                defaultValue = "main",
                description = "the business circle (default: ${DEFAULT-VALUE})")
        private String circle;

        @Option(names = "--group", paramLabel = "ID", description = "the group of mutually exclusive merchants")
        private String group;

        @Option(names = "--wechat", paramLabel = "FILE", description = "the WeChat Pay credentials file (TOML)")
        private Path wechat;

        @Spec
        private CommandSpec spec;

        @Override
        public Integer call() throws Exception {
            var merchant = new Merchant(
                    id,
                    new Wording(name, english),
                    language,
                    circle,
                    Optional.ofNullable(group),
                    Optional.ofNullable(wechat)
                            .map(file -> file.toAbsolutePath().normalize()));
            try (var offices = config.offices()) {
                offices.administration().addMerchant(merchant);
            }
            spec.commandLine().getOut().println("merchant " + id + " added");
            return 0;
        }
    }

    @Command(name = "list", description = "List merchants.", mixinStandardHelpOptions = true)
    static final class Show implements Callable<Integer> {
        @Mixin
        private ConfigOption config;

        @Spec
        private CommandSpec spec;

        @Override
        public Integer call() throws Exception {
            try (var offices = config.offices()) {
                for (var m : offices.administration().merchants()) {
                    spec.commandLine()
                            .getOut()
                            .println(String.join(
                                    "\t",
                                    m.id(),
                                    m.name().text(),
                                    m.circle(),
                                    m.exclusionGroup().orElse("-"),
                                    m.wechat().map(Path::toString).orElse("-")));
                }
            }
            return 0;
        }
    }
}
