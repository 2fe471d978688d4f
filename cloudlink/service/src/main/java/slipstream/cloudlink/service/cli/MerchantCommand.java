package slipstream.cloudlink.service.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import slipstream.cloudlink.service.administration.Administration;
import slipstream.cloudlink.service.cli.OfficeCommand.Administrative;
import slipstream.cloudlink.service.merchant.Merchant;
import slipstream.cloudlink.service.merchant.Platform;
import slipstream.cloudlink.service.merchant.Wording;
import slipstream.cloudlink.service.message.Addresses;
import slipstream.cloudlink.service.office.Offices;
import slipstream.cloudlink.service.store.SqlBooks;

/// `merchant add`, `merchant list`, `merchant locate`, `merchant copies`, `merchant entrust` and `merchant reseal`.
@Command(
        name = "merchant",
        description = "Add and list merchants, and seal away their credentials.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            MerchantCommand.Add.class,
            MerchantCommand.Show.class,
            MerchantCommand.Locate.class,
            MerchantCommand.Copies.class,
            MerchantCommand.Entrust.class,
            MerchantCommand.Reseal.class
        })
final class MerchantCommand {
    @Command(name = "add", description = "Add a merchant.")
    static final class Add extends Administrative {
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

        @Option(names = "--address", description = "where the shop is; vouchers say it")
        private String address;

        @Option(names = "--address-en", paramLabel = "ADDRESS", defaultValue = "", description = "the same in English")
        private String addressEnglish;

        @Mixin
        private CredentialFiles files;

        @Override
        void work(Administration administration, PrintWriter out) throws IOException {
            var merchant = new Merchant(
                    id,
                    new Wording(name, english),
                    Locale.forLanguageTag(language.name()),
                    circle,
                    Optional.ofNullable(group),
                    Optional.ofNullable(address).map(text -> new Wording(text, addressEnglish)));
            administration.addMerchant(merchant, files.byPlatform());
            out.println("merchant " + id + " added");
        }
    }

    @Command(name = "locate", description = "Say where a merchant's shop is.")
    static final class Locate extends Administrative {
        @Option(names = "--id", paramLabel = "ID", required = true, description = "the merchant")
        private String id;

        @Option(names = "--address", required = true, description = "where the shop is; vouchers say it")
        private String address;

        @Option(names = "--address-en", paramLabel = "ADDRESS", defaultValue = "", description = "the same in English")
        private String english;

        @Override
        void work(Administration administration, PrintWriter out) throws IOException {
            administration.locate(id, Optional.of(new Wording(address, english)));
            out.println("merchant " + id + " is at " + address);
        }
    }

    @Command(
            name = "copies",
            description = "Say whether payers may ask for a copy of their receipt; the box's configuration must let it,"
                    + " too.")
    static final class Copies extends Administrative {
        @Option(names = "--id", paramLabel = "ID", required = true, description = "the merchant")
        private String id;

        @Parameters(paramLabel = "on|off", description = "off unless switched on")
        private Switch copies;

        @Override
        void work(Administration administration, PrintWriter out) throws IOException {
            var merchant =
                    administration.merchant(id).orElseThrow(() -> new IOException("there is no merchant '" + id + "'"));
            administration.changeMerchant(merchant.withCopies(copies == Switch.on));
            out.println("merchant " + id + ": copies of receipts are " + copies);
        }
    }

    /// Words for true and false.
    enum Switch {
        on,
        off
    }

    /// The languages there are words in.
    enum Language {
        zh,
        en
    }

    @Command(name = "list", description = "List merchants.")
    static final class Show extends Administrative {
        @Override
        void work(Administration administration, PrintWriter out) {
            for (var m : administration.merchants()) {
                row(
                        out,
                        m.id(),
                        m.name().text(),
                        m.circle(),
                        m.exclusionGroup().orElse("-"),
                        platforms(administration.entrusted(m.id())),
                        "copies " + (m.copies() ? Switch.on : Switch.off));
            }
        }
    }

    private static String platforms(List<Platform> platforms) {
        return platforms.isEmpty()
                ? "-"
                : platforms.stream().map(Platform::word).collect(Collectors.joining(","));
    }

    @Command(name = "entrust", description = "Seal away a merchant's credentials; the files are not needed any more.")
    static final class Entrust extends Administrative {
        @Option(names = "--id", paramLabel = "ID", required = true, description = "the merchant")
        private String id;

        @Mixin
        private CredentialFiles files;

        @Override
        void work(Administration administration, PrintWriter out) throws IOException {
            var all = files.byPlatform();
            if (all.isEmpty()) {
                throw misuse("nothing to entrust, expected --wechat, --alipay or --webhook");
            }
            for (var entry : all.entrySet()) {
                administration.entrust(id, entry.getKey(), entry.getValue());
            }
            out.println("merchant " + id + " at " + platforms(administration.entrusted(id)));
        }
    }

    @Command(
            name = "reseal",
            description = "Put all credentials, second factors and addresses under the present master key.")
    static final class Reseal extends OfficeCommand {
        @Override
        void work(Offices offices, PrintWriter out) throws IOException {
            int sealed = offices.administration().renewSeals()
                    + offices.accounts().renewSeals()
                    + Addresses.renewSeals(
                            offices.database().ledger(handle -> new SqlBooks(handle).addresses()), offices.vault());
            out.println(sealed + " resealed");
        }
    }
}
