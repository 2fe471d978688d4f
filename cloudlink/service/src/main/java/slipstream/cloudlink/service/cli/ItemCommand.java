package slipstream.cloudlink.service.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import slipstream.cloudlink.protocol.Money;
import slipstream.cloudlink.service.administration.Administration;
import slipstream.cloudlink.service.cli.OfficeCommand.Administrative;
import slipstream.cloudlink.service.config.Amounts;
import slipstream.cloudlink.service.merchant.Wording;

/// `item add`, `item list` and `item withdraw`.
@Command(
        name = "item",
        description = "Add, list and withdraw virtual items: the coupons and vouchers that merchants offer.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {ItemCommand.Add.class, ItemCommand.Show.class, ItemCommand.Withdraw.class})
final class ItemCommand {
    @Command(name = "add", description = "Add an item; prints its id.")
    static final class Add extends Administrative {
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

        @Option(names = "--price", paramLabel = "AMOUNT", description = "sell it, too: such as 'CNY 9.90'")
        private String price;

        @Override
        void work(Administration administration, PrintWriter out) throws IOException {
            var conditions = Optional.ofNullable(terms).map(text -> new Wording(text, termsEnglish));
            var name = new Wording(title, english);
            out.println(administration.addItem(
                    merchant,
                    name,
                    conditions,
                    validDays,
                    Optional.ofNullable(stock),
                    Optional.ofNullable(price).map(ItemCommand::price)));
        }
    }

    private static Money price(String text) {
        return Amounts.read(text)
                .orElseThrow(() -> new IllegalArgumentException(
                        "price '" + text + "': expected currency and amount, such as CNY 9.90"));
    }

    @Command(name = "list", description = "List items.")
    static final class Show extends Administrative {
        @Override
        void work(Administration administration, PrintWriter out) {
            for (var item : administration.items()) {
                row(
                        out,
                        item.id(),
                        item.merchantId(),
                        item.title().text(),
                        item.validDays() + " days",
                        item.price().map(Amounts::written).orElse("-"),
                        item.withdrawnAt().map(at -> "withdrawn " + at).orElse("offered"));
            }
        }
    }

    @Command(name = "withdraw", description = "Let no new link offer an item; links and vouchers there stay good.")
    static final class Withdraw extends Administrative {
        @Parameters(paramLabel = "ID", description = "its id")
        private String id;

        @Override
        void work(Administration administration, PrintWriter out) throws IOException {
            administration.withdrawItem(id);
            out.println("item " + id + " withdrawn");
        }
    }
}
