package slipstream.device.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.tomlj.Toml;
import slipstream.device.panel.PanelOptions;

class PanelSectionTest {
    @Test
    void withoutASectionThereIsNoPanel() {
        assertEquals(Optional.empty(), PanelSection.of(fields("[pos]\nlisten = \"0.0.0.0:9100\"")));
    }

    @Test
    void whatIsNotNamedIsNotFitted() {
        Fields fields = fields("[panel]\nrelay = 23\nbutton = 22\nlong-press-ms = 5000");
        assertEquals(
                Optional.of(new PanelOptions(
                        OptionalInt.empty(),
                        OptionalInt.empty(),
                        OptionalInt.of(22),
                        OptionalInt.of(23),
                        OptionalInt.empty(),
                        Duration.ofSeconds(5))),
                PanelSection.of(fields));
        fields.unknown();
        assertEquals(List.of(), fields.errors());
    }

    @Test
    void whatIsWrongIsTold() {
        Fields fields = fields("[panel]\ngreen = 17\nred = 17\nrelay = 40\nbuzer = 3");
        PanelSection.of(fields);
        fields.unknown();
        assertEquals(
                List.of(
                        "[panel]: pin 17 of \"red\" is taken already, expected one each.",
                        "box.toml, line 4: \"relay\" in [panel] is 40, expected a whole number of a pin of the processor"
                                + " (BCM) from 0 to 27.",
                        "box.toml, line 5: \"buzer\" in [panel] is unknown; did you mean \"buzzer\"?"),
                fields.errors());
    }

    private static Fields fields(String text) {
        return new Fields("box.toml", Toml.parse(text));
    }
}
