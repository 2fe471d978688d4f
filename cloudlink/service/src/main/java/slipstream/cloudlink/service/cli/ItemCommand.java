package slipstream.cloudlink.service.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import slipstream.cloudlink.service.merchant.Wording;

/// `item add` and `item list`.
@Command(
        name = "item",
        description = "Add and list virtual items: the coupons and vouchers that merchants offer.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {ItemCommand.Add.class, ItemCommand.Show.class})
final class ItemCommand {
    @Command(name = "add", description = "Add an item; prints its id.", mixinStandardHelpOptions = true)
    static final class Add implements Callable<Integer> {
        @Mixin
        private ConfigOption config;

        @Option(names = "--merchant", paramLabel = "ID", required = true, description = "where it is used")
        private String merchant;

        @Option(names = "--title", required = true, description = "what the payer gets, in a few words")
        private String title;

        @Option(names = "--title-en", paramLabel = "TITLE", defaultValue = "", description = "the same in English")
        private String english;

        @Option(names = "--terms", description = "conditions, in one or two sentences")
        private String terms;

        @Option(names = "--terms-en", paramLabel = "TERMS", description = "the same in English")
        private String termsEnglish;

        @Option(
                names = "--valid-days",
                paramLabel = "DAYS",
                defaultValue = "30",
                description = "how long a voucher is good for once claimed (default: ${DEFAULT-VALUE})")
        private int validDays;

        @Option(names = "--stock", paramLabel = "N", description = "how many vouchers there are (default: no end)")
        private Integer stock;

        @Spec
        private CommandSpec spec;

        @Override
        public Integer call() throws Exception {
            try (var offices = config.offices()) {
                var conditions = Optional.ofNullable(terms).map(text -> new Wording(text, termsEnglish));
                var id = offices.administration()
                        .addItem(
                                merchant,
                                new Wording(title, english),
                                conditions,
                                validDays,
                                Optional.ofNullable(stock));
                spec.commandLine().getOut().println(id);
            }
            return 0;
        }
    }

    @Command(name = "list", description = "List items.", mixinStandardHelpOptions = true)
    static final class Show implements Callable<Integer> {
        @Mixin
        private ConfigOption config;

        @Spec
        private CommandSpec spec;

        @Override
        public Integer call() throws Exception {
            try (var offices = config.offices()) {
                for (var item : offices.administration().items()) {
                    spec.commandLine()
                            .getOut()
                            .println(String.join(
                                    "\t",
                                    item.id(),
                                    item.merchantId(),
                                    item.title().text(),
                                    item.validDays() + " days"));
                }
            }
            return 0;
        }
    }
}
