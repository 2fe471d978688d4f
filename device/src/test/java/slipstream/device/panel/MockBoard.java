package slipstream.device.panel;

import com.pi4j.Pi4J;
import com.pi4j.context.Context;
import com.pi4j.io.gpio.digital.DigitalState;
import com.pi4j.plugin.mock.provider.gpio.digital.MockDigitalInput;
import com.pi4j.plugin.mock.provider.gpio.digital.MockDigitalInputProvider;
import com.pi4j.plugin.mock.provider.gpio.digital.MockDigitalOutput;
import com.pi4j.plugin.mock.provider.gpio.digital.MockDigitalOutputProvider;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/// A board whose pins a test sees and touches: Pi4J's own mock.
public final class MockBoard {
    public static final int GREEN = 17;
    public static final int RED = 27;
    static final int BUTTON = 22;
    public static final int RELAY = 23;
    static final int BUZZER = 24;
    static final List<Integer> OUTPUTS = List.of(GREEN, RED, RELAY, BUZZER);

    /// Everything is fitted.
    public static final PanelOptions WHOLE = new PanelOptions(
            OptionalInt.of(GREEN),
            OptionalInt.of(RED),
            OptionalInt.of(BUTTON),
            OptionalInt.of(RELAY),
            OptionalInt.of(BUZZER),
            PanelOptions.LONG_PRESS);

    private final Map<Integer, MockDigitalOutput> outputs = new HashMap<>();
    private MockDigitalInput button;

    /// A board on which nothing is wired yet.
    public MockBoard() {}

    /// A panel on this board.
    public Panel panel(PanelOptions options, PanelActions actions) {
        return new GpioPanel(options, actions, this::pins);
    }

    /// Takes the pins.
    synchronized Pins pins(PanelOptions options) {
        Context context = Pi4J.newContextBuilder()
                .noAutoDetect()
                .disableShutdownHook()
                .add(MockDigitalOutputProvider.newInstance(), MockDigitalInputProvider.newInstance())
                .build();
        Pins pins = Pins.open(options, context);
        context.registry()
                .allByType(MockDigitalOutput.class)
                .values()
                .forEach(output -> outputs.put(output.address(), output));
        context.registry().allByType(MockDigitalInput.class).values().forEach(input -> button = input);
        press(false);
        return pins;
    }

    public synchronized boolean high(int pin) {
        return outputs.containsKey(pin) && outputs.get(pin).state() == DigitalState.HIGH;
    }

    /// The button closes its contact to ground, or opens it.
    public synchronized void press(boolean on) {
        if (button != null) {
            button.mockState(on ? DigitalState.LOW : DigitalState.HIGH);
        }
    }
}
