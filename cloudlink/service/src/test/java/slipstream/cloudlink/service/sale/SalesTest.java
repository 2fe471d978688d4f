package slipstream.cloudlink.service.sale;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static slipstream.cloudlink.service.town.Market.BOOKS;
import static slipstream.cloudlink.service.town.Market.COFFEE;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import slipstream.cloudlink.protocol.Money;
import slipstream.cloudlink.service.claim.Claimant;
import slipstream.cloudlink.service.claim.Claims.Standing;
import slipstream.cloudlink.service.claim.Occasion;
import slipstream.cloudlink.service.claim.Redemptions.Redemption;
import slipstream.cloudlink.service.claim.Visitor;
import slipstream.cloudlink.service.gateway.PaymentState;
import slipstream.cloudlink.service.identify.Decision;
import slipstream.cloudlink.service.identify.Reason;
import slipstream.cloudlink.service.item.VirtualItem;
import slipstream.cloudlink.service.store.Kind;
import slipstream.cloudlink.service.town.Market;

/// Orders and what becomes of them, over real databases.
@ParameterizedClass
@EnumSource
class SalesTest {
    private static final Money PRICE = new Money(990, "CNY");

    @Parameter
    private Kind kind;

    @TempDir
    Path directory;

    private Market market;
    private Sales sales;
    private VirtualItem item;
    private final Claimant browser = Claimant.random();

    @BeforeEach
    void open() throws Exception {
        market = new Market(directory, kind);
        market.addItem("dear", COFFEE, Optional.of(1), Optional.of(PRICE));
        sales = market.sales();
        item = sales.offered(COFFEE).getFirst();
    }

    @AfterEach
    void close() {
        if (market != null) {
            market.close();
        }
    }

    private void told(String number, Money amount, PaymentState state) {
        sales.told(COFFEE, Market.order(number, "ann", amount, state));
    }

    private Standing standing(String number, Visitor visitor) {
        return market.claims.look(sales.find("coffee", number).orElseThrow().token(), visitor);
    }

    private int bought() {
        return market.read(books -> books.purchases().bought(market.payer("ann"), "coffee"));
    }

    @Test
    void onlyWhatHasAPriceIsSoldAndOnlyByItsMerchant() {
        assertEquals(
                List.of("dear"),
                sales.offered(COFFEE).stream().map(VirtualItem::id).toList());
        assertTrue(sales.offered(BOOKS).isEmpty());
    }

    @Test
    void whatIsPaidForIsAVoucherAtOnceForTheBrowserAndForThePayer() {
        var number = sales.order(item, browser);
        var visitor = Visitor.of(Optional.of(browser));
        assertInstanceOf(Standing.Unknown.class, standing(number, visitor));
        told(number, PRICE, PaymentState.SUCCESSFUL);
        var voucher = assertInstanceOf(Standing.Claimed.class, standing(number, visitor))
                .voucher();
        var payer = new Visitor(Optional.empty(), List.of(market.payer("ann")));
        assertEquals(
                voucher,
                assertInstanceOf(Standing.Claimed.class, standing(number, payer))
                        .voucher());
        assertInstanceOf(Standing.Used.class, standing(number, Visitor.of(Optional.of(Claimant.random()))));
        assertEquals(1, market.claims.held(visitor).size());
        assertInstanceOf(
                Redemption.Redeemed.class,
                market.redemptions.redeem(voucher.code(), "coffee", Occasion.ofPress("staff", "1")));
    }

    @Test
    void whatIsBoughtCountsAsAPurchaseAndPastTheThresholdEntitles() {
        market.addCampaign("id = \"c\"\npayers = [\"lapsed\"]\npurchase-threshold = 1\n");
        told(sales.order(item, browser), PRICE, PaymentState.SUCCESSFUL);
        assertEquals(1, bought());
        assertEquals(new Decision.Plain(Reason.FIRST_PAYMENT), market.visit(COFFEE, "ann"));
        told(sales.order(item, browser), PRICE, PaymentState.SUCCESSFUL);
        assertEquals(Reason.ENTITLED, market.visit(COFFEE, "ann").reason());
    }

    @Test
    void anOrderIsSettledOnceHoweverOftenAndFromHoweverManyPlacesItIsTold() throws Exception {
        var number = sales.order(item, browser);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = IntStream.range(0, 20)
                    .<Callable<Object>>mapToObj(i -> () -> {
                        told(number, PRICE, PaymentState.SUCCESSFUL);
                        return i;
                    })
                    .toList();
            for (var one : threads.invokeAll(all)) {
                one.get();
            }
        }
        assertEquals(1, bought());
        assertEquals(1, market.claims.held(Visitor.of(Optional.of(browser))).size());
    }

    @Test
    void anotherAmountOrNoSuccessBuysNothing() {
        var number = sales.order(item, browser);
        told(number, new Money(1, "CNY"), PaymentState.SUCCESSFUL);
        told(number, new Money(990, "EUR"), PaymentState.SUCCESSFUL);
        told(number, PRICE, PaymentState.PENDING);
        told(number, PRICE, PaymentState.REFUNDED);
        assertEquals(
                Optional.empty(), sales.find("coffee", number).orElseThrow().paidAt());
        assertEquals(0, bought());
    }

    @Test
    void whatIsGivenBackIsTakenBackOnce() {
        var number = sales.order(item, browser);
        told(number, PRICE, PaymentState.SUCCESSFUL);
        told(number, PRICE, PaymentState.REFUNDED);
        told(number, PRICE, PaymentState.REFUNDED);
        assertInstanceOf(Standing.TakenBack.class, standing(number, Visitor.of(Optional.of(browser))));
        assertEquals(0, bought());
        assertTrue(
                market.read(books -> books.items().offeredBy(COFFEE)).stream()
                        .anyMatch(one -> one.id().equals("dear")),
                "and is in stock again");
    }

    @Test
    void anOrderOfOneMerchantIsNotPaidAtAnother() {
        var number = sales.order(item, browser);
        sales.told(BOOKS, Market.order(number, "ann", PRICE, PaymentState.SUCCESSFUL));
        assertEquals(
                Optional.empty(), sales.find("coffee", number).orElseThrow().paidAt());
    }
}
