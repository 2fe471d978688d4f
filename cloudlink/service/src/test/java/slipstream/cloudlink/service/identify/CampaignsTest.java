package slipstream.cloudlink.service.identify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static slipstream.cloudlink.service.town.Market.BOOKS;
import static slipstream.cloudlink.service.town.Market.COFFEE;
import static slipstream.cloudlink.service.town.Market.TEA;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import slipstream.cloudlink.protocol.IdentifyRequest;
import slipstream.cloudlink.protocol.Money;
import slipstream.cloudlink.protocol.PaymentReference;
import slipstream.cloudlink.service.claim.ClaimLink;
import slipstream.cloudlink.service.claim.Claimant;
import slipstream.cloudlink.service.claim.Claims.Standing;
import slipstream.cloudlink.service.claim.Redemptions.Redemption;
import slipstream.cloudlink.service.claim.Voucher;
import slipstream.cloudlink.service.reward.Invitations.Joined;
import slipstream.cloudlink.service.reward.Reward;
import slipstream.cloudlink.service.store.Kind;
import slipstream.cloudlink.service.town.Market;

/// Rules and campaigns over each database: what is written, counted, taken back.
@ParameterizedClass
@EnumSource
class CampaignsTest {
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
    void aCampaignWelcomesTheNew() {
        market.addCampaign("id = \"hello\"\npayers = [\"new\"]\n[link]\ndays = 3\n[block]\nlines = 1");
        var link = market.link(COFFEE, "new");
        assertEquals("hello", link.campaignId());
        assertEquals(1, link.blockLines());
        assertEquals(market.now().plus(Duration.ofDays(3)), link.expiresAt());
        assertEquals(Reason.NOT_ADDRESSED, market.visit(COFFEE, "new").reason());
    }

    @Test
    void capsHoldForThePayerTheDayAndTheCampaign() {
        market.addCampaign("""
                id = "few"
                [caps]
                per-payer-day = 1
                per-payer = 2
                per-day = 3
                total = 4
                """);
        mark("a", "b", "c", "d", "e");
        assertEquals(Reason.MARKED, market.visit(COFFEE, "a").reason());
        assertEquals(Reason.CAP_REACHED, market.visit(COFFEE, "a").reason(), "one a day");
        assertEquals(Reason.MARKED, market.visit(COFFEE, "b").reason());
        assertEquals(Reason.MARKED, market.visit(COFFEE, "c").reason());
        assertEquals(Reason.CAP_REACHED, market.visit(COFFEE, "d").reason(), "three a day");
        market.clock.moveAhead(Duration.ofDays(1));
        assertEquals(Reason.MARKED, market.visit(COFFEE, "a").reason());
        assertEquals(Reason.CAP_REACHED, market.visit(COFFEE, "e").reason(), "four in all");
        market.clock.moveAhead(Duration.ofDays(1));
        assertEquals(Reason.CAP_REACHED, market.visit(COFFEE, "a").reason(), "two for one payer");
    }

    @Test
    void anAttemptThatFailsLeavesNothingCounted() {
        market.addCampaign("id = \"few\"\npriority = 1\n[caps]\nper-payer = 5\ntotal = 1");
        market.addCampaign("id = \"many\"\npriority = 2");
        mark("a", "b");
        assertEquals("few", market.link(COFFEE, "a").campaignId());
        assertEquals("many", market.link(COFFEE, "b").campaignId());
        assertEquals(
                0,
                count("SELECT COUNT(*) FROM payer_tally WHERE payer_key = '"
                        + market.payer("b").hash() + "'"));
    }

    @Test
    void aStoppedCampaignGivesNothingMore() {
        market.addCampaign("id = \"short\"");
        mark("a");
        assertEquals(Reason.MARKED, market.visit(COFFEE, "a").reason());
        boolean stopped = market.write(books -> books.campaigns().stop("short", market.now()));
        assertTrue(stopped);
        assertEquals(Reason.OUT_OF_WINDOW, market.visit(COFFEE, "a").reason());
    }

    @Test
    void theControlGroupIsAShareThatStaysTheSame() {
        market.addCampaign("id = \"half\"\ncontrol-percent = 50");
        var control = new ArrayList<String>();
        for (int i = 0; i < 60; i++) {
            var payer = "p" + i;
            mark(payer);
            if (market.visit(COFFEE, payer).reason() == Reason.CONTROL_GROUP) {
                control.add(payer);
            }
        }
        assertTrue(control.size() > 15 && control.size() < 45, control.size() + " of 60");
        assertEquals(60, count("SELECT COUNT(*) FROM exposure"));
        assertEquals(control.size(), count("SELECT COUNT(*) FROM exposure WHERE control = 1"));
        market.useKeys(2);
        for (int i = 0; i < 60; i++) {
            var expected = control.contains("p" + i) ? Reason.CONTROL_GROUP : Reason.MARKED;
            assertEquals(expected, market.visit(TEA, "p" + i).reason(), "also under another key");
        }
        assertEquals(60, count("SELECT COUNT(*) FROM exposure"));
    }

    @Test
    void stockEndsWithTheLastVoucher() {
        market.addItem("rare", BOOKS, Optional.of(1));
        market.addCampaign("id = \"rare\"\nmerchants = [\"books\"]\nitems = [\"rare\"]");
        market.visit(BOOKS, "a");
        market.visit(BOOKS, "b");
        var first = market.link(BOOKS, "a");
        var second = market.link(BOOKS, "b");
        claim(first, "rare");
        assertInstanceOf(Standing.SoldOut.class, market.claims.claim(second.token(), "rare", Claimant.random()));
        assertEquals(Reason.NO_OFFER, market.visit(BOOKS, "a").reason());
    }

    @Test
    void anItemOutOfStockLeavesTheOthersToChooseFrom() {
        market.addItem("rare", BOOKS, Optional.of(1));
        market.visit(BOOKS, "a");
        var first = market.link(BOOKS, "a");
        var second = market.link(BOOKS, "a");
        claim(first, "rare");
        var open =
                assertInstanceOf(Standing.Open.class, market.claims.claim(second.token(), "rare", Claimant.random()));
        assertEquals(
                List.of("books-1"),
                open.link().items().stream().map(item -> item.id()).toList());
        claim(second, "books-1");
    }

    @Test
    void theReceiptsAmountMustBeThePlatforms() {
        mark("a");
        var paid = market.pay(COFFEE, "a");
        var wrong = Optional.of(new Money(1281, "CNY"));
        assertEquals(Reason.AMOUNT_DIFFERS, ask(paid, wrong));
        assertEquals(Reason.AMOUNT_DIFFERS, ask(paid, Optional.of(new Money(1280, "EUR"))));
        assertEquals(Reason.MARKED, ask(paid, Optional.of(new Money(1280, "CNY"))), "nothing was decided before");
        assertEquals(Reason.AMOUNT_DIFFERS, ask(paid, wrong), "nor does a decision answer for another receipt");
        assertEquals(Reason.MARKED, ask(paid, Optional.empty()));
    }

    @Test
    void aCardsNumberIsAnotherPaymentOnAnotherDayOrAtAnotherTerminal() {
        mark("a", "b");
        var first = market.payByCard(COFFEE, "a");
        assertEquals(Reason.MARKED, card(first, "T1", "2026-11-21"));
        assertEquals(Reason.MARKED, card(first, "T1", "2026-11-21"));
        assertEquals(1, count("SELECT COUNT(*) FROM claim_link"));
        market.payByCard(COFFEE, "b");
        assertEquals(Reason.MARKED, card(first, "T1", "2026-11-22"));
        assertEquals(2, count("SELECT COUNT(*) FROM claim_link"), "the same number, the day after");
        market.payByCard(COFFEE, "a");
        assertEquals(Reason.MARKED, card(first, "T2", "2026-11-22"));
        assertEquals(3, count("SELECT COUNT(*) FROM claim_link"), "the same number, another terminal");
        market.payByCard(COFFEE, "b");
        assertEquals(Reason.MARKED, card(first, null, "2026-11-22"));
        assertEquals(4, count("SELECT COUNT(*) FROM claim_link"), "nobody knows which terminal: asked again");
        assertEquals(Reason.MARKED, card(first, null, "2026-11-22"));
        assertEquals(4, count("SELECT COUNT(*) FROM claim_link"), "it was the same payment");
    }

    private Reason card(PaymentReference reference, String terminal, String day) {
        return market.identification
                .identify(COFFEE, new IdentifyRequest("1", reference, null, terminal, day))
                .reason();
    }

    @Test
    void boughtItemsEntitle() {
        market.addCampaign("id = \"buyers\"\npurchase-threshold = 2\npayers = [\"lapsed\"]");
        mark("a");
        market.write(books -> {
            books.purchases().add(market.payer("a"), "coffee", 2, market.now());
            return null;
        });
        assertEquals(Reason.NOT_ADDRESSED, market.visit(COFFEE, "a").reason());
        market.write(books -> {
            books.purchases().add(market.payer("a"), "coffee", 1, market.now());
            return null;
        });
        assertEquals(Reason.ENTITLED, market.visit(COFFEE, "a").reason());
        assertEquals(Reason.NOT_ADDRESSED, market.visit(TEA, "a").reason(), "bought at coffee, not at tea");
    }

    // Rule 5.

    @Test
    void aRewardStandsOnThePageIsPushedAndComesWithTheNextReceipt() {
        mark("host");
        assertEquals(Joined.MARKED, invite("host", "guest"));
        var paid = market.visit(COFFEE, "guest");
        assertEquals(Reason.MARKED, paid.reason(), "marked actively: the first payment earns a link");
        var page = rewards("host");
        assertEquals(1, page.size());
        assertEquals(page, market.pushed);
        var receipt = market.link(BOOKS, "host");
        assertFalse(receipt.token().equals(page.getFirst().token()), "the host's own link comes first");
        var open = assertInstanceOf(Standing.Open.class, market.claims.look(receipt.token(), Optional.empty()));
        assertEquals(List.of(page.getFirst().token()), open.beside(), "and leads to the reward as well");
        var next = assertInstanceOf(
                Standing.Open.class,
                market.claims.look(market.link(BOOKS, "host").token(), Optional.empty()));
        assertEquals(List.of(), next.beside(), "it is printed once");
    }

    @Test
    void aRewardIsPrintedWhereTheReceiptEarnsNothingItself() {
        mark("host");
        invite("host", "guest");
        market.visit(COFFEE, "guest");
        market.addCampaign("id = \"never\"\nmerchants = [\"books\"]\n[when]\nuntil = \"2020-01-01\"");
        var paid = market.pay(BOOKS, "host");
        var printed = assertInstanceOf(Decision.Link.class, market.identify(BOOKS, paid));
        assertEquals(Reason.REWARD, printed.reason());
        assertEquals(rewards("host").getFirst().token(), printed.link().token());
        assertEquals(printed, market.identify(BOOKS, paid), "a reprint gets the same");
        assertEquals(Reason.OUT_OF_WINDOW, market.visit(BOOKS, "host").reason());
    }

    @Test
    void everyPaymentOfTheGuestThanksTheHostUnlessCapped() {
        market.addCampaign("id = \"thanks\"\n[caps]\nrewards-per-payer-day = 2");
        mark("host");
        invite("host", "guest");
        for (int i = 0; i < 3; i++) {
            market.visit(COFFEE, "guest");
        }
        assertEquals(2, rewards("host").size());
    }

    @Test
    void rewardsFollowTheirPayerToAnotherKey() {
        mark("host");
        invite("host", "guest");
        market.visit(COFFEE, "guest");
        market.useKeys(2);
        var receipt = market.link(BOOKS, "host");
        var open = assertInstanceOf(Standing.Open.class, market.claims.look(receipt.token(), Optional.empty()));
        assertEquals(1, open.beside().size());
    }

    @Test
    void oneIsInvitedOnceAndNotByOneself() {
        mark("host", "known");
        assertEquals(Joined.OWN_INVITATION, invite("host", "host"));
        assertEquals(Joined.MARKED_BEFORE, invite("host", "known"));
        assertEquals(Joined.MARKED, invite("host", "guest"));
        assertEquals(Joined.MARKED_BEFORE, invite("known", "guest"));
        assertEquals(Optional.empty(), market.invitations.invite(market.payer("stranger"), "main"));
    }

    // Refunds.

    @Test
    void aRefundTakesAnOpenLinkAndItsRewardBack() {
        mark("host");
        invite("host", "guest");
        var paid = market.pay(COFFEE, "guest");
        var link = ((Decision.Link) market.identify(COFFEE, paid)).link();
        assertTrue(market.refund(COFFEE, paid, "guest"));
        assertInstanceOf(Standing.TakenBack.class, market.claims.claim(link.token(), "", Claimant.random()));
        var reward = rewards("host").getFirst();
        assertInstanceOf(Standing.TakenBack.class, market.claims.look(reward.token(), Optional.empty()));
        assertEquals(Reason.MARKED, market.identify(COFFEE, paid).reason(), "the decision stands");
    }

    @Test
    void aRefundTakesAVoucherBackThatWasNotRedeemed() {
        market.addItem("one", BOOKS, Optional.of(1));
        market.visit(BOOKS, "a");
        var paid = market.pay(BOOKS, "a");
        var voucher = claim(((Decision.Link) market.identify(BOOKS, paid)).link(), "one");
        market.refund(BOOKS, paid, "a");
        assertInstanceOf(
                Redemption.TakenBack.class, market.redemptions.redeem(voucher.code(), "books", Market.press()));
        claim(market.link(BOOKS, "a"), "one");
    }

    @Test
    void aRefundMarksAVoucherThatWasRedeemed() {
        mark("a");
        var paid = market.pay(COFFEE, "a");
        var voucher = claim(((Decision.Link) market.identify(COFFEE, paid)).link(), "coffee-1");
        assertInstanceOf(Redemption.Elsewhere.class, market.redemptions.redeem(voucher.code(), "tea", Market.press()));
        assertInstanceOf(
                Redemption.Redeemed.class, market.redemptions.redeem(voucher.code(), "coffee", Market.press()));
        assertInstanceOf(Redemption.UsedUp.class, market.redemptions.redeem(voucher.code(), "coffee", Market.press()));
        market.refund(COFFEE, paid, "a");
        var issued =
                market.read(books -> books.claims().voucher(voucher.code())).orElseThrow();
        assertEquals(
                Optional.of(market.now().toEpochMilli()), issued.refundedAt().map(at -> at.toEpochMilli()));
        assertEquals(Optional.empty(), issued.takenBackAt());
    }

    @Test
    void aPaymentRefundedBeforeItWasAskedForEntitlesNobody() {
        mark("a");
        var paid = market.pay(COFFEE, "a");
        market.refund(COFFEE, paid, "a");
        assertEquals(Reason.NOT_SUCCESSFUL, market.identify(COFFEE, paid).reason());
    }

    @Test
    void aPrintedRewardIsNotTakenBackWithTheReceiptThatCarriedIt() {
        mark("host");
        invite("host", "guest");
        market.visit(COFFEE, "guest");
        market.addCampaign("id = \"never\"\nmerchants = [\"books\"]\n[when]\nuntil = \"2020-01-01\"");
        var paid = market.pay(BOOKS, "host");
        var reward = ((Decision.Link) market.identify(BOOKS, paid)).link();
        market.refund(BOOKS, paid, "host");
        assertInstanceOf(Standing.Open.class, market.claims.look(reward.token(), Optional.empty()));
    }

    @Test
    void whoOptsOutIsLeftAlone() {
        mark("a");
        market.write(books -> {
            books.optOuts().add(market.payer("a"), market.now());
            return null;
        });
        assertEquals(Reason.OPTED_OUT, market.visit(COFFEE, "a").reason());
        market.write(books -> {
            books.optOuts().remove(market.payer("a"));
            return null;
        });
        assertEquals(Reason.MARKED, market.visit(COFFEE, "a").reason());
    }

    private void mark(String... payers) {
        for (var payer : payers) {
            assertTrue(market.visit(COFFEE, payer).reason() != Reason.OPTED_OUT);
        }
    }

    private Joined invite(String host, String guest) {
        var invitation = market.invitations.invite(market.payer(host), "main").orElseThrow();
        return market.invitations.join(invitation, market.payer(guest));
    }

    private List<ClaimLink> rewards(String payer) {
        return market.read(books -> books.rewards().of(market.payer(payer))).stream()
                .map(Reward::link)
                .toList();
    }

    private Voucher claim(ClaimLink link, String item) {
        return assertInstanceOf(Standing.Claimed.class, market.claims.claim(link.token(), item, Claimant.random()))
                .voucher();
    }

    private Reason ask(PaymentReference paid, Optional<Money> total) {
        return market.identification
                .identify(COFFEE, IdentifyRequest.of("1", paid, total.orElse(null)))
                .reason();
    }

    private int count(String sql) {
        return market.read(
                books -> books.handle().createQuery(sql).mapTo(Integer.class).one());
    }
}
