package slipstream.device.panel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import slipstream.device.panel.Button.Press;

class ButtonTest {
    private static final Duration LONG = Duration.ofSeconds(3);

    private final Button button = new Button(LONG);
    private long now = Long.MIN_VALUE;

    ButtonTest() {
        hold(false, 100);
    }

    @Test
    void aPressLetGoIsShort() {
        assertEquals(List.of(), hold(true, 300));
        assertEquals(List.of(Press.SHORT), hold(false, 100));
        assertEquals(List.of(), hold(false, 10_000));
    }

    @Test
    void aPressHeldIsLongAtOnceAndOnlyOnce() {
        assertEquals(List.of(), hold(true, 2_999));
        assertEquals(List.of(Press.LONG), hold(true, 2));
        assertEquals(List.of(), hold(true, 60_000));
        assertEquals(List.of(), hold(false, 1_000));
    }

    @Test
    void contactsThatBounceAreOnePress() {
        var presses = new ArrayList<Press>();
        for (int i = 0; i < 20; i++) {
            presses.addAll(hold(true, 20));
            presses.addAll(hold(false, 20));
        }
        assertEquals(List.of(), presses);
        hold(true, 200);
        for (int i = 0; i < 20; i++) {
            presses.addAll(hold(false, 20));
            presses.addAll(hold(true, 20));
        }
        presses.addAll(hold(false, 200));
        assertEquals(List.of(Press.SHORT), presses);
    }

    @Test
    void aSparkIsNoPress() {
        assertEquals(List.of(), hold(true, 49));
        assertEquals(List.of(), hold(false, 1_000));
    }

    @Test
    void aJammedButtonPressesNothingUntilItHasBeenLetGo() {
        var jammed = new Button(LONG);
        for (int i = 0; i < 10_000; i++) {
            assertEquals(Press.NONE, jammed.tick(true, i * 1_000_000L));
        }
        assertEquals(Press.NONE, jammed.tick(false, 11_000_000_000L));
        assertEquals(Press.NONE, jammed.tick(false, 11_050_000_000L));
        assertEquals(Press.NONE, jammed.tick(true, 12_000_000_000L));
        assertEquals(Press.NONE, jammed.tick(true, 12_050_000_000L));
        assertEquals(Press.NONE, jammed.tick(false, 13_000_000_000L));
        assertEquals(Press.SHORT, jammed.tick(false, 13_050_000_000L));
    }

    /// A millisecond a tick.
    private List<Press> hold(boolean closed, int milliseconds) {
        var presses = new ArrayList<Press>();
        for (int i = 0; i < milliseconds; i++) {
            Press press = button.tick(closed, now);
            if (press != Press.NONE) {
                presses.add(press);
            }
            now += 1_000_000;
        }
        return presses;
    }
}
