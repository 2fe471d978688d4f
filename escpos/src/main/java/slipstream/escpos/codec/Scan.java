package slipstream.escpos.codec;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// Where in a slice the next byte stands that matters, eight bytes at a time: most bytes do not.
final class Scan {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long EACH_BYTE = 0x0101010101010101L;
    private static final long HIGH_BITS = EACH_BYTE << 7;
    private static final int FIRST_TEXT = 0x20;

    private Scan() {}

    /// The first control byte from `from` on, 00 to 1F; `to` when there is none.
    static int control(byte[] bytes, int from, int to) {
        int at = from;
        for (; at + Long.BYTES <= to; at += Long.BYTES) {
            long eight = (long) LONGS.get(bytes, at);
            long marks = eight - FIRST_TEXT * EACH_BYTE & ~eight & HIGH_BITS;
            if (marks != 0) {
                return at + first(marks);
            }
        }
        while (at < to && (bytes[at] < 0 || bytes[at] >= FIRST_TEXT)) {
            at++;
        }
        return at;
    }

    /// The first `sought` from `from` on; `to` when there is none.
    static int find(byte sought, byte[] bytes, int from, int to) {
        long each = (sought & 0xFF) * EACH_BYTE;
        int at = from;
        for (; at + 4 * Long.BYTES <= to; at += 4 * Long.BYTES) {
            long any = marks(bytes, at, each)
                    | marks(bytes, at + Long.BYTES, each)
                    | marks(bytes, at + 2 * Long.BYTES, each)
                    | marks(bytes, at + 3 * Long.BYTES, each);
            if (any != 0) {
                break;
            }
        }
        for (; at + Long.BYTES <= to; at += Long.BYTES) {
            long marks = marks(bytes, at, each);
            if (marks != 0) {
                return at + first(marks);
            }
        }
        while (at < to && bytes[at] != sought) {
            at++;
        }
        return at;
    }

    /// The highest bit of each of eight bytes is set where it is the one sought, up to the first such.
    private static long marks(byte[] bytes, int at, long each) {
        long zeroWhereSought = (long) LONGS.get(bytes, at) ^ each;
        return zeroWhereSought - EACH_BYTE & ~zeroWhereSought & HIGH_BITS;
    }

    private static int first(long marks) {
        return Long.numberOfTrailingZeros(marks) / Byte.SIZE;
    }
}
