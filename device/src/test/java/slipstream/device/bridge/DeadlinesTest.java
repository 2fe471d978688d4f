package slipstream.device.bridge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class DeadlinesTest {
    private final Deadlines deadlines = new Deadlines(Duration.ofNanos(250), Duration.ofNanos(3000));

    @Test
    void aHoldWaitsForTheBudgetFromItsFirstByte() {
        deadlines.add(1, 1000);
        deadlines.add(1, 1100);
        assertEquals(1250, deadlines.first());
        assertEquals(0, deadlines.expired(1249));
        assertEquals(1, deadlines.expired(1250));
        assertTrue(deadlines.isEmpty());
    }

    @Test
    void aPicturesEndWaitsForItsPaperAndThenForTheBudget() {
        deadlines.add(1, 1000);
        deadlines.paper(1, 2500, 1100);
        assertEquals(2750, deadlines.first());
    }

    @Test
    void paperThatIsThereAlreadyAddsNothing() {
        deadlines.paper(1, 400, 1000);
        assertEquals(1250, deadlines.first());
    }

    @Test
    void paperThatTakesLongIsWaitedForNoLongerThanAllowed() {
        deadlines.paper(1, 900_000, 1000);
        assertEquals(4250, deadlines.first());
    }

    @Test
    void paperOfOneHoldAddsNothingToAnother() {
        deadlines.add(1, 1000);
        deadlines.paper(2, 3000, 2000);
        assertEquals(1250, deadlines.first());
        assertEquals(1, deadlines.expired(1250));
        assertEquals(3250, deadlines.first());
    }

    @Test
    void whoeverAsksThePrinterWaitsForTheBudgetOnly() {
        deadlines.paper(1, 2500, 1000);
        deadlines.asked();
        assertEquals(1250, deadlines.first());
    }

    @Test
    void aHoldThatWasLetGoDoesNotComeBack() {
        deadlines.add(1, 1000);
        assertEquals(1, deadlines.expired(2000));
        deadlines.add(1, 2000);
        assertTrue(deadlines.isEmpty());
    }
}
