package slipstream.device.port;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import jdk.net.ExtendedSocketOptions;

/// A TCP connection.
///
/// Small writes leave at once (TCP_NODELAY). A peer that vanished is noticed after some 25 s (keep-alive at 10 s,
/// three times 5 s), so that a printer with one connection is not kept by a till without power. A printer's
/// connection never ends with a reset: that makes printers drop what they have not printed yet. A POS's does unless it
/// is closed in order (SO_LINGER 0 from its beginning, socket(7)): when this process dies the POS is not told that all
/// is well.
public final class TcpPort implements Port {
    private static final int KEEP_ALIVE_IDLE_S = 10;
    private static final int KEEP_ALIVE_INTERVAL_S = 5;
    private static final int KEEP_ALIVE_COUNT = 3;

    private final Socket socket;
    private final String name;

    /// A port over a connected socket.
    public TcpPort(Socket socket) throws IOException {
        this.socket = socket;
        name = socket.getInetAddress().getHostAddress() + ":" + socket.getPort();
        socket.setTcpNoDelay(true);
        socket.setKeepAlive(true);
        keepAlive();
    }

    /// A port over a POS's socket, which breaks unless it is closed.
    static TcpPort ofPos(Socket socket) throws IOException {
        socket.setSoLinger(true, 0);
        return new TcpPort(socket);
    }

    /// Connects to `address`.
    ///
    /// @param wait how long to wait for the other end to accept
    public static TcpPort connect(Address address, Duration wait) throws IOException {
        var socket = new Socket();
        try {
            var target = new InetSocketAddress(address.host(), address.port());
            if (target.isUnresolved()) {
                throw new IOException("the name " + address.host() + " is unknown");
            }
            socket.connect(target, Math.toIntExact(wait.toMillis()));
            return new TcpPort(socket);
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    private void keepAlive() throws IOException {
        if (socket.supportedOptions().contains(ExtendedSocketOptions.TCP_KEEPIDLE)) {
            socket.setOption(ExtendedSocketOptions.TCP_KEEPIDLE, KEEP_ALIVE_IDLE_S);
            socket.setOption(ExtendedSocketOptions.TCP_KEEPINTERVAL, KEEP_ALIVE_INTERVAL_S);
            socket.setOption(ExtendedSocketOptions.TCP_KEEPCOUNT, KEEP_ALIVE_COUNT);
        }
    }

    @Override
    public int read(byte[] into, Duration wait) throws IOException {
        socket.setSoTimeout(wait.isZero() ? 0 : Math.max(1, Math.toIntExact(wait.toMillis())));
        try {
            return socket.getInputStream().read(into);
        } catch (SocketTimeoutException ignored) {
            return 0;
        }
    }

    @Override
    public void write(byte[] bytes, int from, int to) throws IOException {
        socket.getOutputStream().write(bytes, from, to - from);
    }

    @Override
    public void endOutput() throws IOException {
        socket.shutdownOutput();
    }

    @Override
    public long unsent() {
        return SocketTable.unsent(socket.getLocalPort(), socket.getPort());
    }

    @Override
    public void close() {
        end(false);
    }

    @Override
    public void abort() {
        end(true);
    }

    private void end(boolean reset) {
        try (socket) {
            socket.setSoLinger(reset, 0);
        } catch (IOException ignored) {
            // Closed is closed.
        }
    }

    @Override
    public String name() {
        return name;
    }
}
