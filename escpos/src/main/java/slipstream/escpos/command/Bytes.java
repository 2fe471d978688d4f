package slipstream.escpos.command;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.HexFormat;

/// Bytes as a value: compared by content, never changed.
public final class Bytes {
    /// No bytes.
    public static final Bytes EMPTY = new Bytes(new byte[0]);

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final byte[] content;

    private Bytes(byte[] content) {
        this.content = content;
    }

    /// A copy of `bytes` from `from` to `to`.
    public static Bytes copy(byte[] bytes, int from, int to) {
        return from == to ? EMPTY : new Bytes(Arrays.copyOfRange(bytes, from, to));
    }

    /// A copy of all of `bytes`.
    public static Bytes copy(byte[] bytes) {
        return copy(bytes, 0, bytes.length);
    }

    /// How many bytes there are.
    public int length() {
        return content.length;
    }

    /// The byte at `index`, 0 to 255.
    public int at(int index) {
        return content[index] & 0xFF;
    }

    /// Two bytes from `index` on, low byte first.
    public int u16(int index) {
        return at(index) | at(index + 1) << 8;
    }

    /// Eight bytes from `index` on, low byte first.
    public long eight(int index) {
        return (long) LONGS.get(content, index);
    }

    /// The bytes from `from` on.
    public Bytes from(int from) {
        return copy(content, Math.min(from, content.length), content.length);
    }

    /// A copy of the bytes.
    public byte[] toArray() {
        return content.clone();
    }

    /// The bytes as text, read by `charset`.
    public String text(Charset charset) {
        return new String(content, charset);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Bytes bytes && Arrays.equals(content, bytes.content);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(content);
    }

    /// The bytes in hexadecimal, the first 32 of them.
    @Override
    public String toString() {
        String hex = HexFormat.ofDelimiter(" ").withUpperCase().formatHex(content, 0, Math.min(32, content.length));
        return content.length > 32 ? hex + " … (" + content.length + ")" : hex;
    }
}
