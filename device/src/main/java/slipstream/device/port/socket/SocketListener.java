package slipstream.device.port.socket;

import java.io.IOException;
import java.time.Duration;
import slipstream.device.port.Port;
import slipstream.device.port.PosListener;
import slipstream.device.port.system.Descriptor;
import slipstream.device.port.system.Device;
import slipstream.device.port.system.Sockets;
import slipstream.device.port.system.SystemException;

/// POS that connect to a listening socket.
final class SocketListener implements PosListener {
    private static final Duration FOR_EVER = Duration.ofDays(1);
    private static final int KEEP_ALIVE_IDLE_S = 10;
    private static final int KEEP_ALIVE_INTERVAL_S = 5;
    private static final int KEEP_ALIVE_COUNT = 3;

    private final Descriptor socket;
    private final String name;

    /// Each connection takes over from the listening socket that it breaks unless it is closed: there is no moment in
    /// which this process may die and a POS be told that all is well.
    SocketListener(Descriptor socket, String name) throws IOException {
        Sockets.breakAtEnd(socket, true);
        this.socket = socket;
        this.name = name;
    }

    /// The socket, for its address.
    Descriptor socket() {
        return socket;
    }

    @Override
    public Port accept() throws IOException {
        while (true) {
            socket.poll(Device.READABLE, FOR_EVER);
            try {
                return port(Sockets.accept(socket));
            } catch (SystemException e) {
                if (!e.isPassing()) {
                    throw e;
                }
            }
        }
    }

    private static SocketPort port(Sockets.Accepted accepted) throws IOException {
        try {
            if (accepted.peer().isPresent()) {
                Sockets.forPrinting(accepted.device(), KEEP_ALIVE_IDLE_S, KEEP_ALIVE_INTERVAL_S, KEEP_ALIVE_COUNT);
            }
            return new SocketPort(
                    accepted.device(), accepted.peer().map(SocketPort::text).orElse("this machine"));
        } catch (IOException e) {
            accepted.device().close();
            throw e;
        }
    }

    @Override
    public void close() {
        socket.close();
    }

    @Override
    public String name() {
        return name;
    }
}
