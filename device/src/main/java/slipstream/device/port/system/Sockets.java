package slipstream.device.port.system;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteOrder;
import java.util.Optional;

/// TCP sockets as descriptors, for what the JDK's own cannot: transparent ones, and those that were handed over.
public final class Sockets {
    private static final int AF_INET = 2;
    private static final int AF_INET6 = 10;
    private static final int SOCK_STREAM = 1;
    private static final int SOCK_FLAGS = 0x80800;
    private static final int SOL_SOCKET = 1;
    private static final int SO_REUSEADDR = 2;
    private static final int SO_KEEPALIVE = 9;
    private static final int SO_LINGER = 13;
    private static final int SOL_IP = 0;
    private static final int IP_TRANSPARENT = 19;
    private static final int SOL_TCP = 6;
    private static final int TCP_NODELAY = 1;
    private static final int TCP_KEEPIDLE = 4;
    private static final int TCP_KEEPINTVL = 5;
    private static final int TCP_KEEPCNT = 6;
    private static final int SHUT_WR = 1;
    private static final int SIOCOUTQ = 0x5411;
    private static final int BACKLOG = 50;

    /// `struct sockaddr_in6`, ipv6(7): family, port in network order, flow, address, scope; `sockaddr_in`, ip(7),
    /// has its address where the flow is.
    private static final int ADDRESS_SIZE = 28;

    private static final int PORT_AT = 2;
    private static final int IPV4_AT = 4;
    private static final int IPV6_AT = 8;
    private static final ValueLayout.OfShort NETWORK_SHORT = JAVA_SHORT.withOrder(ByteOrder.BIG_ENDIAN);

    private Sockets() {}

    /// A connection that came.
    ///
    /// @param device reads and writes it
    /// @param peer who it is; nothing when it is no TCP
    public record Accepted(Descriptor device, Optional<InetSocketAddress> peer) {}

    /// Listens for connections, whatever address of the printer's they are for: IP_TRANSPARENT, ip(7).
    ///
    /// @param at where; port 0 lets the system choose
    /// @throws SystemException when that cannot be; [ErrorNumber#EPERM] without CAP_NET_ADMIN
    public static Descriptor listenTransparently(InetSocketAddress at) throws IOException {
        return listen(at, true);
    }

    /// Listens for connections.
    ///
    /// @throws SystemException when that cannot be
    public static Descriptor listen(InetSocketAddress at) throws IOException {
        return listen(at, false);
    }

    private static Descriptor listen(InetSocketAddress at, boolean transparent) throws IOException {
        Descriptor socket;
        boolean isIpv4 = at.getAddress() instanceof Inet4Address;
        try (Arena arena = Arena.ofConfined()) {
            socket = Descriptor.of(
                    (int) Call.SOCKET.in(arena, isIpv4 ? AF_INET : AF_INET6, SOCK_STREAM | SOCK_FLAGS, 0));
        }
        try {
            option(socket, SOL_SOCKET, SO_REUSEADDR, 1);
            if (transparent) {
                option(socket, SOL_IP, IP_TRANSPARENT, 1);
            }
            socket.use(arena -> {
                Call.BIND.in(arena, socket.number(), address(arena, at).address(), ADDRESS_SIZE);
                return (int) Call.LISTEN.in(arena, socket.number(), BACKLOG);
            });
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    /// Takes the next connection.
    ///
    /// @throws SystemException with [ErrorNumber#EAGAIN] when there is none now
    public static Accepted accept(Descriptor listener) throws IOException {
        var peer = new byte[ADDRESS_SIZE];
        int number = listener.use(arena -> {
            MemorySegment address = arena.allocate(ADDRESS_SIZE, Long.BYTES);
            MemorySegment size = arena.allocateFrom(JAVA_INT, ADDRESS_SIZE);
            int accepted =
                    (int) Call.ACCEPT4.in(arena, listener.number(), address.address(), size.address(), SOCK_FLAGS);
            MemorySegment.copy(address, JAVA_BYTE, 0, peer, 0, ADDRESS_SIZE);
            return accepted;
        });
        return new Accepted(Descriptor.of(number), address(MemorySegment.ofArray(peer)));
    }

    /// Sends small writes at once, and notices a peer that vanished.
    ///
    /// @param idle after how many seconds of silence it is looked for
    /// @param interval how many seconds later again
    /// @param count how often
    public static void forPrinting(Descriptor socket, int idle, int interval, int count) throws IOException {
        option(socket, SOL_TCP, TCP_NODELAY, 1);
        option(socket, SOL_SOCKET, SO_KEEPALIVE, 1);
        option(socket, SOL_TCP, TCP_KEEPIDLE, idle);
        option(socket, SOL_TCP, TCP_KEEPINTVL, interval);
        option(socket, SOL_TCP, TCP_KEEPCNT, count);
    }

    /// Whether the peer sees the connection break when it is closed, or when this process dies: SO_LINGER with no time,
    /// socket(7).
    public static void breakAtEnd(Descriptor socket, boolean breaks) throws IOException {
        socket.use(arena -> {
            MemorySegment linger = arena.allocateFrom(JAVA_INT, breaks ? 1 : 0, 0);
            return (int) Call.SETSOCKOPT.in(
                    arena, socket.number(), SOL_SOCKET, SO_LINGER, linger.address(), linger.byteSize());
        });
    }

    /// The address of this end; at a transparent socket the one that the peer meant.
    public static Optional<InetSocketAddress> local(Descriptor socket) throws IOException {
        var local = new byte[ADDRESS_SIZE];
        socket.use(arena -> {
            MemorySegment address = arena.allocate(ADDRESS_SIZE, Long.BYTES);
            MemorySegment size = arena.allocateFrom(JAVA_INT, ADDRESS_SIZE);
            Call.GETSOCKNAME.in(arena, socket.number(), address.address(), size.address());
            MemorySegment.copy(address, JAVA_BYTE, 0, local, 0, ADDRESS_SIZE);
            return 0;
        });
        return address(MemorySegment.ofArray(local));
    }

    /// Tells the peer that no more comes.
    public static void endOutput(Descriptor socket) throws IOException {
        socket.use(arena -> (int) Call.SHUTDOWN.in(arena, socket.number(), SHUT_WR));
    }

    /// How many bytes the peer has not taken: SIOCOUTQ, tcp(7).
    public static int unsent(Descriptor socket) throws IOException {
        var count = new byte[Integer.BYTES];
        socket.exchange(SIOCOUTQ, count);
        return MemorySegment.ofArray(count).get(ValueLayout.JAVA_INT_UNALIGNED, 0);
    }

    private static void option(Descriptor socket, int level, int name, int value) throws IOException {
        socket.use(arena -> {
            MemorySegment place = arena.allocateFrom(JAVA_INT, value);
            return (int) Call.SETSOCKOPT.in(arena, socket.number(), level, name, place.address(), Integer.BYTES);
        });
    }

    private static MemorySegment address(Arena arena, InetSocketAddress of) {
        MemorySegment to = arena.allocate(ADDRESS_SIZE, Long.BYTES);
        boolean isIpv4 = of.getAddress() instanceof Inet4Address;
        byte[] bytes = of.getAddress().getAddress();
        to.set(JAVA_SHORT, 0, (short) (isIpv4 ? AF_INET : AF_INET6));
        to.set(NETWORK_SHORT, PORT_AT, (short) of.getPort());
        MemorySegment.copy(bytes, 0, to, JAVA_BYTE, isIpv4 ? IPV4_AT : IPV6_AT, bytes.length);
        return to;
    }

    private static Optional<InetSocketAddress> address(MemorySegment of) throws IOException {
        int family = of.get(ValueLayout.JAVA_SHORT_UNALIGNED, 0);
        if (family != AF_INET && family != AF_INET6) {
            return Optional.empty();
        }
        boolean isIpv4 = family == AF_INET;
        byte[] bytes = of.asSlice(isIpv4 ? IPV4_AT : IPV6_AT, isIpv4 ? 4 : 16).toArray(JAVA_BYTE);
        int port = Short.toUnsignedInt(of.get(NETWORK_SHORT.withByteAlignment(1), PORT_AT));
        return Optional.of(new InetSocketAddress(InetAddress.getByAddress(bytes), port));
    }
}
