package slipstream.device.port.socket;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Optional;
import slipstream.device.port.device.PolledPort;
import slipstream.device.port.system.Descriptor;
import slipstream.device.port.system.Sockets;

/// A TCP connection that came by one of our own listening sockets; behaves as a
/// POS's [slipstream.device.port.TcpPort].
final class SocketPort extends PolledPort {
    private final Descriptor socket;

    SocketPort(Descriptor socket, String name) {
        super(socket, name);
        this.socket = socket;
    }

    @Override
    protected int received(byte[] into, int found) throws IOException {
        return readNow(into, END);
    }

    @Override
    public void endOutput() throws IOException {
        Sockets.endOutput(socket);
    }

    @Override
    public long unsent() {
        try {
            return Sockets.unsent(socket);
        } catch (IOException ignored) {
            return 0;
        }
    }

    @Override
    public void close() {
        try {
            Sockets.breakAtEnd(socket, false);
        } catch (IOException ignored) {
            // Closed is closed.
        }
        super.close();
    }

    @Override
    public void abort() {
        super.close();
    }

    /// The address that the POS meant: the printer's, where the listener is transparent.
    Optional<String> meant() throws IOException {
        return Sockets.local(socket).map(SocketPort::text);
    }

    static String text(InetSocketAddress address) {
        return address.getAddress().getHostAddress() + ":" + address.getPort();
    }
}
