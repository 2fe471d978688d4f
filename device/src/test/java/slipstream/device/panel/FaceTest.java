package slipstream.device.panel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.HashSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The pins are Pi4J's mock, the time is the ticks'.
class FaceTest {
    private static final int TICKS_A_SECOND = 20;

    private final MockBoard board = new MockBoard();
    private final Pins pins = board.pins(MockBoard.WHOLE);
    private final Face face = new Face(MockBoard.WHOLE);
    private long now;

    @AfterEach
    void close() {
        pins.close();
    }

    @Test
    void everyOutputIsLowUntilSomethingIsToldAndAfterTheEnd() {
        for (int pin : MockBoard.OUTPUTS) {
            assertFalse(board.high(pin), "pin " + pin);
        }
        face.set(Condition.STARTING, false);
        face.set(Condition.FAULT, true);
        face.set(Condition.PRINTER_GONE, true);
        face.beat();
        tick();
        assertEquals(true, board.high(MockBoard.RED) && board.high(MockBoard.RELAY) && board.high(MockBoard.BUZZER));
        pins.close();
        for (int pin : MockBoard.OUTPUTS) {
            assertFalse(board.high(pin), "pin " + pin);
        }
    }

    @Test
    void eachBeatIsOnePulseAndNeverALevel() {
        assertEquals("....................", relay(TICKS_A_SECOND, 0));
        assertEquals("|....|....|....|....", relay(TICKS_A_SECOND, 5));
        assertEquals("|.|.|.|.|.|.|.|.|.|.", relay(TICKS_A_SECOND, 1));
    }

    @Test
    void thePulsesStopWithTheBeats() {
        assertEquals("|....|....", relay(10, 5));
        assertEquals(".".repeat(200), relay(200, 0));
        assertEquals("|....|....", relay(10, 5));
    }

    @Test
    void aLongPressStopsThePulsesUntilTheNextOne() {
        tick();
        board.press(true);
        relay(61, 5);
        assertEquals(true, face.is(Condition.BYPASS));
        board.press(false);
        assertEquals(".".repeat(100), relay(100, 5));
        board.press(true);
        relay(65, 5);
        board.press(false);
        assertEquals(false, face.is(Condition.BYPASS));
        assertEquals("|....|....", relay(10, 5));
    }

    @Test
    void aShortPressIsTold() {
        tick();
        board.press(true);
        for (int i = 0; i < 5; i++) {
            assertEquals(Button.Press.NONE, tick());
        }
        board.press(false);
        assertEquals(Button.Press.NONE, tick());
        assertEquals(Button.Press.SHORT, tick());
    }

    @Test
    void theMostUrgentConditionShows() {
        assertEquals("yy..yy..yy..yy..yy..", lamp());
        face.set(Condition.STARTING, false);
        assertEquals("gggggggggggggggggggg", lamp());
        face.set(Condition.SERVICE_GONE, true);
        assertEquals("yy..yy..............", lamp());
        face.set(Condition.PRINTING, true);
        assertEquals("gggg....gggg....gggg", lamp());
        face.set(Condition.PRINTER_GONE, true);
        assertEquals("rrrrrrrrrr..........", lamp());
        face.set(Condition.FAULT, true);
        assertEquals("rrrrrrrrrrrrrrrrrrrr", lamp());
        face.set(Condition.FAULT, false);
        face.set(Condition.PRINTER_GONE, false);
        face.set(Condition.PRINTING, false);
        face.set(Condition.SERVICE_GONE, false);
        face.set(Condition.IDLE, false);
        assertEquals("gggggggggggggggggggg", lamp());
    }

    @Test
    void noTwoConditionsHaveTheSameRhythmButTheSteadyOnes() {
        var rhythms = new HashSet<String>();
        for (Condition condition : Condition.values()) {
            var rhythm = new StringBuilder();
            for (int tenth = 0; tenth < 20; tenth++) {
                rhythm.append(condition.lit(tenth) ? '#' : '.');
            }
            rhythms.add(rhythm.toString());
        }
        assertEquals(Condition.values().length - 1, rhythms.size());
    }

    @Test
    void theBuzzerSoundsOnceWhenThePrinterGoes() {
        face.set(Condition.PRINTER_GONE, true);
        assertEquals("###.......", buzzer());
        face.set(Condition.PRINTER_GONE, true);
        assertEquals("..........", buzzer());
        face.set(Condition.PRINTER_GONE, false);
        face.set(Condition.PRINTER_GONE, true);
        assertEquals("###.......", buzzer());
    }

    private Button.Press tick() {
        now += Face.TICK.toNanos();
        return face.tick(pins, now);
    }

    /// What the relay's pin did at `count` ticks with a beat before each `every`th of them.
    private String relay(int count, int every) {
        var pulses = new StringBuilder();
        for (int i = 0; i < count; i++) {
            if (every > 0 && i % every == 0) {
                face.beat();
            }
            tick();
            pulses.append(board.high(MockBoard.RELAY) ? '|' : '.');
        }
        return pulses.toString();
    }

    private String lamp() {
        var lamp = new StringBuilder();
        for (int i = 0; i < TICKS_A_SECOND; i++) {
            tick();
            boolean green = board.high(MockBoard.GREEN);
            boolean red = board.high(MockBoard.RED);
            lamp.append(green && red ? 'y' : green ? 'g' : red ? 'r' : '.');
        }
        return lamp.toString();
    }

    private String buzzer() {
        var sounds = new StringBuilder();
        for (int i = 0; i < 10; i++) {
            tick();
            sounds.append(board.high(MockBoard.BUZZER) ? '#' : '.');
        }
        return sounds.toString();
    }
}
