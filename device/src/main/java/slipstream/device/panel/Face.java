package slipstream.device.panel;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import slipstream.device.panel.Pins.Out;

/// What a panel shows and hears, tick by tick. Conditions and beats come from any thread, ticks from one.
final class Face {
    /// How often it ticks. A pulse for the relay is as long.
    static final Duration TICK = Duration.ofMillis(50);

    private static final int TICKS_A_TENTH = 2;

    /// How long the buzzer sounds when the printer goes.
    private static final int BEEP_TICKS = 3;

    private final Set<Condition> conditions = EnumSet.of(Condition.STARTING, Condition.IDLE);
    private final Button button;
    private boolean beaten;
    private boolean pulsed;
    private Condition shown;
    private int beep;
    private long ticks;

    Face(PanelOptions options) {
        button = new Button(options.press());
    }

    synchronized void set(Condition condition, boolean on) {
        if (condition == Condition.IDLE) {
            return;
        }
        boolean changed = on ? conditions.add(condition) : conditions.remove(condition);
        if (changed && on && condition == Condition.PRINTER_GONE) {
            beep = BEEP_TICKS;
        }
    }

    synchronized void beat() {
        beaten = true;
    }

    synchronized boolean is(Condition condition) {
        return conditions.contains(condition);
    }

    /// Drives the pins for one tick. Pins may be slow, or hang: nobody who sets or beats waits for them.
    ///
    /// @param now in nanoseconds from anywhere
    /// @return what the button told
    Button.Press tick(Pins pins, long now) {
        Button.Press press = button.tick(pins.pressed(), now);
        if (press == Button.Press.LONG) {
            set(Condition.BYPASS, !is(Condition.BYPASS));
        }
        next().forEach(pins::drive);
        return press;
    }

    private synchronized Map<Out, Boolean> next() {
        Condition urgent = conditions.iterator().next();
        if (urgent != shown) {
            shown = urgent;
            ticks = 0;
        }
        boolean lit = shown.lit(ticks++ / TICKS_A_TENTH);
        boolean sounds = beep > 0;
        beep = Math.max(0, beep - 1);
        // Low in between, always: a relay that is held by a level would be held by a dead process as well.
        boolean pulse = beaten && !pulsed && !is(Condition.BYPASS);
        beaten &= pulsed;
        pulsed = pulse;
        return Map.of(
                Out.RELAY,
                pulse,
                Out.GREEN,
                lit && shown.colour().green,
                Out.RED,
                lit && shown.colour().red,
                Out.BUZZER,
                sounds);
    }
}
