package slipstream.device.panel;

import com.pi4j.Pi4J;
import com.pi4j.context.Context;
import com.pi4j.io.gpio.digital.DigitalInput;
import com.pi4j.io.gpio.digital.DigitalOutput;
import com.pi4j.io.gpio.digital.DigitalState;
import com.pi4j.io.gpio.digital.PullResistance;
import com.pi4j.plugin.gpiod.provider.gpio.digital.GpioDDigitalInputProvider;
import com.pi4j.plugin.gpiod.provider.gpio.digital.GpioDDigitalOutputProvider;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalInt;

/// The panel's pins: the one class that speaks to Pi4J. Outputs are low from the moment they are taken to the moment
/// they are given back.
final class Pins implements AutoCloseable {
    /// What is driven.
    enum Out {
        GREEN,
        RED,
        RELAY,
        BUZZER
    }

    private final Context context;
    private final Map<Out, DigitalOutput> outputs = new EnumMap<>(Out.class);
    private DigitalInput button;

    private Pins(Context context) {
        this.context = context;
    }

    /// The pins of this machine.
    static Pins ofSystem(PanelOptions options) {
        return open(
                options,
                Pi4J.newContextBuilder()
                        .noAutoDetect()
                        .disableShutdownHook()
                        .add(GpioDDigitalOutputProvider.newInstance(), GpioDDigitalInputProvider.newInstance())
                        .build());
    }

    /// Takes pins.
    ///
    /// @param context ends with the pins
    /// @throws RuntimeException when one cannot be had
    static Pins open(PanelOptions options, Context context) {
        var pins = new Pins(context);
        try {
            pins.take(Out.RELAY, options.relay());
            pins.take(Out.GREEN, options.green());
            pins.take(Out.RED, options.red());
            pins.take(Out.BUZZER, options.buzzer());
            options.button().ifPresent(pins::takeButton);
            return pins;
        } catch (Throwable e) {
            pins.close();
            throw e;
        }
    }

    /// Drives an output; one that is not fitted is none.
    void drive(Out out, boolean high) {
        DigitalOutput output = outputs.get(out);
        if (output != null && output.isHigh() != high) {
            output.setState(high);
        }
    }

    /// Whether the button's contact is closed.
    boolean pressed() {
        return button != null && button.isLow();
    }

    @Override
    public void close() {
        try {
            outputs.values().forEach(DigitalOutput::low);
        } finally {
            context.shutdown();
        }
    }

    private void take(Out out, OptionalInt pin) {
        if (pin.isPresent()) {
            outputs.put(
                    out,
                    context.create(DigitalOutput.newConfigBuilder(context)
                            .id(out.name())
                            .address(pin.getAsInt())
                            .initial(DigitalState.LOW)
                            .shutdown(DigitalState.LOW)
                            .build()));
        }
    }

    private void takeButton(int pin) {
        button = context.create(DigitalInput.newConfigBuilder(context)
                .id("BUTTON")
                .address(pin)
                .pull(PullResistance.PULL_UP)
                .build());
    }
}
