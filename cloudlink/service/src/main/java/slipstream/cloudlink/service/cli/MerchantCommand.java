package slipstream.cloudlink.service.cli;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import slipstream.cloudlink.service.merchant.Merchant;
import slipstream.cloudlink.service.merchant.Platform;
import slipstream.cloudlink.service.merchant.Wording;

/// `merchant add`, `merchant list`, `merchant entrust` and `merchant reseal`.
@Command(
        name = "merchant",
        description = "Add and list merchants, and seal away their credentials.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            MerchantCommand.Add.class,
            MerchantCommand.Show.class,
            MerchantCommand.Entrust.class,
            MerchantCommand.Reseal.class
        })
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
        private Language language;

        @Option(
                names = "--circle",
                paramLabel = "ID",
                defaultValue = "main",
                description = "the business circle (default: ${DEFAULT-VALUE})")
        private String circle;

        @Option(names = "--group", paramLabel = "ID", description = "the group of mutually exclusive merchants")
        private String group;

        @Mixin
        private Files files;

        @Spec
        private CommandSpec spec;

        @Override
        public Integer call() throws Exception {
            var merchant = new Merchant(
                    id,
                    new Wording(name, english),
                    Locale.forLanguageTag(language.name()),
                    circle,
                    Optional.ofNullable(group),
                    Optional.ofNullable(files.wechat));
            try (var offices = config.offices()) {
                offices.administration().addMerchant(merchant, files.byPlatform());
            }
            spec.commandLine().getOut().println("merchant " + id + " added");
            return 0;
        }
    }

    /// The languages there are words in.
    enum Language {
        zh,
        en
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
                                    platforms(offices.administration().entrusted(m.id()))));
                }
            }
            return 0;
        }
    }

    /// Credentials files (TOML), one for each platform.
    static final class Files {
        @Option(names = "--wechat", paramLabel = "FILE", description = "the WeChat Pay credentials file (TOML)")
        private Path wechat;

        @Option(names = "--alipay", paramLabel = "FILE", description = "the Alipay credentials file (TOML)")
        private Path alipay;

        @Option(names = "--webhook", paramLabel = "FILE", description = "the keys of an acquirer's webhook (TOML)")
        private Path webhook;

        Map<Platform, Path> byPlatform() {
            var files = new EnumMap<Platform, Path>(Platform.class);
            put(files, Platform.WECHAT, wechat);
            put(files, Platform.ALIPAY, alipay);
            put(files, Platform.WEBHOOK, webhook);
            return files;
        }

        private static void put(Map<Platform, Path> files, Platform platform, Path file) {
            if (file != null) {
                files.put(platform, file);
            }
        }
    }

    private static String platforms(List<Platform> platforms) {
        return platforms.isEmpty()
                ? "-"
                : platforms.stream().map(Platform::word).collect(Collectors.joining(","));
    }

    @Command(
            name = "entrust",
            description = "Seal away a merchant's credentials; the files are not needed any more.",
            mixinStandardHelpOptions = true)
    static final class Entrust implements Callable<Integer> {
        @Mixin
        private ConfigOption config;

        @Option(names = "--id", paramLabel = "ID", required = true, description = "the merchant")
        private String id;

        @Mixin
        private Files files;

        @Spec
        private CommandSpec spec;

        @Override
        public Integer call() throws Exception {
            var all = files.byPlatform();
            if (all.isEmpty()) {
                throw new ParameterException(
                        spec.commandLine(), "nothing to entrust, expected --wechat, --alipay or --webhook");
            }
            try (var offices = config.offices()) {
                for (var entry : all.entrySet()) {
                    offices.administration().entrust(id, entry.getKey(), entry.getValue());
                }
                var now = offices.administration().entrusted(id);
                spec.commandLine().getOut().println("merchant " + id + " at " + platforms(now));
            }
            return 0;
        }
    }

    @Command(
            name = "reseal",
            description = "Put all credentials under the present master key.",
            mixinStandardHelpOptions = true)
    static final class Reseal implements Callable<Integer> {
        @Mixin
        private ConfigOption config;

        @Spec
        private CommandSpec spec;

        @Override
        public Integer call() throws Exception {
            try (var offices = config.offices()) {
                int count = offices.administration().renewSeals()
                        + offices.accounts().renewSeals();
                spec.commandLine().getOut().println(count + " resealed");
            }
            return 0;
        }
    }
}
