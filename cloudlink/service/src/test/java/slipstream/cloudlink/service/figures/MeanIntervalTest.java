package slipstream.cloudlink.service.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import slipstream.cloudlink.service.figures.MeanInterval.Sample;

class MeanIntervalTest {
    /// From printed tables of Student's distribution, two-sided 5 %.
    @ParameterizedTest
    @CsvSource({"2, 4.303", "3, 3.182", "5, 2.571", "10, 2.228", "30, 2.042", "120, 1.980", "1e9, 1.960"})
    void studentsPointIsThatOfThePrintedTables(double freedom, double point) {
        assertEquals(point, MeanInterval.student(freedom), point * 0.01);
    }

    /// The `sleep` data of Student (1908), as R's `t.test(extra ~ group, data = sleep)` gives it.
    @Test
    void studentsOwnDataGiveTheIntervalThatRGives() {
        var interval = MeanInterval.of(
                sample(0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0),
                sample(1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4));
        assertEquals(-1.58, interval.difference(), 1e-9);
        assertEquals(-3.3654832, interval.low(), 1e-4);
        assertEquals(0.2054832, interval.high(), 1e-4);
        assertFalse(interval.certain());
    }

    @Test
    void groupsThatDoNotScatterDifferForCertain() {
        var interval = MeanInterval.of(sample(3, 3), sample(1, 1, 1));
        assertEquals(new MeanInterval(2, 2, 2), interval);
        assertTrue(interval.certain());
    }

    private static Sample sample(double... values) {
        return new Sample(
                values.length,
                DoubleStream.of(values).sum(),
                DoubleStream.of(values).map(value -> value * value).sum());
    }
}
