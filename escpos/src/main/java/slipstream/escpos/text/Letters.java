package slipstream.escpos.text;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.Objects;
import java.util.RandomAccess;

/// The letters of a run, a number each: most are looked at once, and by their character alone.
///
/// | bits | are |
/// | --- | --- |
/// | 0 to 20 | the code point |
/// | 21 | whether it is wide |
/// | 24 to 31 | how many bytes it has |
/// | 32 to 63 | its offset |
final class Letters extends AbstractList<Letter> implements RandomAccess {
    private static final int CODE_POINT = 0x1F_FFFF;
    private static final int WIDE = 1 << 21;

    private long[] packed;
    private int size;
    private int columns;

    Letters(int capacity) {
        packed = new long[capacity];
    }

    void add(int codePoint, int offset, int length, boolean wide) {
        if (size == packed.length) {
            packed = Arrays.copyOf(packed, Math.max(8, 2 * size));
        }
        packed[size++] = (long) offset << 32 | (long) length << 24 | (wide ? WIDE : 0) | codePoint;
        columns += wide ? 2 : 1;
    }

    int columns() {
        return columns;
    }

    int codePoint(int index) {
        return (int) packed[index] & CODE_POINT;
    }

    @Override
    public Letter get(int index) {
        long letter = packed[Objects.checkIndex(index, size)];
        return new Letter(
                (int) letter & CODE_POINT,
                (int) (letter >> 32),
                (int) (letter >>> 24) & 0xFF,
                ((int) letter & WIDE) != 0);
    }

    @Override
    public int size() {
        return size;
    }

    /// The letters as text.
    String text() {
        char[] characters = new char[size];
        for (int i = 0; i < size; i++) {
            int codePoint = codePoint(i);
            if (!Character.isBmpCodePoint(codePoint)) {
                return anyText();
            }
            characters[i] = (char) codePoint;
        }
        return new String(characters);
    }

    private String anyText() {
        var text = new StringBuilder(size);
        for (int i = 0; i < size; i++) {
            text.appendCodePoint(codePoint(i));
        }
        return text.toString();
    }
}
