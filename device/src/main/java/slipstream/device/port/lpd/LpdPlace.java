package slipstream.device.port.lpd;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import slipstream.device.port.Address;
import slipstream.device.port.PosListener;
import slipstream.device.port.PosPlace;

/// A port of this machine to which POS send jobs by LPD.
///
/// @param address where; port 0 lets the system choose one
public record LpdPlace(Address address) implements PosPlace {
    /// Where line printer daemons listen (RFC 1179, 3.1).
    public static final int PORT = 515;

    @Override
    public PosListener open() throws IOException {
        return listen();
    }

    LpdListener listen() throws IOException {
        var socket = new ServerSocket();
        try {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName(address.host()), address.port()));
            return new LpdListener(socket, "lpd:" + new Address(address.host(), socket.getLocalPort()));
        } catch (IOException e) {
            socket.close();
            throw new IOException("Nothing can listen at " + name() + " (" + e.getMessage() + ").", e);
        }
    }

    @Override
    public String name() {
        return "lpd:" + address;
    }
}
