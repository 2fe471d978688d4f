package slipstream.device.port.system;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/// An open file of Linux. What a call needs of memory lives as long as the call.
///
/// Closing a file under another thread's call would hand its number to the next file opened. So [#close] wakes those
/// that poll, through an event of its own that every poll watches, waits for them to leave, and closes then.
public final class Descriptor implements Device {
    private static final int O_RDWR = 2;
    private static final int O_NOCTTY = 0x100;
    private static final int O_NONBLOCK = 0x800;
    private static final int O_CLOEXEC = 0x80000;
    private static final int EFD_FLAGS = O_NONBLOCK | O_CLOEXEC;
    private static final int F_SETFD = 2;
    private static final int F_SETFL = 4;
    private static final int FD_CLOEXEC = 1;

    /// Most bytes that one call moves.
    private static final int MOST = 16 * 1024;

    /// `struct pollfd`: the descriptor, what is asked, what there is.
    private static final int POLL_SIZE = 8;

    private static final int ASKED_AT = 4;
    private static final int FOUND_AT = 6;

    private final int number;
    private final int wake;
    private final ReentrantReadWriteLock use = new ReentrantReadWriteLock();
    private volatile boolean closed;

    /// Guarded by [#use].
    private boolean isOpen = true;

    private Descriptor(int number) throws IOException {
        this.number = number;
        try (Arena arena = Arena.ofConfined()) {
            wake = (int) Call.EVENTFD.in(arena, 0, EFD_FLAGS);
        } catch (IOException e) {
            close(number);
            throw e;
        }
    }

    /// Opens a device for reading and writing, without waiting for it.
    ///
    /// @throws SystemException when it cannot be opened
    public static Descriptor open(Path path) throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            long name = arena.allocateFrom(path.toString()).address();
            return new Descriptor((int) Call.OPEN.in(arena, name, O_RDWR | O_NOCTTY | O_NONBLOCK | O_CLOEXEC));
        }
    }

    /// Takes over a file that is open under `number`: it waits no longer, and programs started do not get it.
    ///
    /// @throws SystemException when none is
    public static Descriptor of(int number) throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            Call.FCNTL.in(arena, number, F_SETFL, O_NONBLOCK);
            Call.FCNTL.in(arena, number, F_SETFD, FD_CLOEXEC);
        }
        return new Descriptor(number);
    }

    @Override
    public int poll(int events, Duration most) throws IOException {
        return use(arena -> {
            MemorySegment both = arena.allocate(2 * POLL_SIZE, Integer.BYTES);
            ask(both, 0, number, events);
            ask(both, POLL_SIZE, wake, READABLE);
            long ms = Math.min(Integer.MAX_VALUE, (most.toNanos() + 999_999) / 1_000_000);
            Call.POLL.in(arena, both.address(), 2, ms);
            if (closed) {
                throw new DeviceClosedException();
            }
            return both.get(JAVA_SHORT, FOUND_AT);
        });
    }

    private static void ask(MemorySegment array, long at, int descriptor, int events) {
        array.set(JAVA_INT, at, descriptor);
        array.set(JAVA_SHORT, at + ASKED_AT, (short) events);
    }

    @Override
    public int read(byte[] into, int from, int to) throws IOException {
        return use(arena -> {
            MemorySegment buffer = arena.allocate(Math.min(MOST, to - from));
            int length = (int) Call.READ.in(arena, number, buffer.address(), buffer.byteSize());
            MemorySegment.copy(buffer, JAVA_BYTE, 0, into, from, length);
            buffer.fill((byte) 0);
            return length;
        });
    }

    @Override
    public int write(byte[] bytes, int from, int to) throws IOException {
        return use(arena -> {
            MemorySegment buffer = arena.allocate(Math.min(MOST, to - from));
            MemorySegment.copy(bytes, from, buffer, JAVA_BYTE, 0, (int) buffer.byteSize());
            try {
                return (int) Call.WRITE.in(arena, number, buffer.address(), buffer.byteSize());
            } finally {
                buffer.fill((byte) 0);
            }
        });
    }

    @Override
    public int control(long request, int value) throws IOException {
        return use(arena -> (int) Call.IOCTL.in(arena, number, request, value));
    }

    @Override
    public void exchange(long request, byte[] inOut) throws IOException {
        use(arena -> {
            MemorySegment value = arena.allocate(inOut.length, Long.BYTES);
            MemorySegment.copy(inOut, 0, value, JAVA_BYTE, 0, inOut.length);
            Call.IOCTL.in(arena, number, request, value.address());
            MemorySegment.copy(value, JAVA_BYTE, 0, inOut, 0, inOut.length);
            return 0;
        });
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        wake();
        use.writeLock().lock();
        try {
            if (isOpen) {
                isOpen = false;
                close(number);
                close(wake);
            }
        } finally {
            use.writeLock().unlock();
        }
    }

    private void wake() {
        try {
            use(arena -> {
                MemorySegment one = arena.allocateFrom(JAVA_LONG, 1);
                return (int) Call.WRITE.in(arena, wake, one.address(), one.byteSize());
            });
        } catch (IOException ignored) {
            // Somebody else woke them.
        }
    }

    /// Runs a call while the file cannot be closed.
    int use(Use call) throws IOException {
        use.readLock().lock();
        try (Arena arena = Arena.ofConfined()) {
            if (!isOpen) {
                throw new DeviceClosedException();
            }
            return call.with(arena);
        } finally {
            use.readLock().unlock();
        }
    }

    /// A call on the file.
    interface Use {
        int with(Arena arena) throws IOException;
    }

    /// The file's number, for calls within [#use].
    int number() {
        return number;
    }

    private static void close(int number) {
        try (Arena arena = Arena.ofConfined()) {
            Call.CLOSE.in(arena, number);
        } catch (SystemException ignored) {
            // Linux has closed it whatever it says.
        }
    }
}
