package slipstream.cloudlink.service.identify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static slipstream.cloudlink.service.town.Market.BOOKS;
import static slipstream.cloudlink.service.town.Market.COFFEE;
import static slipstream.cloudlink.service.town.Market.TEA;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import slipstream.cloudlink.protocol.PaymentReference;
import slipstream.cloudlink.service.claim.Claims.Standing;
import slipstream.cloudlink.service.mark.MarkSource;
import slipstream.cloudlink.service.merchant.Merchant;
import slipstream.cloudlink.service.store.Kind;
import slipstream.cloudlink.service.town.Market;

/// Payments asked about when their receipts are out already, over each database: what earns nothing is decided for
/// ever; what earns something is spent on nobody, and kept for a reprint.
@ParameterizedClass
@EnumSource
class LateQuestionTest {
    private static final Decision LATE = new Decision.Plain(Reason.ASKED_LATE);
    private static final List<String> GIVEN = List.of(
            "SELECT COUNT(*) FROM claim_link",
            "SELECT COUNT(*) FROM payer_tally",
            "SELECT COUNT(*) FROM payment WHERE decided_at IS NOT NULL",
            "SELECT COUNT(*) FROM exposure");

    @Parameter
    private Kind kind;

    @TempDir
    Path directory;

    private Market market;

    @BeforeEach
    void open() throws Exception {
        market = new Market(directory, kind);
    }

    @AfterEach
    void close() {
        if (market != null) {
            market.close();
        }
    }

    @Test
    void aFirstPaymentMarksItsPayerAndIsDecidedForEver() {
        var paid = market.pay(COFFEE, "a");
        assertEquals(Reason.FIRST_PAYMENT, late(COFFEE, paid).reason());
        var mark = market.read(books -> books.marks().find(market.payer("a"), "main"));
        assertEquals(new MarkSource.AtMerchant("coffee"), mark.orElseThrow().source());
        assertEquals(Reason.FIRST_PAYMENT, market.identify(COFFEE, paid).reason(), "a reprint");
        assertEquals(Reason.MARKED, market.visit(TEA, "a").reason(), "the next payment");
    }

    @Test
    void aLinkEarnedLateIsNotGivenAndAReprintGetsItOnce() {
        market.addCampaign("id = \"few\"\n[caps]\nper-payer = 1\ntotal = 1");
        market.visit(COFFEE, "a");
        var before = given();
        var paid = market.pay(COFFEE, "a");
        assertEquals(LATE, late(COFFEE, paid));
        assertEquals(LATE, late(COFFEE, paid), "told twice");
        assertEquals(before, given());
        var reprint = assertInstanceOf(Decision.Link.class, market.identify(COFFEE, paid));
        assertEquals(Reason.MARKED, reprint.reason(), "the cap was not used up");
        assertEquals(reprint, market.identify(COFFEE, paid), "one payment, one decision");
        assertEquals(reprint, late(COFFEE, paid), "decided before: the same");
        assertEquals(Reason.CAP_REACHED, market.visit(COFFEE, "a").reason());
    }

    @Test
    void aWelcomeThatNobodySawIsStillDue() {
        market.addCampaign("id = \"hello\"\npayers = [\"new\"]");
        var paid = market.pay(COFFEE, "a");
        assertEquals(LATE, late(COFFEE, paid));
        assertEquals(Optional.empty(), market.read(books -> books.marks().find(market.payer("a"), "main")));
        assertEquals(Reason.WELCOME, market.identify(COFFEE, paid).reason(), "on the reprint");
        assertEquals(Reason.NOT_ADDRESSED, market.visit(COFFEE, "a").reason());
    }

    @Test
    void aRewardThatWaitsIsPrintedByTheNextReceiptNotByOneThatIsOut() {
        inviteAndThank();
        market.addCampaign("id = \"never\"\nmerchants = [\"books\"]\n[when]\nuntil = \"2020-01-01\"");
        assertEquals(LATE, late(BOOKS, market.pay(BOOKS, "host")));
        assertEquals(Reason.REWARD, market.visit(BOOKS, "host").reason());
        assertEquals(Reason.OUT_OF_WINDOW, market.visit(BOOKS, "host").reason());
    }

    @Test
    void nobodyIsThankedForAPaymentAskedAboutLateUntilItsReprint() {
        inviteAndThank();
        var paid = market.pay(COFFEE, "guest");
        assertEquals(LATE, late(COFFEE, paid));
        assertEquals(1, market.pushed.size());
        market.identify(COFFEE, paid);
        assertEquals(2, market.pushed.size());
        var reward = market.pushed.getLast();
        assertInstanceOf(Standing.Open.class, market.claims.look(reward.token(), Optional.empty()));
    }

    @Test
    void aPaymentGivenBackBeforeItsReprintEarnsNothing() {
        market.visit(COFFEE, "a");
        var paid = market.pay(COFFEE, "a");
        assertEquals(LATE, late(COFFEE, paid));
        market.refund(COFFEE, paid, "a");
        assertEquals(Reason.NOT_SUCCESSFUL, market.identify(COFFEE, paid).reason());
    }

    /// The host has invited a guest and was thanked for the guest's first payment.
    private void inviteAndThank() {
        market.visit(COFFEE, "host");
        var invitation = market.invitations.invite(market.payer("host"), "main").orElseThrow();
        market.invitations.join(invitation, market.payer("guest"));
        market.visit(COFFEE, "guest");
        assertEquals(1, market.pushed.size());
    }

    private Decision late(Merchant merchant, PaymentReference reference) {
        return market.identification.identify(
                merchant, Market.question(reference).askedLate());
    }

    private List<Integer> given() {
        return GIVEN.stream()
                .map(sql -> market.read(books ->
                        books.handle().createQuery(sql).mapTo(Integer.class).one()))
                .toList();
    }
}
