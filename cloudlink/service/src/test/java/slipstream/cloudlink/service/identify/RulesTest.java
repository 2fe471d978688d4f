package slipstream.cloudlink.service.identify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import slipstream.cloudlink.protocol.IdentifyAnswer;
import slipstream.cloudlink.protocol.IdentifyAnswer.Decision;
import slipstream.cloudlink.protocol.PaymentReference;
import slipstream.cloudlink.service.gateway.wechat.simulator.Behaviour;
import slipstream.cloudlink.service.store.Kind;
import slipstream.cloudlink.service.town.Town;

/// The rules of the domain, line by line, through the whole service: box, gateway, platform, database.
@ParameterizedClass
@EnumSource
class RulesTest {
    @Parameter
    private Kind kind;

    @TempDir
    static Path directory;

    private static Town town;

    @BeforeParameterizedClassInvocation
    static void open(Kind kind) throws Exception {
        town = null;
        town = new Town(directory.resolve(kind.name()), Clock.systemUTC(), kind);
    }

    @AfterParameterizedClassInvocation
    static void close() {
        if (town != null) {
            town.close();
        }
    }

    // Rule 1: obtain the payment parameters with M's credentials.

    @Test
    void aPaymentThePlatformDoesNotKnowIsPlainAndMayBeKnownLater() {
        var early = "4200001234202611229999999999";
        assertEquals(IdentifyAnswer.plain("unknown-payment"), town.identify("coffee", early));
        var paid = town.pay("coffee", "rule1-late");
        assertEquals("first-payment", town.identify("coffee", paid).reason());
        town.wechat.putOrder(Town.MCHIDS.get("coffee"), "late-1", early, "rule1-late", 1280, "SUCCESS");
        assertEquals("marked", town.identify("coffee", early).reason());
    }

    @Test
    void thePaymentOfAnotherMerchantIsUnknownHere() {
        var paid = town.pay("tea", "rule1-elsewhere");
        assertEquals("unknown-payment", town.identify("coffee", paid).reason());
        assertEquals("first-payment", town.identify("tea", paid).reason());
        assertEquals("unknown-payment", town.identify("coffee", paid).reason());
    }

    @Test
    void aSchemeWithoutGatewayIsPlain() {
        var alipay = new PaymentReference("alipay", "trade_no", "2026112222001400001234567890");
        assertEquals(IdentifyAnswer.plain("unsupported-scheme"), town.identify("coffee", alipay));
    }

    @Test
    void aPlatformThatCannotBeAskedDecidesNothing() {
        var paid = town.pay("coffee", "rule1-down");
        town.wechat.behave(new Behaviour(Behaviour.Kind.DOWN, 0));
        try {
            assertEquals(IdentifyAnswer.plain("platform-unavailable"), town.identify("coffee", paid));
        } finally {
            town.wechat.behave(Behaviour.NORMAL);
        }
        assertEquals("first-payment", town.identify("coffee", paid).reason());
    }

    // Rule 2: a payment that is not successful, or was refunded or reversed, entitles nobody.

    @ParameterizedTest
    @ValueSource(strings = {"REFUND", "CLOSED", "REVOKED", "PAYERROR", "NOTPAY", "USERPAYING"})
    void aPaymentThatIsNotSuccessfulEntitlesNobodyAndMarksNobody(String state) {
        var payer = "rule2-" + state;
        assertEquals(IdentifyAnswer.plain("not-successful"), town.identify("coffee", town.pay("coffee", payer, state)));
        assertEquals(
                "first-payment",
                town.identify("coffee", town.pay("coffee", payer)).reason());
        assertEquals(IdentifyAnswer.plain("not-successful"), town.identify("coffee", town.pay("coffee", payer, state)));
    }

    @Test
    void aPaymentStillUnderWayIsDecidedOnceItIsThrough() {
        var paying = town.pay("coffee", "rule2-paying", "USERPAYING");
        assertEquals("not-successful", town.identify("coffee", paying).reason());
        town.becomes("coffee", paying, "rule2-paying", "SUCCESS");
        assertEquals("first-payment", town.identify("coffee", paying).reason());
    }

    // Rule 3: unmarked: mark, no link.

    @Test
    void theFirstPaymentMarksAndPrintsNothing() {
        assertEquals(IdentifyAnswer.plain("first-payment"), town.identify("coffee", town.pay("coffee", "rule3")));
    }

    // Rule 4: marked: a claim link with the items of M and of the merchants exclusive with M.

    @Test
    void theNextPaymentPrintsALinkInCapitals() {
        town.identify("coffee", town.pay("coffee", "rule4"));
        var answer = town.identify("coffee", town.pay("coffee", "rule4"));
        assertEquals(Decision.LINK, answer.decision());
        assertEquals("marked", answer.reason());
        assertTrue(answer.url().matches("HTTP://127\\.0\\.0\\.1:[0-9]+/C/[0-9A-HJKMNP-TV-Z]{16}"), answer.url());
        assertEquals("扫码领取优惠券", answer.caption().getFirst());
    }

    @Test
    void aPayerMarkedAtOneMerchantIsMarkedInTheWholeCircle() {
        town.identify("books", town.pay("books", "rule4-circle"));
        assertEquals(
                "marked", town.identify("tea", town.pay("tea", "rule4-circle")).reason());
    }

    @Test
    void theLinkOffersTheItemsOfTheMerchantThenThoseOfItsExclusiveOnes() {
        var page = Town.get(Town.phone(), town.link("tea", "rule4-offers")).body();
        assertTrue(page.indexOf("满 30 减 10") > 0);
        assertTrue(page.indexOf("满 30 减 10") < page.indexOf("拿铁第二杯半价"), "own items come first");
        assertTrue(!page.contains("全场图书九折"), "books is in no group with tea");
    }

    @Test
    void whereNobodyOffersAnythingNothingIsPrinted() {
        town.identify("bare", town.pay("bare", "rule4-bare"));
        assertEquals(IdentifyAnswer.plain("no-offer"), town.identify("bare", town.pay("bare", "rule4-bare")));
    }

    // One payment yields one decision, for ever.

    @Test
    void aReprintGetsTheSameLink() {
        town.identify("coffee", town.pay("coffee", "reprint"));
        var paid = town.pay("coffee", "reprint");
        assertEquals(town.identify("coffee", paid), town.identify("coffee", paid));
    }

    @Test
    void anotherPaymentGetsAnotherLink() {
        var first = town.link("coffee", "another");
        assertNotEquals(
                first,
                URI.create(
                        town.identify("coffee", town.pay("coffee", "another")).url()));
    }

    @Test
    void aReprintOfTheFirstPaymentStaysPlain() {
        var first = town.pay("coffee", "plain-for-ever");
        town.identify("coffee", first);
        town.identify("coffee", town.pay("coffee", "plain-for-ever"));
        assertEquals(IdentifyAnswer.plain("first-payment"), town.identify("coffee", first));
        assertNull(town.identify("coffee", first).url());
    }

    @Test
    void bothNamesOfAPaymentGetOneDecision() {
        town.identify("coffee", town.pay("coffee", "two-names"));
        var id = town.pay("coffee", "two-names");
        var byOwnNumber = town.identify("coffee", new PaymentReference("wechat", "out_trade_no", Town.outTradeNo(id)));
        assertEquals("marked", byOwnNumber.reason());
        assertEquals(byOwnNumber, town.identify("coffee", id));
    }

    @Test
    void aDecisionStandsWhenThePlatformIsAwayOrTheOrderRefunded() {
        town.identify("coffee", town.pay("coffee", "stands"));
        var paid = town.pay("coffee", "stands");
        var link = town.identify("coffee", paid);
        town.becomes("coffee", paid, "stands", "REFUND");
        long asked = town.wechat.queries();
        assertEquals(link, town.identify("coffee", paid));
        assertEquals(asked, town.wechat.queries(), "the platform need not be asked again");
    }
}
