package slipstream.device.doctor;

import java.io.IOException;
import java.time.Duration;
import slipstream.device.port.Port;
import slipstream.device.port.PrinterConnector;

/// The printer, where it is a device of this machine.
///
/// @param printer as the configuration names it
record OtherPrinter(PrinterConnector printer) implements Check {
    private static final Duration WAIT = Duration.ofSeconds(2);

    @Override
    public Finding find() {
        try (Port port = printer.connect(WAIT)) {
            return Finding.ok(Printer.LINK, port.name() + " can be opened; that paper comes out shows a test print.");
        } catch (IOException e) {
            return Finding.look(
                    Printer.LINK,
                    printer.name() + " cannot be opened (" + e.getMessage() + ").",
                    "see that it is on and its cable is in; while the box runs and prints, the box has it open.");
        }
    }
}
