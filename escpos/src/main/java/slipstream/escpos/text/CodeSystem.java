package slipstream.escpos.text;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/// How bytes pair up to characters when one byte is not enough.
public enum CodeSystem {
    /// Chinese: GB2312, GBK and GB18030 are one inside the other.
    GB18030("GB18030") {
        @Override
        int length(byte[] bytes, int at) {
            if (!in(bytes[at], 0x81, 0xFE)) {
                return STANDS_ALONE;
            }
            if (at + 1 == bytes.length) {
                return UNFINISHED;
            }
            if (!in(bytes[at + 1], '0', '9')) {
                return in(bytes[at + 1], 0x40, 0x7E) || in(bytes[at + 1], 0x80, 0xFE) ? 2 : STANDS_ALONE;
            }
            if (at + 2 == bytes.length) {
                return UNFINISHED;
            }
            if (!in(bytes[at + 2], 0x81, 0xFE)) {
                return STANDS_ALONE;
            }
            if (at + 3 == bytes.length) {
                return UNFINISHED;
            }
            return in(bytes[at + 3], '0', '9') ? 4 : STANDS_ALONE;
        }
    },
    /// Japanese. The half-width kana stand alone.
    SHIFT_JIS("windows-31j") {
        @Override
        int length(byte[] bytes, int at) {
            boolean lead = in(bytes[at], 0x81, 0x9F) || in(bytes[at], 0xE0, 0xFC);
            return !lead ? STANDS_ALONE : pair(bytes, at, 0x40, 0x7E, 0x80, 0xFC);
        }
    },
    /// Japanese in bytes of 7 bits, as `FS C 0` and `FS &` have it: JIS X 0208 by row and cell. ASCII bytes
    /// are halves of characters then. Decoded as EUC-JP, which is the same with the high bits set.
    JIS("EUC-JP") {
        @Override
        int length(byte[] bytes, int at) {
            return !in(bytes[at], 0x21, 0x7E) ? STANDS_ALONE : pair(bytes, at, 0x21, 0x7E, 0x21, 0x7E);
        }

        @Override
        int codePoint(byte[] bytes, int at, int length) {
            byte[] euc = {(byte) (bytes[at] | 0x80), (byte) (bytes[at + 1] | 0x80)};
            return super.codePoint(euc, 0, length);
        }
    },
    /// Traditional Chinese.
    BIG5("Big5") {
        @Override
        int length(byte[] bytes, int at) {
            return !in(bytes[at], 0x81, 0xFE) ? STANDS_ALONE : pair(bytes, at, 0x40, 0x7E, 0xA1, 0xFE);
        }
    },
    /// Korean: KS C 5601 and its extension.
    EUC_KR("x-windows-949") {
        @Override
        int length(byte[] bytes, int at) {
            return !in(bytes[at], 0x81, 0xFE) ? STANDS_ALONE : pair(bytes, at, 0x41, 0x7A, 0x81, 0xFE);
        }
    },
    /// Any script; a character is as wide as East Asian usage has it.
    UTF_8("UTF-8") {
        @Override
        int length(byte[] bytes, int at) {
            int length = in(bytes[at], 0xC2, 0xDF)
                    ? 2
                    : in(bytes[at], 0xE0, 0xEF) ? 3 : in(bytes[at], 0xF0, 0xF4) ? 4 : STANDS_ALONE;
            for (int i = 1; i < length; i++) {
                if (at + i == bytes.length) {
                    return UNFINISHED;
                }
                if (!in(bytes[at + i], 0x80, 0xBF)) {
                    return STANDS_ALONE;
                }
            }
            return length;
        }
    };

    /// A byte that is a character of the one-byte page.
    static final int STANDS_ALONE = 0;
    /// The beginning of a character whose other bytes are still to come.
    static final int UNFINISHED = -1;

    private final Charset charset;

    /// Two-byte characters that were met before, by their bytes; 0 is none.
    private final char[] known = new char[1 << 16];

    CodeSystem(String charset) {
        this.charset = Charset.forName(charset);
    }

    /// How many bytes the character at `at` has, or [#STANDS_ALONE], or [#UNFINISHED].
    abstract int length(byte[] bytes, int at);

    /// The character that `length` bytes at `at` spell.
    int codePoint(byte[] bytes, int at, int length) {
        return length == 2 ? pair(bytes, at) : spell(bytes, at, length);
    }

    /// Whether a character of several bytes fills a square cell.
    boolean wide(int codePoint) {
        return charset != StandardCharsets.UTF_8 || EastAsianWidth.isWide(codePoint);
    }

    private int pair(byte[] bytes, int at) {
        int place = (bytes[at] & 0xFF) << 8 | bytes[at + 1] & 0xFF;
        int codePoint = known[place];
        if (codePoint == 0) {
            codePoint = spell(bytes, at, 2);
            if (Character.isBmpCodePoint(codePoint)) {
                known[place] = (char) codePoint;
            }
        }
        return codePoint;
    }

    private int spell(byte[] bytes, int at, int length) {
        return new String(bytes, at, length, charset).codePointAt(0);
    }

    static boolean in(byte b, int first, int last) {
        int value = b & 0xFF;
        return value >= first && value <= last;
    }

    private static int pair(byte[] bytes, int at, int first, int last, int second, int end) {
        if (at + 1 == bytes.length) {
            return UNFINISHED;
        }
        return in(bytes[at + 1], first, last) || in(bytes[at + 1], second, end) ? 2 : STANDS_ALONE;
    }
}
