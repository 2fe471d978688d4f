package slipstream.device.learn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import slipstream.device.Job;
import slipstream.device.learn.Shop.Layout;
import slipstream.device.learn.Shop.Numbering;
import slipstream.device.reference.ReceiptScan;

class PatternWatchTest {
    private static final Scheme SCHEME = Scheme.of("shouqianba", null);

    private final Shop before = new Shop(1, Layout.SAME_LINE, Numbering.PLAIN);

    private PatternWatch watch() {
        String number = before.plainNumber();
        SeenReceipt first = Shop.seen(1, before.sale(number));
        Lesson lesson = Lesson.begin(first, first.candidate(number).orElseThrow(), SCHEME, Shop.TODAY);
        for (int i = 2; i < 22; i++) {
            lesson.next(Shop.seen(i, before.sale(before.number())));
        }
        return new PatternWatch(TillRules.NONE.with(lesson.taught("orders")), "till-1");
    }

    private static RuleHealth after(PatternWatch watch, Job job) {
        var scan = new ReceiptScan(watch.rules());
        scan.printed(Shop.receipt(job).elements());
        scan.ended();
        watch.ended(scan);
        return watch.health().getFirst();
    }

    @Test
    void anUpdateOfThePosIsTold() {
        PatternWatch watch = watch();
        for (int i = 0; i < 100; i++) {
            assertFalse(after(watch, before.sale(before.number())).lost());
        }
        var updated = new Shop(2, Layout.NO_LABEL, Numbering.LETTERS);
        int sales = 0;
        RuleHealth health;
        do {
            health = after(watch, updated.sale(updated.number()));
            sales++;
        } while (!health.lost() && sales < 100);
        assertEquals(20, sales);
        assertEquals(new RuleHealth("orders", 120, 100, 20, true), health);
        assertTrue(health.advice().orElseThrow().startsWith("The rule \"orders\" found nothing on the last 20 sales"));
    }

    @Test
    void anAlarmEndsWhenNumbersAreFoundAgain() {
        PatternWatch watch = watch();
        for (int i = 0; i < 30; i++) {
            after(watch, before.cash());
        }
        assertTrue(watch.health().getFirst().lost());
        for (int i = 0; i < 20; i++) {
            after(watch, before.sale(before.number()));
        }
        assertFalse(watch.health().getFirst().lost());
    }

    @Test
    void whatIsNoSaleSaysNothing() {
        PatternWatch watch = watch();
        for (int i = 0; i < 60; i++) {
            after(watch, i % 2 == 0 ? before.kitchen() : before.refund());
        }
        assertEquals(new RuleHealth("orders", 0, 0, 0, false), watch.health().getFirst());
    }

    @Test
    void whereNothingWasLearnedNothingIsWatched() {
        assertTrue(PatternWatch.none().health().isEmpty());
    }

    @ParameterizedTest
    @CsvSource({"100, 20", "50, 25", "33, 44"})
    void theAlarmComesAsSoonAsItIsSure(int share, int sales) {
        var vigil = new Vigil(10_000, share * 100);
        int count = 0;
        do {
            vigil.next(false);
            count++;
        } while (!vigil.lost() && count < 1000);
        assertEquals(sales, count, 1);
    }

    @ParameterizedTest
    @CsvSource({"95", "60", "30", "10"})
    void whereNothingChangesThereIsNoAlarm(int share) {
        var vigil = new Vigil(100, share);
        var random = new Random(share);
        for (int i = 0; i < 200_000; i++) {
            vigil.next(random.nextInt(100) < share);
            assertFalse(vigil.lost(), "sale " + i);
        }
    }

    @Test
    void aRuleWithoutAPastIsWatchedOnceItHasOne() {
        var vigil = new Vigil(0, 0);
        for (int i = 0; i < 9; i++) {
            assertFalse(vigil.next(false));
        }
        for (int i = 0; i < 200; i++) {
            vigil.next(true);
        }
        for (int i = 0; i < 20; i++) {
            vigil.next(false);
        }
        assertTrue(vigil.lost());
    }
}
