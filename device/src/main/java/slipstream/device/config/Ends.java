package slipstream.device.config;

import slipstream.device.port.Address;
import slipstream.device.port.PosPlace;
import slipstream.device.port.PrinterConnector;
import slipstream.device.port.TcpConnector;
import slipstream.device.port.TcpPlace;

/// The two ends of a line as text names them: addresses.
final class Ends {
    private Ends() {}

    /// Where POS come from.
    ///
    /// @throws IllegalArgumentException when `text` names no such place; the message is a sentence
    static PosPlace pos(String text) {
        return new TcpPlace(Address.parse(text.startsWith(":") ? "0.0.0.0" + text : text, Address.RAW_PRINTING));
    }

    /// How a printer is reached.
    ///
    /// @throws IllegalArgumentException when `text` names no printer; the message is a sentence
    static PrinterConnector printer(String text) {
        return new TcpConnector(Address.parse(text, Address.RAW_PRINTING));
    }
}
