package slipstream.cloudlink.service.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static slipstream.cloudlink.service.town.Market.BOOKS;
import static slipstream.cloudlink.service.town.Market.COFFEE;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import slipstream.cloudlink.protocol.Money;
import slipstream.cloudlink.service.claim.Claimant;
import slipstream.cloudlink.service.claim.Claims.Standing;
import slipstream.cloudlink.service.config.RetentionTimes;
import slipstream.cloudlink.service.identify.Decision;
import slipstream.cloudlink.service.identify.Reason;
import slipstream.cloudlink.service.store.Kind;
import slipstream.cloudlink.service.store.Retention;
import slipstream.cloudlink.service.store.SqlBooks;
import slipstream.cloudlink.service.town.Market;

/// Figures over a real database: what happened is what is counted.
@ParameterizedClass
@EnumSource
class FiguresTest {
    private static final List<String> BOTH = List.of("coffee", "books");

    @Parameter
    private Kind kind;

    @TempDir
    Path directory;

    private Market market;
    private Figures figures;

    @BeforeEach
    void open() throws Exception {
        market = new Market(directory, kind);
        figures = new Figures(
                market.database.ledger(handle -> new SqlBooks(handle).figures()),
                ZoneId.of("Asia/Shanghai"),
                market.clock);
    }

    @AfterEach
    void close() {
        market.close();
    }

    private Summary today() {
        figures.count();
        return figures.summary(BOTH, figures.today(), figures.today(), Optional.empty());
    }

    private Map<Step, Long> steps(long identified, long marked, long linked, long scanned, long claimed, long used) {
        return Map.of(
                Step.RECEIPTS, 0L,
                Step.REFERENCES, 0L,
                Step.IDENTIFIED, identified,
                Step.MARKED, marked,
                Step.LINKED, linked,
                Step.PRINTED, 0L,
                Step.SCANNED, scanned,
                Step.CLAIMED, claimed,
                Step.REDEEMED, used);
    }

    @Test
    void everyStepIsCountedOnceWhereItHappened() {
        assertEquals(steps(0, 0, 0, 0, 0, 0), today().steps());
        market.visit(BOOKS, "a");
        market.visit(COFFEE, "b");
        assertEquals(steps(2, 0, 0, 0, 0, 0), today().steps());
        var link = market.link(BOOKS, "a");
        assertEquals(steps(3, 1, 1, 0, 0, 0), today().steps());
        figures.looked(link.token());
        figures.looked(link.token());
        assertEquals(steps(3, 1, 1, 1, 0, 0), today().steps());
        var voucher = assertInstanceOf(Standing.Claimed.class, market.claims.claim(link.token(), "", Claimant.random()))
                .voucher();
        assertEquals(steps(3, 1, 1, 1, 1, 0), today().steps());
        market.redemptions.redeem(voucher.code(), "books", Market.press());
        assertEquals(steps(3, 1, 1, 1, 1, 1), today().steps());
        assertEquals(steps(3, 1, 1, 1, 1, 1), today().steps(), "counted twice is counted the same");
        var coffee = figures.summary(List.of("coffee"), figures.today(), figures.today(), Optional.empty());
        assertEquals(steps(1, 0, 0, 0, 0, 0), coffee.steps());
        var standing = figures.summary(BOTH, figures.today(), figures.today(), Optional.of("standing"));
        assertEquals(1, standing.of(Step.REDEEMED));
    }

    @Test
    void whoCameBackWithinTheDaysAndWhatTheySpentIsComparedWithTheControlGroup() {
        market.addCampaign("id = \"half\"\ncontrol-percent = 50\npayers = [\"new\", \"member\"]");
        var treated = new HashSet<String>();
        for (int i = 0; i < 40; i++) {
            if (market.visit(BOOKS, "p" + i) instanceof Decision.Link) {
                treated.add("p" + i);
            }
        }
        int control = 40 - treated.size();
        assertEquals(List.of(), figures.returns("main", 7), "nobody's days are over");
        market.clock.moveAhead(Duration.ofDays(3));
        long cameBack = 0;
        for (int i = 0; i < 40; i += 4) {
            market.identify(COFFEE, market.pay(COFFEE, "p" + i, new Money(2000, "CNY")));
            cameBack += treated.contains("p" + i) ? 1 : 0;
        }
        market.clock.moveAhead(Duration.ofDays(5));
        market.visit(BOOKS, "p1");
        var returns = figures.returns("main", 7).getFirst();
        assertEquals("half", returns.campaignId());
        assertEquals("CNY", returns.currency());
        assertEquals(treated.size(), returns.treated().payers());
        assertEquals(control, returns.control().payers());
        assertEquals(cameBack, returns.treated().cameBack(), "whoever comes after the days did not come within them");
        assertEquals(10 - cameBack, returns.control().cameBack());
        assertEquals(
                2000.0 * cameBack / treated.size(), returns.treated().sample().mean(), 1e-9);
        assertEquals(
                2000.0 * cameBack / treated.size() - 2000.0 * (10 - cameBack) / control,
                returns.spent().orElseThrow().difference(),
                1e-6);
    }

    @Test
    void daysThatNobodyLookedAtAreCountedLaterAndStayWhenTheirRowsGo() {
        market.visit(BOOKS, "a");
        market.visit(BOOKS, "b");
        market.link(BOOKS, "a");
        var first = figures.today();
        market.clock.moveAhead(Duration.ofDays(3));
        market.link(BOOKS, "b");
        figures.count();
        market.clock.moveAhead(Duration.ofDays(150));
        new Retention(market.database, RetentionTimes.USUAL).enforce(market.now());
        var summary = figures.summary(BOTH, first, figures.today(), Optional.empty());
        assertEquals(2, summary.of(Step.LINKED));
        assertEquals(1, summary.days().get(0).linked());
        assertEquals(1, summary.days().get(3).linked());
        assertEquals(154, summary.days().size());
        market.clock.moveAhead(Duration.ofDays(1095));
        new Retention(market.database, RetentionTimes.USUAL).enforce(market.now());
        assertEquals(List.of(), figures.lines(BOTH, first, first.plusDays(3)), "figure-days are over");
    }

    @Test
    void whatABoxTellsAgainDoesNotCountAgain() {
        var day = figures.today().toString();
        figures.tell("books", "box-1", new BoxReport(day, "r1", Map.of("receipts", 5L, "printed", 2L, "held-50", 3L)));
        figures.tell("books", "box-1", new BoxReport(day, "r1", Map.of("receipts", 7L, "printed", 2L, "late", 1L)));
        figures.tell("books", "box-1", new BoxReport(day, "r1", Map.of("receipts", 6L)));
        figures.tell("books", "box-1", new BoxReport(day, "r2", Map.of("receipts", 10L)));
        figures.tell("coffee", "box-2", new BoxReport(day, "r1", Map.of("receipts", 100L, "held-50", 4L)));
        var summary = today();
        assertEquals(117, summary.of(Step.RECEIPTS));
        assertEquals(2, summary.of(Step.PRINTED));
        assertEquals(1, summary.late());
        assertEquals(7, summary.held().get("50"));
        assertTrue(summary.boxesTold());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-13-01 | r1  | receipts | 1
            1999-01-01 | r1  | receipts | 1
            2099-01-01 | r1  | receipts | 1
            2026-11-22 | r 1 | receipts | 1
            2026-11-22 | r1  | coffees  | 1
            2026-11-22 | r1  | receipts | -1
            2026-11-22 | r1  | receipts | 99999999999
            """)
    void aReportThatMakesNoSenseIsRefused(String day, String run, String name, long count) {
        var report = new BoxReport(day, run, Map.of(name, count));
        assertThrows(IllegalArgumentException.class, () -> figures.tell("books", "box", report));
    }

    @Test
    void liftComparesThoseWhoGotLinksWithTheControlGroup() {
        market.addCampaign("id = \"c\"\ncontrol-percent = 50\npayers = [\"new\", \"member\"]");
        long treated = 0;
        long control = 0;
        long treatedBack = 0;
        long controlBack = 0;
        for (int i = 0; i < 40; i++) {
            boolean got = market.visit(BOOKS, "p" + i) instanceof Decision.Link;
            market.clock.moveAhead(Duration.ofMinutes(1));
            boolean comes = i % 3 == 0;
            if (comes) {
                var again = market.visit(COFFEE, "p" + i);
                assertTrue(got || again.reason() == Reason.CONTROL_GROUP);
            }
            treated += got ? 1 : 0;
            control += got ? 0 : 1;
            treatedBack += got && comes ? 1 : 0;
            controlBack += !got && comes ? 1 : 0;
        }
        assertTrue(treated > 0 && control > 0);
        var lift = figures.lifts("main").getFirst();
        assertEquals("c", lift.campaignId());
        assertEquals(new FigureStore.Group(treated, treatedBack), lift.treated());
        assertEquals(new FigureStore.Group(control, controlBack), lift.control());
        assertEquals(
                Interval.of(treatedBack, treated, controlBack, control),
                lift.difference().orElseThrow());
        assertEquals(List.of(), figures.lifts("elsewhere"));
    }

    @Test
    void vouchersAreListedWithoutCodesAndPayers() {
        market.visit(BOOKS, "a");
        var link = market.link(BOOKS, "a");
        market.claims.claim(link.token(), "", Claimant.random());
        var lines = figures.vouchers(List.of("books"), 10);
        assertEquals(1, lines.size());
        assertEquals("open", lines.getFirst().state());
        assertEquals("books", lines.getFirst().printedAt());
        assertEquals(List.of(), figures.vouchers(List.of("coffee"), 10));
    }
}
