package slipstream.cloudlink.service.gateway.client;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import slipstream.cloudlink.service.town.MovableClock;

class PaceTest {
    private final MovableClock clock = new MovableClock();

    @Test
    void beyondTheRateThereIsNoTurn() throws Exception {
        var pace = new Pace("a", 3, Duration.ofHours(1), Duration.ZERO, clock);
        for (int i = 0; i < 3; i++) {
            pace.await();
        }
        var refused = assertThrows(Trouble.class, pace::await);
        assertTrue(refused.getMessage().startsWith("more than 3 questions"), refused.getMessage());
    }

    @Test
    void eachRefusalHalvesTheRateAndDoublesThePause() {
        var pace = new Pace("a", 32, Duration.ofHours(1), Duration.ZERO, clock);
        for (var step : new int[][] {{16, 1}, {8, 2}, {4, 4}, {2, 8}, {1, 16}, {1, 32}, {1, 64}, {1, 64}}) {
            pace.slowDown(Duration.ZERO);
            assertEquals(step[0], pace.rate());
            clock.moveAhead(Duration.ofSeconds(step[1]).minusMillis(500));
            var refused = assertThrows(Trouble.class, pace::await);
            assertTrue(refused.getMessage().contains("asked for a pause"), refused.getMessage());
            clock.moveAhead(Duration.ofMillis(600));
        }
    }

    @Test
    void thePlatformsOwnWishCountsWhenItIsLonger() {
        var pace = new Pace("a", 32, Duration.ofHours(1), Duration.ZERO, clock);
        pace.slowDown(Duration.ofSeconds(30));
        clock.moveAhead(Duration.ofSeconds(29));
        assertThrows(Trouble.class, pace::await);
        clock.moveAhead(Duration.ofSeconds(2));
        assertDoesNotThrow(pace::await);
    }

    @Test
    void goodAnswersGiveTheRateBackByTenths() {
        var pace = new Pace("a", 30, Duration.ofHours(1), Duration.ZERO, clock);
        pace.slowDown(Duration.ZERO);
        assertEquals(15, pace.rate());
        for (int rate : new int[] {18, 21, 24, 27, 30, 30}) {
            pace.speedUp();
            assertEquals(rate, pace.rate());
        }
    }
}
