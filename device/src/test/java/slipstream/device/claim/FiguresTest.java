package slipstream.device.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FiguresTest {
    private final TestService service = new TestService();
    private Instant now = Instant.parse("2026-11-22T23:00:00Z");
    private final InstantSource source = () -> now;
    private final Clock clock = source.withZone(ZoneOffset.UTC);
    private final Figures figures = new Figures(clock, Journal.NONE);

    @Test
    void totalsOfTheDayAreTold() {
        figures.receipt(true);
        figures.receipt(false);
        figures.printed();
        figures.late();
        figures.held(0);
        figures.held(10);
        figures.held(11);
        figures.held(1001);
        figures.tell(service);
        var report = service.reports.getFirst();
        assertEquals("2026-11-22", report.day());
        assertEquals(
                Map.of(
                        "receipts",
                        2L,
                        "references",
                        1L,
                        "printed",
                        1L,
                        "late",
                        1L,
                        "held-10",
                        2L,
                        "held-25",
                        1L,
                        "held-more",
                        1L),
                report.counts());
    }

    @Test
    void nothingNewIsNotToldAgainAndWhatWasNotAnsweredIs() {
        figures.receipt(false);
        service.failures = 1;
        figures.tell(service);
        figures.tell(service);
        figures.tell(service);
        assertEquals(1, service.reports.size());
    }

    @Test
    void eachDayIsToldForItselfInTheSameRun() {
        figures.receipt(false);
        now = Instant.parse("2026-11-23T01:00:00Z");
        figures.receipt(false);
        figures.receipt(false);
        figures.tell(service);
        assertEquals(2, service.reports.size());
        assertEquals(Map.of("receipts", 1L), service.reports.getFirst().counts());
        assertEquals(Map.of("receipts", 2L), service.reports.getLast().counts());
        assertEquals(service.reports.getFirst().run(), service.reports.getLast().run());
    }

    @Test
    void manyDaysWithoutAConnectionDoNotGrow() {
        for (int i = 0; i < 100; i++) {
            figures.receipt(false);
            now = now.plusSeconds(86_400);
        }
        figures.tell(service);
        assertEquals(31, service.reports.size());
    }
}
