package slipstream.device.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import slipstream.device.panel.PanelOptions;

/// `[panel]`: which pins lamps, button, relay and buzzer are wired to.
final class PanelSection {
    private static final String SECTION = "panel";

    /// The header has the processor's pins 0 to 27.
    private static final int LAST_PIN = 27;

    private final Fields fields;
    private final List<Integer> taken = new ArrayList<>();

    private PanelSection(Fields fields) {
        this.fields = fields;
    }

    /// Nothing when there is no such section; what is wrong is noted in `fields`.
    static Optional<PanelOptions> of(Fields fields) {
        var section = new PanelSection(fields);
        var options = new PanelOptions(
                section.pin("green"),
                section.pin("red"),
                section.pin("button"),
                section.pin("relay"),
                section.pin("buzzer"),
                fields.milliseconds(SECTION, "long-press-ms", 500, 30_000, PanelOptions.LONG_PRESS));
        return fields.has(SECTION) ? Optional.of(options) : Optional.empty();
    }

    private OptionalInt pin(String key) {
        int pin = (int) fields.number(SECTION, key, "a pin of the processor (BCM)", 0, LAST_PIN, -1);
        if (pin < 0) {
            return OptionalInt.empty();
        }
        if (taken.contains(pin)) {
            fields.errors().add("[panel]: pin " + pin + " of \"" + key + "\" is taken already, expected one each.");
        }
        taken.add(pin);
        return OptionalInt.of(pin);
    }
}
