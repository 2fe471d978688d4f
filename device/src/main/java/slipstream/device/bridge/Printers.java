package slipstream.device.bridge;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import slipstream.device.port.PrinterConnector;

/// The printers of a box. Bridges that lead to the same one queue for its one place.
public final class Printers {
    private final Map<String, PrinterLine> lines = new ConcurrentHashMap<>();

    /// Nothing has been printed yet.
    public Printers() {}

    /// The line to a printer.
    PrinterLine at(PrinterConnector printer) {
        return lines.computeIfAbsent(printer.name(), ignored -> new PrinterLine(printer));
    }
}
