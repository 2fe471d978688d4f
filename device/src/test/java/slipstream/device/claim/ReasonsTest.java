package slipstream.device.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ReasonsTest {
    private final Reasons reasons = new Reasons();

    @Test
    void aReasonIsToldTheFirstTimeThenEverMoreRarely() {
        List<Long> told = LongStream.rangeClosed(1, 1500)
                .map(time -> reasons.count("too narrow"))
                .filter(Reasons::worthTelling)
                .boxed()
                .toList();
        assertEquals(List.of(1L, 10L, 100L, 1000L), told);
    }

    @Test
    void everyReasonHasItsOwnCount() {
        reasons.count("too narrow");
        assertEquals(1, reasons.count("page mode"));
        assertEquals(2, reasons.count("too narrow"));
    }

    @Test
    void endlesslyManyReasonsTakeNoEndlessRoom() {
        for (int i = 0; i < 64; i++) {
            assertEquals(1, reasons.count("reason " + i));
        }
        assertEquals(1, reasons.count("one more"));
        assertEquals(2, reasons.count("and another"));
        assertEquals(2, reasons.count("reason 3"));
    }
}
