package slipstream.device.port;

import java.io.IOException;

/// An address and port of this machine at which POS connect.
///
/// @param address port 0 lets the system choose one
public record TcpPlace(Address address) implements PosPlace {
    @Override
    public TcpListener open() throws IOException {
        return new TcpListener(address);
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
