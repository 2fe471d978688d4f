package slipstream.device.port.device;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import slipstream.device.port.system.Device;
import slipstream.device.port.system.DeviceClosedException;
import slipstream.device.port.system.ErrorNumber;
import slipstream.device.port.system.SystemException;

/// A device whose driver is a script: what it says and takes, and which error it gives, is up to the test.
public final class ScriptedDevice implements Device {
    private static final Duration LONG = Duration.ofSeconds(20);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final Deque<byte[]> toRead = new ArrayDeque<>();
    private final Deque<Integer> readErrors = new ArrayDeque<>();
    private final Map<Long, Integer> registers = new HashMap<>();
    private final Map<Long, Integer> controls = new HashMap<>();
    private final Map<Long, byte[]> structures = new HashMap<>();
    private int room;
    private int largestWrite;
    private boolean alwaysWritable;
    private int gone;
    private boolean closed;
    private int polls;
    private int pauses;

    /// How many bytes the driver takes from now on.
    public ScriptedDevice room(int bytes) {
        return change(() -> room = bytes);
    }

    /// It says that it takes bytes, whether it does or not.
    public ScriptedDevice alwaysWritable() {
        return change(() -> alwaysWritable = true);
    }

    /// The next packet that it has for the reader; an empty one reads as 0.
    public ScriptedDevice packet(byte... bytes) {
        return change(() -> toRead.add(bytes));
    }

    /// The next read fails.
    public ScriptedDevice readFails(int error) {
        return change(() -> readErrors.add(error));
    }

    /// What was sent and not read is thrown away.
    public void softReset() {
        change(toRead::clear);
    }

    /// Everything fails with `error` from now on, 0: nothing does.
    public void gone(int error) {
        change(() -> gone = error);
    }

    /// What a control that reads an int gives.
    public ScriptedDevice register(long request, int value) {
        return change(() -> registers.put(request, value));
    }

    /// What a control that reads a structure gives.
    public ScriptedDevice structure(long request, byte[] bytes) {
        return change(() -> structures.put(request, bytes));
    }

    /// What a control was last given, waiting until it was given `value`.
    public void awaitControl(long request, int value) throws InterruptedException {
        await(() -> controls.getOrDefault(request, -1) == value);
    }

    /// Waits until it was written to, in all, `bytes`.
    public byte[] awaitWritten(int bytes) throws InterruptedException {
        await(() -> written.size() >= bytes);
        return written();
    }

    /// Waits until it was polled so often.
    public void awaitPolls(int count) throws InterruptedException {
        int until = polls() + count;
        await(() -> polls >= until);
    }

    /// Waits until it was left alone so often: polled for nothing.
    public void awaitPauses(int count) throws InterruptedException {
        await(() -> pauses >= count);
    }

    public byte[] written() {
        lock.lock();
        try {
            return written.toByteArray();
        } finally {
            lock.unlock();
        }
    }

    public int largestWrite() {
        return largestWrite;
    }

    public int polls() {
        lock.lock();
        try {
            return polls;
        } finally {
            lock.unlock();
        }
    }

    public boolean isClosed() {
        lock.lock();
        try {
            return closed;
        } finally {
            lock.unlock();
        }
    }

    private ScriptedDevice change(Runnable what) {
        lock.lock();
        try {
            what.run();
            changed.signalAll();
            return this;
        } finally {
            lock.unlock();
        }
    }

    private void await(BooleanSupplier what) throws InterruptedException {
        lock.lock();
        try {
            long left = LONG.toNanos();
            while (!what.getAsBoolean()) {
                if (left <= 0) {
                    throw new AssertionError("waited in vain");
                }
                left = changed.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public int poll(int events, Duration most) throws IOException {
        lock.lock();
        try {
            polls++;
            pauses += events == 0 && !most.isZero() ? 1 : 0;
            changed.signalAll();
            long until = System.nanoTime() + most.toNanos();
            while (true) {
                if (closed) {
                    throw new DeviceClosedException();
                }
                int found = found() & (events | FAULT | GONE);
                long left = until - System.nanoTime();
                if (found != 0 || left <= 0) {
                    return found;
                }
                changed.await(left, TimeUnit.NANOSECONDS);
            }
        } catch (InterruptedException e) {
            throw new IOException(e);
        } finally {
            lock.unlock();
        }
    }

    private int found() {
        return (toRead.isEmpty() && readErrors.isEmpty() ? 0 : READABLE)
                | (room > 0 || alwaysWritable ? WRITABLE : 0)
                | (gone == 0 ? 0 : FAULT | GONE);
    }

    @Override
    public int read(byte[] into, int from, int to) throws IOException {
        lock.lock();
        try {
            check();
            if (!readErrors.isEmpty()) {
                throw new SystemException(readErrors.remove());
            }
            if (toRead.isEmpty()) {
                throw new SystemException(ErrorNumber.EAGAIN);
            }
            byte[] packet = toRead.remove();
            System.arraycopy(packet, 0, into, from, packet.length);
            return packet.length;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public int write(byte[] bytes, int from, int to) throws IOException {
        lock.lock();
        try {
            check();
            int taken = Math.min(room, to - from);
            if (taken == 0) {
                throw new SystemException(ErrorNumber.EAGAIN);
            }
            written.write(bytes, from, taken);
            largestWrite = Math.max(largestWrite, taken);
            room -= taken;
            changed.signalAll();
            return taken;
        } finally {
            lock.unlock();
        }
    }

    private void check() throws IOException {
        if (closed) {
            throw new DeviceClosedException();
        }
        if (gone != 0) {
            throw new SystemException(gone);
        }
    }

    @Override
    public int control(long request, int value) throws IOException {
        lock.lock();
        try {
            check();
            controls.put(request, value);
            changed.signalAll();
            return value;
        } finally {
            lock.unlock();
        }
    }

    /// Registers are read; whatever has none is written, as a control is.
    @Override
    public void exchange(long request, byte[] inOut) throws IOException {
        lock.lock();
        try {
            check();
            ByteBuffer value = ByteBuffer.wrap(inOut).order(ByteOrder.nativeOrder());
            if (structures.containsKey(request)) {
                value.put(structures.get(request));
            } else if (registers.containsKey(request)) {
                value.putInt(0, registers.get(request));
            } else {
                controls.put(request, value.getInt(0));
                changed.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        change(() -> closed = true);
    }
}
