package slipstream.device.port;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;

/// Listens at a TCP port, as a network printer does.
public final class TcpListener implements PosListener {
    private final ServerSocket socket;
    private final Address address;

    /// Begins to listen.
    ///
    /// @param address port 0 lets the system choose one
    /// @throws IOException when the address cannot be had; the message is a sentence
    public TcpListener(Address address) throws IOException {
        socket = new ServerSocket();
        try {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName(address.host()), address.port()));
        } catch (IOException e) {
            socket.close();
            throw new IOException("Nothing can listen at " + address + " (" + e.getMessage() + ").", e);
        }
        this.address = new Address(address.host(), socket.getLocalPort());
    }

    /// The port that it has.
    public int port() {
        return address.port();
    }

    @Override
    public Port accept() throws IOException {
        Socket pos = socket.accept();
        try {
            return TcpPort.ofPos(pos);
        } catch (IOException e) {
            pos.close();
            throw e;
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException ignored) {
            // Closed is closed.
        }
    }

    @Override
    public String name() {
        return address.toString();
    }
}
