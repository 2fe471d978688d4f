package slipstream.cloudlink.service.pool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static slipstream.cloudlink.service.town.Market.BOOKS;
import static slipstream.cloudlink.service.town.Market.COFFEE;
import static slipstream.cloudlink.service.town.Market.TEA;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import slipstream.cloudlink.protocol.Money;
import slipstream.cloudlink.protocol.PaymentReference;
import slipstream.cloudlink.protocol.TokenUse;
import slipstream.cloudlink.protocol.TokenUseAnswer.Outcome;
import slipstream.cloudlink.service.claim.ClaimToken;
import slipstream.cloudlink.service.claim.Claimant;
import slipstream.cloudlink.service.claim.Claims.Standing;
import slipstream.cloudlink.service.identify.Decision;
import slipstream.cloudlink.service.identify.Reason;
import slipstream.cloudlink.service.pool.AtScan.Scan;
import slipstream.cloudlink.service.store.Kind;
import slipstream.cloudlink.service.town.Market;

/// Payments of which nobody can be asked who made them: the payer is who scans, and the rules are the same.
@ParameterizedClass
@EnumSource
class AtScanTest {
    private static final Money PAID = new Money(1280, "CNY");

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
    void theUnmarkedIsMarkedAndTheMarkedGetsALink() {
        assertEquals(new Scan.Plain(Reason.FIRST_PAYMENT), market.scan(market.cash(COFFEE), "cash"));
        var link = link(market.scan(market.cash(COFFEE), "cash"));
        assertEquals(
                List.of("coffee-1", "tea-1"),
                link.link().items().stream().map(i -> i.id()).toList());
        assertEquals(Reason.MARKED, link.reason());
        assertEquals(market.payer("cash"), link.link().payer());
        var standing = market.claims.claim(link.link().token(), "coffee-1", Claimant.random());
        assertInstanceOf(Standing.Claimed.class, standing);
        assertEquals(Reason.MARKED, market.visit(TEA, "cash").reason(), "marks count at print as well");
    }

    @Test
    void onePaymentGetsOneDecisionHoweverOftenItIsScanned() {
        market.scan(market.cash(COFFEE), "p");
        var token = market.cash(COFFEE);
        var first = market.scan(token, "p");
        assertEquals(first, market.scan(token, "p"));
        assertEquals(first, market.scan(token, "somebody else"), "whether they may claim it is for the link to say");
        assertEquals(
                Reason.FIRST_PAYMENT,
                ((Scan.Plain) market.scan(market.cash(COFFEE), "somebody else")).reason(),
                "who comes second was not marked");
    }

    @Test
    void whoComesSecondLearnsNothingOfTheFirst() {
        var token = market.cash(COFFEE);
        assertEquals(new Scan.Plain(Reason.FIRST_PAYMENT), market.scan(token, "first"));
        assertEquals(new Scan.OfAnother(), market.scan(token, "second"));
    }

    @Test
    void aTokenThatNoBoxHasPrintedIsWorthNothing() {
        var token = market.token(COFFEE);
        assertEquals(new Scan.NotUsed(), market.scan(token, "thief"));
        assertEquals(new Scan.Unknown(), market.scan(ClaimToken.random(), "thief"));
        assertEquals(0, count("SELECT COUNT(*) FROM mark"));
        assertEquals(0, count("SELECT COUNT(*) FROM payment"));
    }

    @Test
    void looksChangeNothing() {
        var token = market.cash(COFFEE);
        for (int i = 0; i < 3; i++) {
            assertEquals(new Scan.Open("coffee", "cash"), market.atScan.look(token));
        }
        assertEquals(0, count("SELECT COUNT(*) FROM mark"));
    }

    @Test
    void aTokenIsBoundToOneReceiptOfOneBoxAndToldAgainItStays() {
        var token = market.token(COFFEE).value();
        var use = TokenUse.cash(token, "1", "r", "", PAID);
        assertEquals(Outcome.UNKNOWN, market.pool.used(Market.box(TEA), TEA, use, market.now()));
        assertEquals(Outcome.BOUND, used(use));
        assertEquals(Outcome.BOUND, used(use));
        assertEquals(Outcome.USED, used(TokenUse.cash(token, "1", "other", "", PAID)));
        assertEquals(Outcome.USED, used(TokenUse.cash(token, "2", "r", "", PAID)));
        assertEquals(Outcome.UNKNOWN, used(TokenUse.cash("0".repeat(16), "1", "r", "", PAID)));
        assertEquals(Outcome.UNKNOWN, used(TokenUse.cash("no token", "1", "r", "", PAID)));
    }

    @Test
    void aReprintWithAnotherTokenIsTheSamePayment() {
        market.scan(market.cash(COFFEE), "p");
        var one = market.print(COFFEE, TokenUse.cash(market.token(COFFEE).value(), "1", "same", "", PAID));
        var two = market.print(COFFEE, TokenUse.cash(market.token(COFFEE).value(), "1", "same", "", PAID));
        assertNotEquals(one, two);
        assertEquals(market.scan(one, "p"), market.scan(two, "p"));
    }

    @Test
    void aReferenceThatCannotBeLookedUpNamesThePayment() {
        market.entrusted = false;
        market.scan(market.cash(COFFEE), "p");
        var paid = market.pay(COFFEE, "whoever the platform knows");
        assertEquals(new Decision.Plain(Reason.UNSUPPORTED_SCHEME), market.identify(COFFEE, paid));
        var one = market.print(COFFEE, wallet("r1", paid));
        var two = market.print(COFFEE, wallet("r2", paid));
        assertEquals(new Scan.Open("coffee", "wechat"), market.atScan.look(one));
        assertEquals(new Decision.Plain(Reason.UNSUPPORTED_SCHEME), market.identify(COFFEE, paid), "not scanned yet");
        var link = link(market.scan(one, "p"));
        assertEquals(link, market.scan(two, "p"));
        assertEquals(new Decision.Link(Reason.MARKED, link.link()), market.identify(COFFEE, paid), "a reprint");
        market.entrusted = true;
        assertEquals(new Decision.Link(Reason.MARKED, link.link()), market.identify(COFFEE, paid), "entrusted since");
    }

    @Test
    void whereTheMerchantEntrustsBetweenPrintAndScanThereIsStillOneDecision() {
        market.visit(COFFEE, "p");
        market.entrusted = false;
        var paid = market.pay(COFFEE, "p");
        var token = market.print(COFFEE, wallet("r", paid));
        market.entrusted = true;
        var decision = (Decision.Link) market.identify(COFFEE, paid);
        assertEquals(decision.link(), link(market.scan(token, "p")).link());
        assertEquals(decision.link(), link(market.scan(token, "stranger")).link());
    }

    @Test
    void aPaymentThatCanBeLookedUpAfterAllIsDecidedByThePlatformsWord() {
        market.visit(COFFEE, "known");
        var paid = market.pay(COFFEE, "known");
        var token = market.print(COFFEE, wallet("r", paid));
        assertEquals(
                market.payer("known"),
                link(market.scan(token, "stranger")).link().payer());
    }

    @Test
    void whatThePlatformDoesNotKnowIsToldAgainLater() {
        var unknown = new PaymentReference("wechat", "transaction_id", "4".repeat(28));
        var token = market.token(COFFEE);
        assertEquals(Outcome.LATER, used(wallet(token, "r", unknown, PAID)));
        assertEquals(new Scan.NotUsed(), market.scan(token, "p"));
    }

    @Test
    void aReceiptOfAnotherAmountGivesNothing() {
        market.visit(COFFEE, "p");
        var paid = market.pay(COFFEE, "p");
        var token = market.token(COFFEE);
        assertEquals(Outcome.BOUND, used(wallet(token, "r", paid, new Money(1, "CNY"))));
        assertEquals(new Scan.Plain(Reason.UNKNOWN_PAYMENT), market.scan(token, "p"));
    }

    @Test
    void aRefundedPaymentGivesNothing() {
        market.visit(COFFEE, "p");
        var paid = market.pay(COFFEE, "p");
        market.refund(COFFEE, paid, "p");
        var token = market.print(COFFEE, wallet("r", paid));
        assertEquals(new Scan.Plain(Reason.NOT_SUCCESSFUL), market.scan(token, "p"));
    }

    @Test
    void tokensHaveTheirTime() {
        var unprinted = market.token(COFFEE);
        var printed = market.cash(COFFEE);
        market.clock.moveAhead(Duration.ofDays(29));
        assertEquals(new Scan.Plain(Reason.FIRST_PAYMENT), market.scan(market.cash(COFFEE), "late"));
        var before = market.now();
        market.clock.moveAhead(Duration.ofDays(2));
        assertEquals(new Scan.Expired(), market.scan(printed, "late"));
        var use = TokenUse.cash(unprinted.value(), "1", "r", "", PAID);
        assertEquals(Outcome.EXPIRED, used(use));
        assertEquals(
                Outcome.BOUND,
                market.pool.used(Market.box(COFFEE), COFFEE, use, before),
                "told late, but printed in time");
        assertEquals(
                Outcome.EXPIRED,
                market.pool.used(
                        Market.box(COFFEE),
                        COFFEE,
                        TokenUse.cash(market.token(COFFEE).value(), "1", "r2", "", PAID),
                        market.now().minus(Duration.ofDays(1))),
                "no box prints a token before it has it");
    }

    @Test
    void capsStockControlGroupAmountsAndWishesHold() {
        market.addItem("rare", BOOKS, Optional.of(1));
        market.addCampaign("""
                id = "small"
                merchants = ["books"]
                items = ["rare"]
                [amount]
                least = ["CNY 10.00"]
                [caps]
                per-payer = 1
                """);
        market.scan(market.cash(BOOKS), "p");
        market.write(books -> {
            books.optOuts().add(market.payer("shy"), market.now());
            return null;
        });
        assertEquals(new Scan.Plain(Reason.OPTED_OUT), market.scan(market.cash(BOOKS), "shy"));
        var little = TokenUse.cash(market.token(BOOKS).value(), "1", "little", "", new Money(999, "CNY"));
        assertEquals(new Scan.Plain(Reason.AMOUNT_OUT_OF_RANGE), market.scan(market.print(BOOKS, little), "p"));
        var silent = TokenUse.cash(market.token(BOOKS).value(), "1", "silent", "", null);
        assertEquals(new Scan.Plain(Reason.AMOUNT_OUT_OF_RANGE), market.scan(market.print(BOOKS, silent), "p"));
        var link = link(market.scan(market.cash(BOOKS), "p"));
        assertEquals(new Scan.Plain(Reason.CAP_REACHED), market.scan(market.cash(BOOKS), "p"));
        market.claims.claim(link.link().token(), "rare", Claimant.random());
        market.scan(market.cash(BOOKS), "q");
        assertEquals(new Scan.Plain(Reason.NO_OFFER), market.scan(market.cash(BOOKS), "q"), "sold out");
    }

    @Test
    void theControlGroupGetsNothingAtTheScanEither() {
        market.addCampaign("id = \"half\"\ncontrol-percent = 50");
        var reasons = new HashSet<Reason>();
        for (int i = 0; i < 40; i++) {
            market.scan(market.cash(COFFEE), "p" + i);
            reasons.add(
                    market.scan(market.cash(COFFEE), "p" + i) instanceof Scan.Plain plain
                            ? plain.reason()
                            : Reason.MARKED);
        }
        assertEquals(new HashSet<>(List.of(Reason.MARKED, Reason.CONTROL_GROUP)), reasons);
        assertEquals(40, count("SELECT COUNT(*) FROM exposure"));
    }

    @Test
    void aTokenOfOneCampaignIsDecidedByThatCampaignAlone() {
        market.addCampaign("id = \"first\"\npriority = 1\nmerchants = [\"coffee\"]\noffer = [\"own\"]");
        market.addCampaign("id = \"second\"\npriority = 2\nmerchants = [\"coffee\"]\noffer = [\"exclusive\"]");
        market.scan(market.cash(COFFEE), "p");
        assertEquals("first", link(market.scan(market.cash(COFFEE), "p")).link().campaignId());
        var batch =
                market.pool.issue(Market.box(COFFEE), 1, Optional.of("second")).orElseThrow();
        var token = batch.tokens().getFirst();
        market.print(COFFEE, TokenUse.cash(token.value(), "1", "r", "", PAID));
        assertEquals("second", link(market.scan(token, "p")).link().campaignId());
    }

    @Test
    void theInvitingPayerIsThanked() {
        market.visit(COFFEE, "host");
        var invitation = market.invitations.invite(market.payer("host"), "main").orElseThrow();
        market.invitations.join(invitation, market.payer("guest"));
        link(market.scan(market.cash(COFFEE), "guest"));
        assertEquals(1, market.pushed.size());
        assertEquals(market.payer("host"), market.pushed.getFirst().payer());
    }

    @Test
    void aPayersFormerKeyIsFollowed() {
        market.scan(market.cash(COFFEE), "p");
        var former = market.payer("p");
        market.useKeys(2);
        var token = market.cash(COFFEE);
        link(market.atScan.resolve(token, List.of(market.payer("p"), former)));
    }

    @Test
    void ofManyPhonesThatScanAtOnceOneIsThePayer() throws Exception {
        for (int i = 0; i < 20; i++) {
            market.scan(market.cash(COFFEE), "p" + i);
        }
        var token = market.cash(COFFEE);
        var results = new ArrayList<Scan>();
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var calls = new ArrayList<Callable<Scan>>();
            for (int i = 0; i < 20; i++) {
                var payer = "p" + i;
                calls.add(() -> market.scan(token, payer));
            }
            for (var future : executor.invokeAll(calls)) {
                results.add(future.get());
            }
        }
        assertEquals(1, new HashSet<>(results).size(), "one decision: " + results);
        assertEquals(1, count("SELECT COUNT(*) FROM claim_link"));
    }

    @Test
    void aBoxGetsSoManyTokensADayAndNoMore() {
        for (int i = 0; i < Pool.MOST_A_DAY / Pool.MOST_AT_A_TIME; i++) {
            assertEquals(
                    100,
                    market.pool
                            .issue(Market.box(COFFEE), 100, Optional.empty())
                            .orElseThrow()
                            .tokens()
                            .size());
        }
        assertEquals(Optional.empty(), market.pool.issue(Market.box(COFFEE), 1, Optional.empty()));
        assertEquals(
                1,
                market.pool
                        .issue(Market.box(TEA), 1, Optional.empty())
                        .orElseThrow()
                        .tokens()
                        .size());
        market.clock.moveAhead(Duration.ofDays(1));
        assertEquals(
                1,
                market.pool
                        .issue(Market.box(COFFEE), 1, Optional.empty())
                        .orElseThrow()
                        .tokens()
                        .size());
    }

    private Outcome used(TokenUse use) {
        return market.pool.used(Market.box(COFFEE), COFFEE, use, market.now());
    }

    private TokenUse wallet(String receipt, PaymentReference reference) {
        return wallet(market.token(COFFEE), receipt, reference, PAID);
    }

    private static TokenUse wallet(ClaimToken token, String receipt, PaymentReference reference, Money total) {
        return new TokenUse(token.value(), "1", receipt, "wechat", "", reference, null, null, total);
    }

    private static Scan.Link link(Scan scan) {
        return assertInstanceOf(Scan.Link.class, scan);
    }

    private int count(String sql) {
        return market.read(
                books -> books.handle().createQuery(sql).mapTo(Integer.class).one());
    }
}
