package slipstream.escpos.inject;

import java.io.ByteArrayOutputStream;
import java.util.ArrayDeque;
import java.util.Deque;

/// The bytes on their way to the printer, in order; what stands behind an open slot waits.
final class Outgoing {
    /// A place that may yet receive a block.
    final class Slot {
        final long number = ++slots;
        private boolean settled;
        private byte[] block;
        private Runnable written;
        private final ByteArrayOutputStream behind = new ByteArrayOutputStream();

        boolean open() {
            return !settled;
        }

        /// Fills the slot and lets go what waits behind it.
        void fill(byte[] bytes, Runnable whenWritten) {
            block = bytes;
            written = whenWritten;
            cancel();
        }

        /// Leaves the slot empty and lets go what waits behind it.
        void cancel() {
            settled = true;
            drain();
        }

        int bytesBehind() {
            return behind.size();
        }
    }

    private final Output output;
    private final Deque<Slot> waiting = new ArrayDeque<>();
    private long slots;
    private long written;
    private int held;

    Outgoing(Output output) {
        this.output = output;
    }

    /// Passes bytes on, behind whatever waits.
    void pass(byte[] bytes, int from, int to) {
        if (waiting.isEmpty()) {
            write(bytes, from, to);
        } else {
            waiting.getLast().behind.write(bytes, from, to - from);
            held += to - from;
        }
    }

    /// Passes bytes on in front of everything that waits.
    void urgent(byte[] bytes, int from, int to) {
        write(bytes, from, to);
    }

    /// Opens a slot at the end of what was passed.
    Slot open() {
        var slot = new Slot();
        waiting.addLast(slot);
        return slot;
    }

    /// Cancels the open slots up to `number`.
    void release(long number) {
        for (Slot slot : waiting) {
            if (slot.number <= number) {
                slot.settled = true;
            }
        }
        drain();
    }

    /// The number of the newest open slot, 0 when nothing waits.
    long newestOpen() {
        long newest = 0;
        for (Slot slot : waiting) {
            newest = slot.open() ? slot.number : newest;
        }
        return newest;
    }

    int held() {
        return held;
    }

    long written() {
        return written;
    }

    private void drain() {
        while (!waiting.isEmpty() && waiting.getFirst().settled) {
            Slot slot = waiting.getFirst();
            if (slot.block != null) {
                byte[] block = slot.block;
                slot.block = null;
                slot.written.run();
                write(block, 0, block.length);
            }
            byte[] behind = slot.behind.toByteArray();
            slot.behind.reset();
            held -= behind.length;
            waiting.removeFirst();
            write(behind, 0, behind.length);
        }
    }

    private void write(byte[] bytes, int from, int to) {
        if (to > from) {
            written += to - from;
            output.write(bytes, from, to);
        }
    }
}
