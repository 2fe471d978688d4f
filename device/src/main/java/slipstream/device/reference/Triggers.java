package slipstream.device.reference;

import java.util.BitSet;
import java.util.Collection;

/// A cheap look at a line before the patterns of a table are tried: most lines of a receipt name goods, and hold
/// nothing that any pattern begins with.
///
/// Says yes too often, never no wrongly: of a character beyond ASCII, that one must be in the line; of a word in
/// ASCII letters, its first letters.
final class Triggers {
    private static final int LETTERS = 27;

    /// Letters of a word that must be in the line.
    private final int depth;

    private final boolean anywhere;
    private final BitSet characters = new BitSet();
    private final BitSet words = new BitSet();

    private Triggers(int depth, boolean anywhere) {
        this.depth = depth;
        this.anywhere = anywhere;
    }

    /// The beginnings of labels.
    static Triggers ofLabels(Collection<String> labels) {
        var triggers = new Triggers(2, false);
        labels.forEach(label -> triggers.add(label, 0));
        return triggers;
    }

    /// Every literal of the patterns: whatever fits one of them holds one of these.
    static Triggers ofPatterns(Collection<String> patterns) {
        var triggers = new Triggers(3, true);
        for (String pattern : patterns) {
            for (int i = 0; i < pattern.length(); i++) {
                boolean begins = i == 0 || letter(pattern.charAt(i - 1)) == 0;
                if (pattern.charAt(i) >= 0x80 || begins && triggers.letters(pattern, i) >= triggers.depth) {
                    triggers.add(pattern, i);
                }
            }
        }
        return triggers;
    }

    private void add(String text, int at) {
        char first = text.charAt(at);
        if (first >= 0x80) {
            characters.set(Character.toLowerCase(first));
            characters.set(Character.toUpperCase(first));
        } else if (letter(first) == 0) {
            characters.set(first);
        } else {
            words.set(code(text, at, Math.min(depth, letters(text, at))));
        }
    }

    /// Whether any of them may be in `line`.
    boolean in(String line) {
        boolean begins = true;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (characters.get(c)) {
                return true;
            }
            int letter = letter(c);
            if (letter != 0 && (begins || anywhere) && word(line, i)) {
                return true;
            }
            begins = letter == 0;
        }
        return false;
    }

    private boolean word(String line, int at) {
        int letters = Math.min(depth, letters(line, at));
        for (int length = 1; length <= letters; length++) {
            if (words.get(code(line, at, length))) {
                return true;
            }
        }
        return false;
    }

    private int letters(String text, int at) {
        int end = at;
        while (end < text.length() && end - at < depth && letter(text.charAt(end)) != 0) {
            end++;
        }
        return end - at;
    }

    private static int code(String text, int at, int length) {
        int code = 0;
        for (int i = at; i < at + length; i++) {
            code = code * LETTERS + letter(text.charAt(i));
        }
        return code;
    }

    /// 1 to 26 for the letters of ASCII, else 0.
    private static int letter(char c) {
        int lower = c | 0x20;
        return lower >= 'a' && lower <= 'z' ? lower - 'a' + 1 : 0;
    }
}
