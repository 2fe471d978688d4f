package slipstream.escpos.text;

import java.nio.charset.StandardCharsets;
import java.util.List;
import slipstream.escpos.command.Bytes;

/// Where text may show a number of some length, told at a glance: it tells the few lines of a receipt that one has
/// to read for their numbers from the many that hold a price.
///
/// Such a number has four characters from `0` up in a row, a digit among them; full-width forms are like the others.
///
/// ```
/// 4200 0012   A1_B2   18:30      yes
/// 12.80   x3   Total   3 x 500   no
/// ```
///
/// Runs are looked at one by one. Where one ends and the next begins with such a character, the number may go on.
public final class Figures {
    /// Instead of a yes or no where a byte is no character of ASCII that stands for itself.
    static final int NOT_ASCII = -1;

    static final int NONE = 0;
    static final int SOME = 1;

    private static final int LEAST = 4;
    private static final int DELETE = 0x7F;

    private static final long EACH_BYTE = 0x0101010101010101L;
    private static final long HIGH_BITS = EACH_BYTE << 7;
    private static final long FROM_ZERO = (0x80 - '0') * EACH_BYTE;
    private static final long PAST_NINE = (0x80 - '9' - 1) * EACH_BYTE;

    /// Characters that are looked at together; the next begin where a number could still begin before them.
    private static final int TOGETHER = Long.SIZE;

    private static final int STEP = TOGETHER - Long.BYTES;

    private Figures() {}

    /// Whether runs of text that stand one behind the other may show such a number.
    public static boolean in(List<String> runs) {
        boolean any = false;
        for (int i = 0; i < runs.size(); i++) {
            any |= in(runs.get(i)) || i > 0 && goOn(runs.get(i - 1), runs.get(i));
        }
        return any;
    }

    /// Whether a number of `run` may go on in `next`.
    public static boolean goOn(String run, String next) {
        return !run.isEmpty() && !next.isEmpty() && word(run.charAt(run.length() - 1)) && word(next.charAt(0));
    }

    /// Whether a run shows such a number. Looks at every fourth character until it meets one from `0` up.
    public static boolean in(String run) {
        int length = run.length();
        for (int i = LEAST - 1; i < length; i += LEAST) {
            if (!word(run.charAt(i))) {
                continue;
            }
            int from = i;
            while (from > i - LEAST + 1 && word(run.charAt(from - 1))) {
                from--;
            }
            int digit = from - LEAST;
            int to = from;
            for (; to < length && word(run.charAt(to)); to++) {
                digit = digit(run.charAt(to)) ? to : digit;
                if (to - from >= LEAST - 1 && to - digit < LEAST) {
                    return true;
                }
            }
            i = to - 1;
        }
        return false;
    }

    private static boolean word(char c) {
        return c >= '0' && (c < DELETE || c >= '\uFF10' && c <= '\uFF5E');
    }

    private static boolean digit(char c) {
        return c <= '9' || c >= '\uFF10' && c <= '\uFF19';
    }

    /// The same of a run of bytes where each stands for the character of ASCII that it is, eight bytes at a time;
    /// [#NOT_ASCII] where one is none, or is `DEL`.
    static int inAscii(Bytes run) {
        int length = run.length();
        if (length < Long.BYTES) {
            return inFew(run);
        }
        int some = NONE;
        int from = 0;
        for (; length - from > TOGETHER; from += STEP) {
            some |= inAscii(run, from, from + TOGETHER);
        }
        return some | inAscii(run, from, length);
    }

    private static int inFew(Bytes run) {
        for (int i = 0; i < run.length(); i++) {
            if (run.at(i) >= DELETE) {
                return NOT_ASCII;
            }
        }
        return run.length() >= LEAST && in(run.text(StandardCharsets.ISO_8859_1)) ? SOME : NONE;
    }

    /// Up to 64 bytes: of each eight the marks of characters go a bit lower than those of the eight before, so that
    /// they are in one number together.
    private static int inAscii(Bytes run, int from, int to) {
        long words = 0;
        long digits = 0;
        long others = 0;
        int eights = 0;
        int at = from;
        for (; to - at >= 2 * Long.BYTES; at += 2 * Long.BYTES) {
            long first = run.eight(at);
            long second = run.eight(at + Long.BYTES);
            others |= first | second | first + EACH_BYTE | second + EACH_BYTE;
            long firstWords = words(first);
            long secondWords = words(second);
            words |= (firstWords | secondWords >>> 1) >>> eights;
            digits |= (digits(first, firstWords) | digits(second, secondWords) >>> 1) >>> eights;
            eights += 2;
        }
        while (at < to) {
            int left = Math.min(Long.BYTES, to - at);
            long last = run.eight(at + left - Long.BYTES) >>> Byte.SIZE * (Long.BYTES - left);
            others |= last | last + EACH_BYTE;
            long lastWords = words(last);
            words |= lastWords >>> eights;
            digits |= digits(last, lastWords) >>> eights;
            eights++;
            at += left;
        }
        if ((others & HIGH_BITS) != 0) {
            return NOT_ASCII;
        }
        long pairs = words & next(words);
        long near = digits | next(digits);
        return (pairs & next(next(pairs)) & (near | next(next(near)))) == 0 ? NONE : SOME;
    }

    /// Marks the bytes from `0` up.
    private static long words(long eight) {
        return eight + FROM_ZERO & HIGH_BITS;
    }

    private static long digits(long eight, long words) {
        return words & ~(eight + PAST_NINE);
    }

    /// The marks of the characters behind each: of the next byte of eight, or of the first of the next eight.
    private static long next(long marks) {
        return marks >>> Byte.SIZE | marks << TOGETHER - Byte.SIZE + 1;
    }
}
