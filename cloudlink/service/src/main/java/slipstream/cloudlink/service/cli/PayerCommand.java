package slipstream.cloudlink.service.cli;

import java.io.PrintWriter;
import java.time.Clock;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import slipstream.cloudlink.service.claim.ClaimToken;
import slipstream.cloudlink.service.claim.Claims;
import slipstream.cloudlink.service.mark.PayerKey;
import slipstream.cloudlink.service.office.Offices;
import slipstream.cloudlink.service.payer.Payers;
import slipstream.cloudlink.service.store.SqlBooks;

/// `payer show`, `off`, `on` and `delete`: what a payer asks for at the till whom no wallet can vouch for, such as one
/// who paid by card. Who asks must show the receipt.
@Command(
        name = "payer",
        description = "Show, stop or delete what is kept about the payer whose receipt carries a code.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {PayerCommand.Show.class, PayerCommand.Off.class, PayerCommand.On.class, PayerCommand.Delete.class
        })
final class PayerCommand {
    @Command(mixinStandardHelpOptions = true)
    abstract static class OfCode extends OfficeCommand {
        @Parameters(paramLabel = "CODE", description = "the link on the receipt, or its last 16 characters")
        private String code;

        abstract void work(Payers payers, List<PayerKey> payer, PrintWriter out);

        @Override
        final void work(Offices offices, PrintWriter out) {
            var clock = Clock.systemUTC();
            var claims = new Claims(offices.database().ledger(handle -> new SqlBooks(handle).claims()), clock);
            var link = ClaimToken.read(code.substring(code.lastIndexOf('/') + 1))
                    .flatMap(claims::link)
                    .orElseThrow(() -> new IllegalArgumentException("there is no link with this code"));
            var payers = new Payers(offices.database().ledger(handle -> new SqlBooks(handle).payers()), clock);
            work(payers, List.of(link.payer()), out);
        }
    }

    @Command(name = "show", description = "Print what is kept: table, then column=value, a row each.")
    static final class Show extends OfCode {
        @Override
        void work(Payers payers, List<PayerKey> payer, PrintWriter out) {
            for (var part : payers.dossier(payer).parts()) {
                for (var row : part.rows()) {
                    out.print(part.table());
                    row.forEach((column, value) -> out.print("\t" + column + "=" + value));
                    out.println();
                }
            }
        }
    }

    @Command(name = "off", description = "No marks and no links for this payer any more.")
    static final class Off extends OfCode {
        @Override
        void work(Payers payers, List<PayerKey> payer, PrintWriter out) {
            payers.optOut(payer);
            out.println("the payer is left alone");
        }
    }

    @Command(name = "on", description = "Marks and links for this payer again.")
    static final class On extends OfCode {
        @Override
        void work(Payers payers, List<PayerKey> payer, PrintWriter out) {
            payers.optIn(payer);
            out.println("the payer is recognised again");
        }
    }

    @Command(name = "delete", description = "Delete everything but the wish to be left alone.")
    static final class Delete extends OfCode {
        @Override
        void work(Payers payers, List<PayerKey> payer, PrintWriter out) {
            payers.forget(payer);
            out.println("everything about the payer was deleted");
        }
    }
}
