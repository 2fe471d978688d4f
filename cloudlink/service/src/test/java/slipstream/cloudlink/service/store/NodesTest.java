package slipstream.cloudlink.service.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static slipstream.cloudlink.service.town.Market.COFFEE;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import slipstream.cloudlink.protocol.PaymentReference;
import slipstream.cloudlink.service.claim.ClaimStore;
import slipstream.cloudlink.service.claim.Claimant;
import slipstream.cloudlink.service.claim.Claims;
import slipstream.cloudlink.service.claim.Claims.Standing;
import slipstream.cloudlink.service.claim.Redemptions;
import slipstream.cloudlink.service.identify.Decision;
import slipstream.cloudlink.service.identify.Identification;
import slipstream.cloudlink.service.identify.Reason;
import slipstream.cloudlink.service.town.Market;

/// Two nodes that share nothing but the database, asked by everybody at once.
///
/// `-Dslipstream.whole=true` asks 10,000 questions and sends 1,000 phones; without it, a tenth of that.
@ParameterizedClass
@EnumSource
class NodesTest {
    private static final int SCALE = Boolean.getBoolean("slipstream.whole") ? 10 : 1;
    private static final int QUESTIONS = 1000 * SCALE;
    private static final int PHONES = 100 * SCALE;
    private static final int PAYERS = 20;

    @Parameter
    private Kind kind;

    @TempDir
    Path directory;

    private final List<Database> databases = new ArrayList<>();
    private final List<Identification> nodes = new ArrayList<>();
    private Market market;

    @BeforeEach
    void open() throws IOException {
        var address = kind.address(directory);
        market = new Market(Database.open(address));
        for (int i = 0; i < 2; i++) {
            databases.add(Database.open(address));
            nodes.add(market.node(databases.get(i), market.clock));
        }
    }

    @AfterEach
    void close() {
        databases.forEach(Database::close);
        if (market != null) {
            market.close();
        }
    }

    @Test
    void everyPaymentGetsOneDecisionAndCapsHoldExactly() throws Exception {
        market.addCampaign("id = \"seven\"\n[caps]\nper-payer = 1\ntotal = 7");
        var paid = new ArrayList<PaymentReference>();
        for (int i = 0; i < PAYERS; i++) {
            market.visit(COFFEE, "p" + i);
            paid.add(market.pay(COFFEE, "p" + i));
        }
        var decisions = new HashMap<PaymentReference, HashSet<Decision>>();
        var asked = IntStream.range(0, QUESTIONS)
                .mapToObj(i -> paid.get(i % PAYERS))
                .toList();
        var answers = atOnce(IntStream.range(0, QUESTIONS)
                .<Callable<Decision>>mapToObj(i -> () -> nodes.get(i / PAYERS % 2)
                        .identify(COFFEE, Market.question(i % 3 == 0 ? outTradeNo(asked.get(i)) : asked.get(i))))
                .toList());
        for (int i = 0; i < QUESTIONS; i++) {
            decisions
                    .computeIfAbsent(asked.get(i), reference -> new HashSet<>())
                    .add(answers.get(i));
        }
        assertEquals(PAYERS, decisions.size());
        decisions.forEach((reference, different) -> assertEquals(1, different.size(), reference + ": " + different));
        assertEquals(
                7,
                decisions.values().stream()
                        .filter(d -> d.iterator().next().reason() == Reason.MARKED)
                        .count());
        assertEquals(7, count("SELECT COUNT(*) FROM claim_link"));
        assertEquals(7, count("SELECT used FROM campaign_tally WHERE campaign_id = 'seven'"));
    }

    @Test
    void ofManyFirstPaymentsOfAPayerOneMarks() throws Exception {
        var paid = IntStream.range(0, 40)
                .mapToObj(i -> market.pay(COFFEE, "eager"))
                .toList();
        var answers = atOnce(IntStream.range(0, 40)
                .<Callable<Decision>>mapToObj(
                        i -> () -> nodes.get(i % 2).identify(COFFEE, Market.question(paid.get(i))))
                .toList());
        assertEquals(
                1,
                answers.stream().filter(a -> a.reason() == Reason.FIRST_PAYMENT).count());
        assertEquals(
                39,
                answers.stream()
                        .filter(Decision.Link.class::isInstance)
                        .distinct()
                        .count());
    }

    @Test
    void oneOfManyPhonesGetsTheVoucherAndOneOfManyTillsRedeemsIt() throws Exception {
        market.visit(COFFEE, "popular");
        var link = market.link(COFFEE, "popular");
        var claims = databases.stream()
                .map(database ->
                        new Claims(database.<ClaimStore>ledger(handle -> new SqlBooks(handle).claims()), market.clock))
                .toList();
        var standings = atOnce(IntStream.range(0, PHONES)
                .<Callable<Standing>>mapToObj(
                        i -> () -> claims.get(i % 2).claim(link.token(), "coffee-1", Claimant.random()))
                .toList());
        var won = standings.stream().filter(Standing.Claimed.class::isInstance).toList();
        assertEquals(1, won.size());
        assertEquals(
                PHONES - 1,
                standings.stream().filter(Standing.Used.class::isInstance).count());
        assertEquals(1, count("SELECT COUNT(*) FROM voucher"));
        var code = ((Standing.Claimed) won.getFirst()).voucher().code();
        var tills = databases.stream()
                .map(database -> new Redemptions(
                        database.<ClaimStore>ledger(handle -> new SqlBooks(handle).claims()), market.clock))
                .toList();
        var redeemed = atOnce(IntStream.range(0, 50)
                .<Callable<Redemptions.Redemption>>mapToObj(
                        i -> () -> tills.get(i % 2).redeem(code, "coffee", Market.press()))
                .toList());
        assertEquals(
                1,
                redeemed.stream()
                        .filter(Redemptions.Redemption.Redeemed.class::isInstance)
                        .count());
    }

    @Test
    void aRefundDuringTheQuestionLeavesNothingOpen() throws Exception {
        for (int i = 0; i < 20; i++) {
            var payer = "p" + i;
            market.visit(COFFEE, payer);
            var paid = market.pay(COFFEE, payer);
            atOnce(List.<Callable<Object>>of(
                    () -> nodes.get(0).identify(COFFEE, Market.question(paid)),
                    () -> market.refund(COFFEE, paid, payer)));
            if (nodes.get(1).identify(COFFEE, Market.question(paid)) instanceof Decision.Link made) {
                var standing = market.claims.look(made.link().token(), Optional.empty());
                assertTrue(standing instanceof Standing.TakenBack, standing.toString());
            }
        }
    }

    private static PaymentReference outTradeNo(PaymentReference reference) {
        return new PaymentReference("wechat", "out_trade_no", "T" + reference.value());
    }

    private int count(String sql) {
        return market.read(
                books -> books.handle().createQuery(sql).mapTo(Integer.class).one());
    }

    /// Lets everybody go at the same moment.
    private static <T> List<T> atOnce(List<? extends Callable<? extends T>> all)
            throws InterruptedException, ExecutionException {
        var start = new CountDownLatch(1);
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var futures = new ArrayList<Future<T>>();
            for (var one : all) {
                futures.add(executor.submit(() -> {
                    start.await();
                    return one.call();
                }));
            }
            start.countDown();
            var results = new ArrayList<T>();
            for (var future : futures) {
                results.add(future.get());
            }
            return results;
        }
    }
}
