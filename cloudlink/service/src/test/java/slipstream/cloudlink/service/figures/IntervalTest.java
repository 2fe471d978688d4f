package slipstream.cloudlink.service.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntervalTest {
    /// R. G. Newcombe, Statistics in Medicine 17 (1998), table II, method 10, all its contrasts.
    @ParameterizedTest
    @CsvSource({
        "56, 70, 48, 80, 0.0524, 0.3339",
        "9, 10, 3, 10, 0.1705, 0.8090",
        "6, 7, 2, 7, 0.0582, 0.8062",
        "5, 56, 0, 29, -0.0381, 0.1926",
        "0, 10, 0, 20, -0.1611, 0.2775",
        "0, 10, 0, 10, -0.2775, 0.2775",
        "10, 10, 0, 20, 0.6791, 1.0000",
        "10, 10, 0, 10, 0.6075, 1.0000"
    })
    void newcombesExamples(long a, long m, long b, long n, double low, double high) {
        var interval = Interval.of(a, m, b, n);
        assertEquals(low, interval.low(), 0.00005);
        assertEquals(high, interval.high(), 0.00005);
        assertEquals((double) a / m - (double) b / n, interval.difference(), 1e-12);
    }

    @Test
    void theOtherWayRoundIsTheMirrorImage() {
        var one = Interval.of(56, 70, 48, 80);
        var other = Interval.of(48, 80, 56, 70);
        assertEquals(one.low(), -other.high(), 1e-12);
        assertEquals(one.high(), -other.low(), 1e-12);
    }

    @Test
    void certainIsWhatDoesNotHoldZero() {
        assertTrue(Interval.of(56, 70, 48, 80).certain());
        assertTrue(Interval.of(48, 80, 56, 70).certain());
        assertTrue(!Interval.of(5, 56, 0, 29).certain());
    }
}
