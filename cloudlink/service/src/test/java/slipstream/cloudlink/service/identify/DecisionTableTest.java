package slipstream.cloudlink.service.identify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import slipstream.cloudlink.protocol.Money;
import slipstream.cloudlink.service.campaign.Campaign;
import slipstream.cloudlink.service.campaign.CampaignText;
import slipstream.cloudlink.service.campaign.Caps.Tally;
import slipstream.cloudlink.service.claim.ClaimLink;
import slipstream.cloudlink.service.claim.ClaimToken;
import slipstream.cloudlink.service.config.ConfigurationException;
import slipstream.cloudlink.service.gateway.PaymentState;
import slipstream.cloudlink.service.item.VirtualItem;
import slipstream.cloudlink.service.mark.Mark;
import slipstream.cloudlink.service.mark.MarkSource;
import slipstream.cloudlink.service.mark.PayerKey;
import slipstream.cloudlink.service.merchant.Merchant;
import slipstream.cloudlink.service.merchant.Wording;

/// The rules of the domain as a table: facts in, verdict out; nothing else takes part.
class DecisionTableTest {
    private static final Instant NOW = Instant.parse("2026-11-22T06:00:00Z");
    private static final PayerKey PAYER = new PayerKey(1, "a".repeat(64));
    private static final PayerKey INVITER = new PayerKey(1, "b".repeat(64));
    private static final MarkSource AT_MERCHANT = new MarkSource.AtMerchant("tea");
    private static final MarkSource BY_PAYER = new MarkSource.ByPayer(INVITER);
    private static final List<VirtualItem> ITEMS = List.of(new VirtualItem(
            "i", "coffee", Wording.of("Coffee"), Wording.of("Half price"), Optional.empty(), 30, Optional.empty()));

    /// What a test changes of an ordinary payment by a marked payer.
    private PaymentState state = PaymentState.SUCCESSFUL;

    private Optional<PayerKey> payer = Optional.of(PAYER);
    private Optional<Money> amount = Optional.of(new Money(1280, "CNY"));
    private boolean optedOut;
    private Optional<Mark> mark = mark(AT_MERCHANT, NOW.minus(Duration.ofDays(1)));
    private boolean inviterOptedOut;
    private int bought;
    private List<ClaimLink> waiting = List.of();
    private List<VirtualItem> items = ITEMS;
    private Tally tally = Tally.ZERO;
    private boolean control;

    private Verdict decide(Campaign... campaigns) {
        return Rules.decide(new Facts(
                state,
                payer,
                amount,
                NOW,
                optedOut,
                mark,
                inviterOptedOut,
                bought,
                waiting,
                Stream.of(campaigns)
                        .map(campaign -> new Facts.Offer(campaign, items, tally, control))
                        .toList()));
    }

    private static Campaign standing() {
        return Campaign.standing("main");
    }

    private static Campaign campaign(String toml) {
        try {
            return CampaignText.read("test", "id = \"test\"\n" + toml);
        } catch (ConfigurationException e) {
            throw new AssertionError(e.getMessage(), e);
        }
    }

    private static Optional<Mark> mark(MarkSource source, Instant seen) {
        return Optional.of(new Mark(PAYER, "main", source, NOW.minus(Duration.ofDays(400)), seen));
    }

    private static ClaimLink reward() {
        return new ClaimLink(ClaimToken.random(), "tea", "standing", PAYER, ITEMS, 2, NOW.plusSeconds(1));
    }

    // Rule 2: a payment that is not successful, or was refunded or reversed, entitles nobody.

    @ParameterizedTest
    @EnumSource(value = PaymentState.class, names = "SUCCESSFUL", mode = EnumSource.Mode.EXCLUDE)
    void aPaymentThatIsNotSuccessfulEntitlesNobodyAndMarksNobody(PaymentState other) {
        state = other;
        mark = Optional.empty();
        bought = 100;
        waiting = List.of(reward());
        assertEquals(Verdict.plain(Reason.NOT_SUCCESSFUL), decide(campaign("purchase-threshold = 0")));
    }

    @Test
    void aPaymentThatNobodyMadeEntitlesNobody() {
        payer = Optional.empty();
        assertEquals(Verdict.plain(Reason.NOT_SUCCESSFUL), decide(standing()));
    }

    // Rule 3: unmarked: mark the payer, source M. No link, but for a welcome.

    @Test
    void anUnmarkedPayerIsMarkedAndGetsNoLink() {
        mark = Optional.empty();
        var verdict = decide(standing());
        assertEquals(Reason.FIRST_PAYMENT, verdict.reason());
        assertTrue(verdict.marks());
        assertEquals(Optional.empty(), verdict.link());
        assertEquals(Optional.empty(), verdict.thanked());
    }

    @Test
    void anUnmarkedPayerIsMarkedWhateverCampaignsSay() {
        mark = Optional.empty();
        assertTrue(decide(campaign("[when]\nuntil = \"2020-01-01\"")).marks());
        assertTrue(decide(campaign("[amount]\nleast = [\"CNY 1000\"]")).marks());
        assertTrue(decide().marks());
        items = List.of();
        assertEquals(Reason.FIRST_PAYMENT, decide(standing()).reason());
    }

    @Test
    void aCampaignThatAddressesTheNewWelcomesThem() {
        mark = Optional.empty();
        var verdict = decide(campaign("payers = [\"new\"]"));
        assertEquals(Reason.WELCOME, verdict.reason());
        assertTrue(verdict.marks());
        assertTrue(verdict.link().isPresent());
    }

    // Rule 4: marked: a claim link with the items the campaign offers.

    @Test
    void aMarkedPayerGetsALinkAndIsNotMarkedAgain() {
        var verdict = decide(standing());
        assertEquals(Reason.MARKED, verdict.reason());
        assertFalse(verdict.marks());
        assertEquals(ITEMS, verdict.link().orElseThrow().items());
        assertEquals(Optional.empty(), verdict.thanked(), "a merchant caused the mark: nobody is thanked");
    }

    @Test
    void ownAndExclusiveItemsAreOfferedAsTheCampaignSays() {
        var here = merchant("coffee");
        var all = List.of(item("own", "coffee"), item("rival", "tea"));
        assertEquals(all, campaign("").offered(here, all));
        assertEquals(all.subList(0, 1), campaign("offer = [\"own\"]").offered(here, all));
        assertEquals(all.subList(1, 2), campaign("offer = [\"exclusive\"]").offered(here, all));
        assertEquals(all.subList(1, 2), campaign("items = [\"rival\"]").offered(here, all));
    }

    @Test
    void theStandingCampaignHoldsOnlyWhereNoneWasMade() {
        var elsewhere = campaign("merchants = [\"tea\"]");
        assertEquals(List.of(standing()), Campaign.at(merchant("coffee"), List.of(elsewhere)));
        assertEquals(List.of(elsewhere), Campaign.at(merchant("tea"), List.of(elsewhere)));
        var ended = campaign("").endedAt(NOW);
        assertEquals(List.of(ended), Campaign.at(merchant("coffee"), List.of(ended)));
        assertEquals(Reason.OUT_OF_WINDOW, decide(ended).reason());
    }

    // Rule 5: marked by another payer: besides rule 4, a reward link for that payer.

    @Test
    void aPayerMarkedByAnotherGetsALinkAndTheOtherAReward() {
        mark = mark(BY_PAYER, NOW);
        var verdict = decide(standing());
        assertEquals(Reason.MARKED, verdict.reason());
        assertTrue(verdict.link().isPresent());
        assertEquals(Optional.of(INVITER), verdict.thanked());
    }

    @Test
    void nobodyIsThankedWhereTheCampaignDoesNotOrTheInviterWantsNothingOrHasHadEnough() {
        mark = mark(BY_PAYER, NOW);
        assertEquals(Optional.empty(), decide(campaign("rewards = false")).thanked());
        tally = new Tally(0, 0, 0, 0, 2);
        assertEquals(
                Optional.empty(),
                decide(campaign("caps.rewards-per-payer-day = 2")).thanked());
        assertEquals(
                Optional.of(INVITER),
                decide(campaign("caps.rewards-per-payer-day = 3")).thanked());
        inviterOptedOut = true;
        assertEquals(Optional.empty(), decide(standing()).thanked());
    }

    @Test
    void aPaymentThatEarnsNothingThanksNobody() {
        mark = mark(BY_PAYER, NOW);
        items = List.of();
        assertEquals(Optional.empty(), decide(standing()).thanked());
    }

    @Test
    void rewardsThatWaitArePrintedWithTheLinkOrWithoutOne() {
        waiting = List.of(reward(), reward());
        var both = decide(standing());
        assertEquals(Reason.MARKED, both.reason());
        assertEquals(waiting, both.printed());
        items = List.of();
        var alone = decide(standing());
        assertEquals(Reason.REWARD, alone.reason());
        assertEquals(waiting, alone.printed());
    }

    @Test
    void aReceiptCarriesAtMostThreeRewards() {
        waiting = List.of(reward(), reward(), reward(), reward());
        assertEquals(waiting.subList(0, 3), decide(standing()).printed());
    }

    // Rule 6: purchased more than the threshold: a claim link, whatever rules 3 and 4 say.

    @ParameterizedTest
    @MethodSource("purchases")
    void whoHasBoughtMoreThanTheThresholdIsEntitled(int items, boolean entitled) {
        mark = Optional.empty();
        bought = items;
        var verdict = decide(campaign("purchase-threshold = 3"));
        assertEquals(entitled ? Reason.ENTITLED : Reason.FIRST_PAYMENT, verdict.reason());
        assertEquals(entitled, verdict.link().isPresent());
        assertTrue(verdict.marks(), "rule 3 marks all the same");
    }

    static Stream<Arguments> purchases() {
        return Stream.of(arguments(0, false), arguments(3, false), arguments(4, true), arguments(5, true));
    }

    @Test
    void anEntitlementAsksNeitherForSegmentNorAmountNorControlGroup() {
        bought = 4;
        control = true;
        var verdict = decide(campaign(
                "purchase-threshold = 3\npayers = [\"new\"]\ncontrol-percent = 50\namount.least = [\"CNY 99\"]"));
        assertEquals(Reason.ENTITLED, verdict.reason());
    }

    @Test
    void withoutAThresholdRuleSixIsNotInForce() {
        mark = Optional.empty();
        bought = 1000;
        assertEquals(Reason.FIRST_PAYMENT, decide(standing()).reason());
    }

    // Campaigns.

    @ParameterizedTest
    @MethodSource("conditions")
    void aCampaignsConditionsDecide(String toml, Reason expected) {
        assertEquals(expected, decide(campaign(toml)).reason(), toml);
    }

    /// The payment: Sunday 22 November 2026, 14:00 in Shanghai; 12.80 CNY; seen yesterday.
    static Stream<Arguments> conditions() {
        return Stream.of(
                arguments("", Reason.MARKED),
                arguments("when.from = \"2026-11-22\"", Reason.MARKED),
                arguments("when.from = \"2026-11-23\"", Reason.OUT_OF_WINDOW),
                arguments("when.until = \"2026-11-22\"", Reason.OUT_OF_WINDOW),
                arguments("when.until = \"2026-11-23\"", Reason.MARKED),
                arguments("when.days = [\"sun\"]", Reason.MARKED),
                arguments("when.days = [\"sat\"]", Reason.OUT_OF_WINDOW),
                arguments("when.hours = [\"14:00-14:01\"]", Reason.MARKED),
                arguments("when.hours = [\"13:00-14:00\"]", Reason.OUT_OF_WINDOW),
                arguments("when.hours = [\"22:00-14:30\"]\nwhen.days = [\"sat\"]", Reason.MARKED),
                arguments("when.hours = [\"22:00-14:30\"]\nwhen.days = [\"sun\"]", Reason.OUT_OF_WINDOW),
                arguments("when.hours = [\"07:00-08:00\"]\nwhen.zone = \"Europe/Berlin\"", Reason.MARKED),
                arguments("amount.least = [\"CNY 12.80\"]", Reason.MARKED),
                arguments("amount.least = [\"CNY 12.81\"]", Reason.AMOUNT_OUT_OF_RANGE),
                arguments("amount.most = [\"CNY 12.79\"]", Reason.AMOUNT_OUT_OF_RANGE),
                arguments("amount.least = [\"EUR 1\"]", Reason.AMOUNT_OUT_OF_RANGE),
                arguments("amount.least = [\"EUR 5\", \"CNY 10\"]", Reason.MARKED),
                arguments("payers = [\"member\"]", Reason.MARKED),
                arguments("payers = [\"lapsed\"]", Reason.NOT_ADDRESSED),
                arguments("payers = [\"new\"]", Reason.NOT_ADDRESSED));
    }

    @Test
    void anAmountNobodyKnowsMeetsNoThreshold() {
        amount = Optional.empty();
        assertEquals(
                Reason.AMOUNT_OUT_OF_RANGE,
                decide(campaign("amount.least = [\"CNY 0\"]")).reason());
        assertEquals(Reason.MARKED, decide(standing()).reason());
    }

    @Test
    void whoWasNotSeenForLongerThanTheCampaignSaysHasLapsed() {
        mark = mark(AT_MERCHANT, NOW.minus(Duration.ofDays(30)));
        assertEquals(
                Reason.NOT_ADDRESSED,
                decide(campaign("payers = [\"lapsed\"]\nlapsed-after-days = 30"))
                        .reason());
        assertEquals(
                Reason.MARKED,
                decide(campaign("payers = [\"lapsed\"]\nlapsed-after-days = 29"))
                        .reason());
        assertEquals(
                Reason.NOT_ADDRESSED,
                decide(campaign("payers = [\"member\"]\nlapsed-after-days = 29"))
                        .reason());
    }

    @ParameterizedTest
    @MethodSource("caps")
    void capsHold(String cap, Tally reached, Tally below) {
        tally = reached;
        assertEquals(Reason.CAP_REACHED, decide(campaign(cap)).reason());
        tally = below;
        assertEquals(Reason.MARKED, decide(campaign(cap)).reason());
    }

    static Stream<Arguments> caps() {
        return Stream.of(
                arguments("caps.per-payer = 2", new Tally(2, 0, 0, 0, 0), new Tally(1, 9, 9, 9, 9)),
                arguments("caps.per-payer-day = 2", new Tally(0, 2, 0, 0, 0), new Tally(9, 1, 9, 9, 9)),
                arguments("caps.per-day = 2", new Tally(0, 0, 2, 0, 0), new Tally(9, 9, 1, 9, 9)),
                arguments("caps.total = 2", new Tally(0, 0, 0, 2, 0), new Tally(9, 9, 9, 1, 9)));
    }

    @Test
    void theControlGroupMeetsTheCampaignAndGetsNoLink() {
        control = true;
        var verdict = decide(campaign("control-percent = 10"));
        assertEquals(Reason.CONTROL_GROUP, verdict.reason());
        assertEquals(Optional.empty(), verdict.link());
        assertTrue(verdict.met().isPresent(), "it is recorded, so that lift can be measured");
    }

    @Test
    void theFirstCampaignThatGivesIsTheOne() {
        var early = campaign("amount.least = [\"CNY 99\"]");
        var second = campaign("offer = [\"own\"]");
        var third = campaign("");
        assertEquals(second, decide(early, second, third).link().orElseThrow().campaign());
    }

    @Test
    void theCampaignThatCameClosestExplainsAPlainReceipt() {
        var reason = decide(
                        campaign("when.until = \"2020-01-01\""),
                        campaign("payers = [\"lapsed\"]"),
                        campaign("amount.least = [\"CNY 99\"]"))
                .reason();
        assertEquals(Reason.NOT_ADDRESSED, reason);
    }

    @Test
    void whereNobodyOffersAnythingNothingIsPrinted() {
        items = List.of();
        assertEquals(Reason.NO_OFFER, decide(standing()).reason());
    }

    @Test
    void whoOptedOutIsNeitherMarkedNorGivenAnything() {
        optedOut = true;
        mark = Optional.empty();
        waiting = List.of(reward());
        assertEquals(Verdict.plain(Reason.OPTED_OUT), decide(campaign("payers = [\"new\"]")));
    }

    @ParameterizedTest
    @MethodSource("gifts")
    void whatIsGivenToAnybodyIsToldFromWhatOnlyMarksOrRecords(DecisionTableTest facts, String toml, boolean gives) {
        assertEquals(gives, facts.decide(campaign(toml)).gives());
    }

    static Stream<Arguments> gifts() {
        return Stream.of(
                arguments(that(facts -> {}), "", true),
                arguments(that(facts -> facts.mark = Optional.empty()), "", false),
                arguments(that(facts -> facts.mark = Optional.empty()), "payers = [\"new\"]", true),
                arguments(that(facts -> facts.bought = 4), "purchase-threshold = 3\npayers = [\"new\"]", true),
                arguments(that(facts -> facts.control = true), "control-percent = 10", false),
                arguments(thatThanks(facts -> facts.control = true), "control-percent = 10", true),
                arguments(that(facts -> facts.items = List.of()), "", false),
                arguments(
                        that(facts -> {
                            facts.items = List.of();
                            facts.waiting = List.of(reward());
                        }),
                        "",
                        true),
                arguments(that(facts -> facts.state = PaymentState.REFUNDED), "", false),
                arguments(that(facts -> facts.optedOut = true), "", false));
    }

    private static DecisionTableTest that(Consumer<DecisionTableTest> differs) {
        var facts = new DecisionTableTest();
        differs.accept(facts);
        return facts;
    }

    private static DecisionTableTest thatThanks(Consumer<DecisionTableTest> differs) {
        return that(differs.andThen(facts -> facts.mark = mark(BY_PAYER, NOW)));
    }

    private static Merchant merchant(String id) {
        return new Merchant(id, Wording.of(id), Locale.CHINESE, "main", Optional.empty());
    }

    private static VirtualItem item(String id, String merchant) {
        return new VirtualItem(
                id, merchant, Wording.of(merchant), Wording.of(id), Optional.empty(), 30, Optional.empty());
    }
}
