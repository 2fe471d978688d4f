package slipstream.device.doctor;

import java.util.List;

/// Programs of the system that use devices of their own accord.
///
/// @param serial whether the box uses a serial line
/// @param usb whether it uses a USB printer
record Disturbers(Machine machine, boolean serial, boolean usb) implements Check {
    private static final String LINK = "other programs";

    private record Disturber(String program, String unit, boolean disturbs, String what) {}

    @Override
    public Finding find() {
        List<Disturber> known = List.of(
                new Disturber(
                        "ModemManager",
                        "ModemManager",
                        serial,
                        "writes to serial ports to see whether they are modems"),
                new Disturber("brltty", "brltty", serial, "takes serial adapters for Braille displays"),
                new Disturber("cupsd", "cups cups-browsed", usb, "may take the USB printer for itself"));
        for (Disturber one : known) {
            if (one.disturbs && machine.runs(one.program)) {
                return Finding.look(
                        LINK,
                        one.program + " runs here: it " + one.what + ".",
                        "sudo systemctl disable --now " + one.unit);
            }
        }
        return Finding.ok(LINK, "None runs that would take the devices of this box.");
    }
}
