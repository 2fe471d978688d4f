package slipstream.device.port.lpd;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/// A data file as it passes, kept for copies of it, if it is not too long.
final class Kept extends FilterInputStream {
    private static final int MOST = 1024 * 1024;
    private static final int FIRST = 16 * 1024;

    private byte[] bytes = new byte[FIRST];
    private int length;
    private boolean whole = true;

    /// Keeps what is read of `in`.
    Kept(InputStream in) {
        super(in);
    }

    /// Whether all that passed is here.
    boolean isWhole() {
        return whole;
    }

    /// How much passed.
    int length() {
        return length;
    }

    /// Another one like it.
    InputStream copy() {
        return new ByteArrayInputStream(bytes, 0, length);
    }

    /// No receipt stays in memory.
    void erase() {
        Arrays.fill(bytes, (byte) 0);
    }

    @Override
    public int read(byte[] into, int from, int count) throws IOException {
        int read = super.read(into, from, count);
        if (read > 0 && whole) {
            keep(into, from, read);
        }
        return read;
    }

    private void keep(byte[] source, int from, int count) {
        if (length + count > MOST) {
            erase();
            whole = false;
            return;
        }
        if (length + count > bytes.length) {
            byte[] larger = Arrays.copyOf(bytes, Math.min(MOST, 2 * (length + count)));
            erase();
            bytes = larger;
        }
        System.arraycopy(source, from, bytes, length, count);
        length += count;
    }
}
