package slipstream.device.reference.text;

import java.util.BitSet;

/// The first characters of words: tells of most places of a line, by two characters, that no word begins there.
final class Beginnings {
    /// Characters that begin a word.
    private final BitSet firsts = new BitSet();

    /// Characters that are a word.
    private final BitSet singles = new BitSet();

    /// The first two characters of each word, mixed to sixteen bits.
    private final long[] pairs = new long[1 << 10];

    private final boolean anywhere;

    /// None yet.
    ///
    /// @param anywhere whether words may stand within the line's words
    Beginnings(boolean anywhere) {
        this.anywhere = anywhere;
    }

    /// Takes a word, folded.
    void add(String word) {
        char first = Characters.lower(word.charAt(0));
        firsts.set(first);
        int second = 1;
        while (second < word.length() && Characters.separator(word.charAt(second))) {
            second++;
        }
        if (second < word.length()) {
            int pair = pair(first, Characters.lower(word.charAt(second)));
            pairs[pair >> 6] |= 1L << pair;
        } else {
            singles.set(first);
        }
    }

    /// Whether a word may begin with `c`.
    boolean first(char c) {
        return firsts.get(Characters.lower(c));
    }

    /// Whether a word may begin at `start`.
    boolean at(String line, int start) {
        char first = Characters.lower(line.charAt(start));
        int second = start + 1;
        while (second < line.length()
                && second - start <= Walk.WIDEST_GAP
                && Characters.separator(line.charAt(second))) {
            second++;
        }
        if (second < line.length()) {
            int pair = pair(first, Characters.lower(line.charAt(second)));
            if ((pairs[pair >> 6] & 1L << pair) != 0) {
                return true;
            }
        }
        return singles.get(first) && (anywhere || Walk.ends(line, start + 1));
    }

    private static int pair(char first, char second) {
        return (first * 31 + second) & 0xFFFF;
    }
}
