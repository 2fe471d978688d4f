package slipstream.cloudlink.service.identify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static slipstream.cloudlink.service.town.Market.COFFEE;
import static slipstream.cloudlink.service.town.Market.TEA;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import slipstream.cloudlink.protocol.IdentifyRequest;
import slipstream.cloudlink.protocol.PaymentReference;
import slipstream.cloudlink.protocol.RefundAnswer.Outcome;
import slipstream.cloudlink.protocol.TokenUse;
import slipstream.cloudlink.protocol.VoucherCode;
import slipstream.cloudlink.service.claim.ClaimLink;
import slipstream.cloudlink.service.claim.ClaimToken;
import slipstream.cloudlink.service.claim.Claimant;
import slipstream.cloudlink.service.claim.Claims.Standing;
import slipstream.cloudlink.service.claim.Redemptions.Redemption;
import slipstream.cloudlink.service.merchant.Merchant;
import slipstream.cloudlink.service.pool.AtScan.Scan;
import slipstream.cloudlink.service.store.Kind;
import slipstream.cloudlink.service.town.Market;

/// Receipts of refunds: believed of payments that only receipts tell of, looked into of all others.
@ParameterizedClass
@EnumSource
class RefundsTest {
    private static final String RRN = "732612345678";

    @Parameter
    private Kind kind;

    @TempDir
    Path directory;

    private Market market;

    @BeforeEach
    void open() throws Exception {
        market = new Market(directory, kind);
        market.visit(COFFEE, "p");
        market.entrusted = false;
    }

    @AfterEach
    void close() {
        if (market != null) {
            market.close();
        }
    }

    @Test
    void anOpenLinkIsTakenBackAndToldAgainItIsTheSame() {
        var link = link(printed("rrn", RRN, "2026-11-22"));
        assertEquals(Outcome.GIVEN_BACK, told(COFFEE, "rrn", RRN, "2026-11-22"));
        assertEquals(Outcome.GIVEN_BACK, told(COFFEE, "rrn", RRN, "2026-11-22"));
        assertInstanceOf(Standing.TakenBack.class, market.claims.claim(link.token(), "coffee-1", Claimant.random()));
    }

    @Test
    void aVoucherIsTakenBackAndOneThatWasRedeemedIsMarked() {
        var unused = voucher(link(printed("rrn", RRN, "2026-11-22")));
        var used = voucher(link(printed("rrn", "732612345679", "2026-11-22")));
        market.redemptions.redeem(used, "coffee", Market.press());
        assertEquals(Outcome.GIVEN_BACK, told(COFFEE, "rrn", RRN, "2026-11-22"));
        assertEquals(Outcome.GIVEN_BACK, told(COFFEE, "rrn", "732612345679", "2026-11-22"));
        assertInstanceOf(Redemption.TakenBack.class, market.redemptions.redeem(unused, "coffee", Market.press()));
        assertInstanceOf(Redemption.UsedUp.class, market.redemptions.redeem(used, "coffee", Market.press()));
        int marked = market.read(books -> books.handle()
                .createQuery("SELECT count(*) FROM voucher WHERE refunded_at IS NOT NULL")
                .mapTo(Integer.class)
                .one());
        assertEquals(1, marked);
    }

    @Test
    void whatIsScannedAfterItsRefundGivesNothing() {
        var token = printed("rrn", RRN, "2026-11-22");
        assertEquals(Outcome.GIVEN_BACK, told(COFFEE, "rrn", RRN, "2026-11-22"));
        assertEquals(new Scan.Plain(Reason.NOT_SUCCESSFUL), market.scan(token, "p"));
    }

    @Test
    void aBoxGivesBackNoPaymentOfAnotherMerchant() {
        var token = printed("rrn", RRN, "2026-11-22");
        assertEquals(Outcome.UNKNOWN, told(TEA, "rrn", RRN, "2026-11-22"));
        assertInstanceOf(Scan.Link.class, market.scan(token, "p"));
    }

    @ParameterizedTest
    @CsvSource({
        "rrn, 2026-11-23, GIVEN_BACK",
        "rrn, 2026-12-22, GIVEN_BACK",
        "rrn, 2026-12-23, UNKNOWN",
        "rrn, 2026-11-21, UNKNOWN",
        "rrn, tomorrow, UNKNOWN",
        "rrn, , UNKNOWN",
        "trace, 2026-11-22, GIVEN_BACK",
        "trace, 2026-11-23, UNKNOWN"
    })
    void aCardsLastingNumberIsFoundForThirtyDaysAndOthersOnTheirDay(String kind, String day, Outcome outcome) {
        printed(kind, RRN, "2026-11-22");
        assertEquals(outcome, told(COFFEE, kind, RRN, day));
    }

    @Test
    void aPlatformIsAskedAgainInsteadOfBelievingTheReceipt() {
        market.entrusted = true;
        var paid = market.pay(COFFEE, "p");
        var link = ((Decision.Link) market.identify(COFFEE, paid)).link();
        var refund = Market.question(paid);
        assertEquals(Outcome.NOT_GIVEN_BACK, market.refunds.told(COFFEE, refund), "it says it was not");
        assertInstanceOf(Standing.Open.class, market.claims.look(link.token(), Optional.empty()));
        market.becomesRefunded(COFFEE, paid, "p");
        assertEquals(Outcome.GIVEN_BACK, market.refunds.told(COFFEE, refund));
        assertInstanceOf(Standing.TakenBack.class, market.claims.look(link.token(), Optional.empty()));
        assertEquals(Outcome.UNKNOWN, market.refunds.told(TEA, refund));
    }

    @Test
    void ofAScanAndARefundAtTheSameTimeNothingIsLeft() throws Exception {
        for (int i = 0; i < 20; i++) {
            var number = "7326000000" + (10 + i);
            var token = printed("rrn", number, "2026-11-22");
            var calls = new ArrayList<Callable<Object>>();
            calls.add(() -> market.scan(token, "p"));
            calls.add(() -> told(COFFEE, "rrn", number, "2026-11-22"));
            try (var executor = Executors.newFixedThreadPool(2)) {
                var done = executor.invokeAll(calls);
                assertEquals(Outcome.GIVEN_BACK, done.get(1).get());
                if (done.get(0).get() instanceof Scan.Link made) {
                    assertInstanceOf(
                            Standing.TakenBack.class,
                            market.claims.look(made.link().token(), Optional.empty()));
                }
            }
        }
    }

    /// A token on the receipt of a card payment.
    private ClaimToken printed(String kind, String number, String day) {
        var reference = new PaymentReference("card", kind, number);
        var token = market.token(COFFEE).value();
        return market.print(COFFEE, new TokenUse(token, "1", "r" + number, "card", "", reference, "T1", day, null));
    }

    private ClaimLink link(ClaimToken token) {
        return assertInstanceOf(Scan.Link.class, market.scan(token, "p")).link();
    }

    private VoucherCode voucher(ClaimLink link) {
        var claimed = assertInstanceOf(
                Standing.Claimed.class, market.claims.claim(link.token(), "coffee-1", Claimant.random()));
        return claimed.voucher().code();
    }

    private Outcome told(Merchant merchant, String kind, String number, String day) {
        var reference = new PaymentReference("card", kind, number);
        return market.refunds.told(merchant, new IdentifyRequest("1", reference, null, "T1", day));
    }
}
