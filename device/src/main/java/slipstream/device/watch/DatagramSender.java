package slipstream.device.watch;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;
import java.nio.charset.StandardCharsets;

/// A Unix datagram socket that sends to one address: what Java's own channels lack. Linux; the numbers are those that
/// x86-64 and arm64 share (`asm-generic/socket.h`, `linux/socket.h`).
final class DatagramSender implements AutoCloseable {
    private static final int AF_UNIX = 1;
    private static final int SOCK_DGRAM = 2;
    private static final int SOCK_CLOEXEC = 0x80000;
    private static final int MSG_DONTWAIT = 0x40;
    private static final int MSG_NOSIGNAL = 0x4000;

    /// `sun_path` in `struct sockaddr_un`, unix(7).
    private static final int LONGEST_PATH = 108;

    private static final StructLayout CAPTURED = Linker.Option.captureStateLayout();
    private static final VarHandle ERRNO =
            CAPTURED.varHandle(MemoryLayout.PathElement.groupElement("errno")).withInvokeExactBehavior();

    private static final MethodHandle SOCKET =
            call("socket", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT));
    private static final MethodHandle SENDTO =
            call("sendto", FunctionDescriptor.of(JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT, ADDRESS, JAVA_INT));
    private static final MethodHandle CLOSE = call("close", FunctionDescriptor.of(JAVA_INT, JAVA_INT));

    private final int socket;
    private final byte[] path;

    private DatagramSender(int socket, byte[] path) {
        this.socket = socket;
        this.path = path;
    }

    /// @param address a path, or `@NAME` for one in the abstract namespace
    /// @throws IOException when there is no such socket to be had
    static DatagramSender to(String address) throws IOException {
        byte[] path = address.getBytes(StandardCharsets.UTF_8);
        if (path.length >= LONGEST_PATH) {
            throw new IOException("the address has " + path.length + " bytes, expected at most " + (LONGEST_PATH - 1));
        }
        if (path[0] == '@') {
            path[0] = 0;
        }
        try (var arena = Arena.ofConfined()) {
            MemorySegment state = arena.allocate(CAPTURED);
            int socket = (int) SOCKET.invokeExact(state, AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0);
            if (socket < 0) {
                throw new IOException("no socket, error " + (int) ERRNO.get(state, 0L));
            }
            return new DatagramSender(socket, path);
        } catch (IOException | RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IOException(e);
        }
    }

    /// Sends, without waiting.
    ///
    /// @return what went wrong; empty when nothing did
    String send(String message) {
        byte[] bytes = message.getBytes(StandardCharsets.UTF_8);
        try (var arena = Arena.ofConfined()) {
            MemorySegment state = arena.allocate(CAPTURED);
            MemorySegment to = arena.allocate(JAVA_SHORT.byteSize() + LONGEST_PATH, JAVA_SHORT.byteAlignment());
            to.set(JAVA_SHORT, 0, (short) AF_UNIX);
            MemorySegment.copy(path, 0, to, JAVA_BYTE, JAVA_SHORT.byteSize(), path.length);
            long sent = (long) SENDTO.invokeExact(
                    state,
                    socket,
                    arena.allocateFrom(JAVA_BYTE, bytes),
                    (long) bytes.length,
                    MSG_DONTWAIT | MSG_NOSIGNAL,
                    to,
                    (int) JAVA_SHORT.byteSize() + path.length);
            return sent == bytes.length ? "" : "error " + (int) ERRNO.get(state, 0L);
        } catch (Throwable e) {
            return e.toString();
        }
    }

    @Override
    public void close() {
        try (var arena = Arena.ofConfined()) {
            int ignored = (int) CLOSE.invokeExact(arena.allocate(CAPTURED), socket);
        } catch (Throwable ignored) {
            // Closed is closed.
        }
    }

    @SuppressWarnings("restricted")
    private static MethodHandle call(String name, FunctionDescriptor shape) {
        var linker = Linker.nativeLinker();
        return linker.downcallHandle(
                linker.defaultLookup().find(name).orElseThrow(), shape, Linker.Option.captureCallState("errno"));
    }
}
