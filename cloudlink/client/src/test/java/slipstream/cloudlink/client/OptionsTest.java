package slipstream.cloudlink.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class OptionsTest {
    private static ClientOptions at(String service) {
        return ClientOptions.of(URI.create(service), Path.of("k"), Path.of("c"), Path.of("a"));
    }

    @Test
    void thePortIs443UnlessSaid() {
        assertEquals(443, at("https://circle.example").port());
        assertEquals(8443, at("https://circle.example:8443/").port());
        assertEquals("::1", at("https://[::1]:8443").host());
    }

    @Test
    void anAddressThatIsNotHttpsAndHostIsRefusedInOneSentence() {
        for (var wrong : List.of(
                "http://circle.example",
                "circle.example",
                "https:///v1",
                "https://circle.example/v1",
                "https://circle.example?x",
                "https://user@circle.example",
                "https://circle.example:70000",
                "mailto:a@b")) {
            var thrown = assertThrows(IllegalArgumentException.class, () -> at(wrong));
            assertEquals(
                    "service address is '" + wrong + "', expected https://host or https://host:port",
                    thrown.getMessage());
        }
    }

    @Test
    void timingsMustMakeSense() {
        var second = Duration.ofSeconds(1);
        assertThrows(IllegalArgumentException.class, () -> new Timings(Duration.ZERO, second, second, second, second));
        assertThrows(
                IllegalArgumentException.class, () -> new Timings(second, second, second, second.plusNanos(1), second));
        assertThrows(
                IllegalArgumentException.class, () -> new Timings(second, second, second, second, Duration.ofDays(1)));
    }

    @Test
    void thePauseDoublesUpToItsLimitAndKeepsHalfToChance() {
        var backOff = new BackOff(Duration.ofMillis(100), Duration.ofSeconds(30), new Random(1));
        for (var round = 0; round < 100; round++) {
            var ceiling = 100L;
            for (var i = 0; i < 20; i++) {
                var pause = backOff.next().toMillis();
                assertTrue(pause >= ceiling / 2 && pause <= ceiling, pause + " ms, ceiling " + ceiling + " ms");
                ceiling = Math.min(30_000, ceiling * 2);
            }
            backOff.reset();
        }
    }
}
