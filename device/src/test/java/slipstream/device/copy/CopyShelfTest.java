package slipstream.device.copy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CopyShelfTest {
    private final SetClock clock = new SetClock();
    private final CopyShelf shelf = new CopyShelf(clock);

    @Test
    void theOldestGoesWhenThereAreTooMany() {
        for (int i = 0; i <= CopyShelf.MOST; i++) {
            shelf.put("receipt " + i, "text " + i);
        }
        assertEquals(CopyShelf.MOST, shelf.size());
        assertEquals(Optional.empty(), shelf.find("receipt 0"));
        assertEquals(Optional.of("text 1"), shelf.find("receipt 1"));
    }

    @Test
    void theOldestGoWhenTheyAreTooMuch() {
        String text = "x".repeat(CopyShelf.MOST_CHARACTERS / 3);
        for (int i = 0; i < 5; i++) {
            shelf.put("receipt " + i, text);
            shelf.put("receipt " + i, text);
        }
        assertEquals(3, shelf.size());
        assertTrue(shelf.find("receipt 4").isPresent());
    }

    @Test
    void nothingIsKeptLongerThanADay() {
        shelf.put("early", "text");
        clock.moveAhead(Duration.ofHours(12));
        shelf.put("late", "text");
        clock.moveAhead(Duration.ofHours(12));
        assertTrue(shelf.find("early").isPresent());
        clock.moveAhead(Duration.ofMillis(1));
        assertEquals(Optional.empty(), shelf.find("early"));
        assertTrue(shelf.find("late").isPresent());
        clock.moveAhead(CopyShelf.LIFE);
        shelf.expire();
        assertEquals(0, shelf.size());
    }
}
