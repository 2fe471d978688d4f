package slipstream.device.doctor;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The pins of the panel: whether this machine has any, and this user may use them.
record Gpio(Machine machine) implements Check {
    private static final String LINK = "panel";

    @Override
    public Finding find() {
        List<Path> chips = machine.devices("gpiochip");
        if (chips.isEmpty()) {
            return Finding.look(
                    LINK,
                    "[panel] is configured, but this machine has no pins (no /dev/gpiochip0). Lamps and button are off;"
                            + " receipts print.",
                    "take [panel] out of the configuration, or run the box on the machine that the panel is wired to.");
        }
        for (Path chip : chips) {
            if (Files.isReadable(chip) && Files.isWritable(chip)) {
                return Finding.ok(LINK, chip + " is there, and this user may use it.");
            }
        }
        Path first = chips.getFirst();
        return Finding.look(
                LINK,
                "The user " + System.getProperty("user.name") + " may not use " + first
                        + ". Lamps and button are off; receipts print.",
                Machine.join(first));
    }
}
