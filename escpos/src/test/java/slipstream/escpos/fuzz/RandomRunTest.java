package slipstream.escpos.fuzz;

import org.junit.jupiter.api.Test;

class RandomRunTest {
    @Test
    void aHundredThousandStreamsAtRandomObeyTheDecodersLaws() {
        new RandomRun(3).batch(100_000);
    }
}
