package slipstream.device.bridge;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import slipstream.device.port.Port;
import slipstream.device.port.PosListener;
import slipstream.device.port.PosPlace;

/// A POS at a device, in the manner of a serial line: there is one, what it sends waits until it is read, and it is
/// there again once its port was closed.
final class Cable implements PosPlace {
    private static final byte[] CLOSED = {};

    private final BlockingQueue<byte[]> sent = new LinkedBlockingQueue<>();
    private final Semaphore free = new Semaphore(1);
    private final AtomicInteger opened = new AtomicInteger();
    private final AtomicInteger failures = new AtomicInteger();

    /// What the POS sends.
    void send(byte[] bytes) {
        sent.add(bytes);
    }

    /// The device can be opened only after so many attempts.
    void failsAtFirst(int times) {
        failures.set(times);
    }

    /// How many times it was opened.
    int opened() {
        return opened.get();
    }

    /// Waits until nobody has it open.
    void awaitClosed() throws InterruptedException {
        free.acquire();
        free.release();
    }

    @Override
    public PosListener open() {
        return new PosListener() {
            private final CountDownLatch closed = new CountDownLatch(1);

            @Override
            public Port accept() throws IOException {
                try {
                    while (!free.tryAcquire(20, TimeUnit.MILLISECONDS)) {
                        if (closed.getCount() == 0) {
                            throw new IOException("closed");
                        }
                    }
                } catch (InterruptedException e) {
                    throw new IOException(e);
                }
                if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                    free.release();
                    throw new IOException("the device is away");
                }
                opened.incrementAndGet();
                return new End();
            }

            @Override
            public boolean endless() {
                return true;
            }

            @Override
            public void close() {
                closed.countDown();
            }

            @Override
            public String name() {
                return Cable.this.name();
            }
        };
    }

    @Override
    public String name() {
        return "cable";
    }

    /// Our end, while it is open. Answers go nowhere.
    private final class End implements Port {
        private boolean closed;

        @Override
        public int read(byte[] into, Duration wait) throws IOException {
            try {
                byte[] bytes =
                        wait.isZero() ? sent.take() : sent.poll(Math.max(1, wait.toNanos()), TimeUnit.NANOSECONDS);
                if (bytes == CLOSED) {
                    return END;
                }
                if (bytes == null) {
                    return 0;
                }
                System.arraycopy(bytes, 0, into, 0, bytes.length);
                return bytes.length;
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        }

        @Override
        public void write(byte[] bytes, int from, int to) {}

        @Override
        public void endOutput() {}

        /// Called from another thread, it ends a read that waits.
        @Override
        public synchronized void close() {
            if (!closed) {
                closed = true;
                if (!Thread.currentThread().getName().startsWith("POS ")) {
                    sent.add(CLOSED);
                }
                free.release();
            }
        }

        @Override
        public String name() {
            return Cable.this.name();
        }
    }
}
