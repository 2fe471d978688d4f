package slipstream.device.bridge;

import java.util.Arrays;

/// Bytes in a row: added at the end, taken from the front, now and then out of the middle. What was taken is erased.
final class ByteQueue {
    private byte[] bytes = new byte[8192];
    private int head;
    private int tail;

    int size() {
        return tail - head;
    }

    void add(byte[] more, int from, int to) {
        int length = to - from;
        if (tail + length > bytes.length) {
            byte[] room = tail - head + length > bytes.length
                    ? new byte[Math.max(bytes.length * 2, tail - head + length)]
                    : bytes;
            System.arraycopy(bytes, head, room, 0, tail - head);
            bytes = room;
            erase(tail - head, Math.min(tail, bytes.length));
            tail -= head;
            head = 0;
        }
        System.arraycopy(more, from, bytes, tail, length);
        tail += length;
    }

    /// Takes these bytes from the front, or else from where they stand last.
    ///
    /// @return whether they were there
    boolean take(byte[] wanted, int from, int to) {
        if (isAt(head, wanted, from, to)) {
            erase(head, head + to - from);
            head += to - from;
            if (head == tail) {
                head = 0;
                tail = 0;
            }
            return true;
        }
        for (int at = tail - (to - from); at > head; at--) {
            if (isAt(at, wanted, from, to)) {
                System.arraycopy(bytes, at + (to - from), bytes, at, tail - at - (to - from));
                erase(tail - (to - from), tail);
                tail -= to - from;
                return true;
            }
        }
        return false;
    }

    /// Takes everything.
    byte[] takeAll() {
        byte[] all = Arrays.copyOfRange(bytes, head, tail);
        erase(head, tail);
        head = 0;
        tail = 0;
        return all;
    }

    /// A receipt may show secrets.
    private void erase(int from, int to) {
        Arrays.fill(bytes, from, to, (byte) 0);
    }

    private boolean isAt(int at, byte[] wanted, int from, int to) {
        return at + (to - from) <= tail && Arrays.equals(bytes, at, at + (to - from), wanted, from, to);
    }
}
