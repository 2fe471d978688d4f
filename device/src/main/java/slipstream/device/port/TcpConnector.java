package slipstream.device.port;

import java.io.IOException;
import java.time.Duration;

/// A printer at a TCP address.
///
/// @param address where it listens
public record TcpConnector(Address address) implements PrinterConnector {
    @Override
    public Port connect(Duration wait) throws IOException {
        return TcpPort.connect(address, wait);
    }

    @Override
    public String name() {
        return address.toString();
    }

    @Override
    public String toString() {
        return name();
    }
}
