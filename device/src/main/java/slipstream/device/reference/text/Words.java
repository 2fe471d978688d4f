package slipstream.device.reference.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/// Words to be found in folded lines, each with what it means.
///
/// Letter case makes no difference. Blanks may stand between ideographs of a word; where a word has a blank, the
/// line may have blanks, dots, dashes or nothing. A word in Latin letters begins and ends where the line's words do.
///
/// The words are a tree, walked from each character at most once as deep as the longest word is long: the time is
/// linear in the line whatever it holds, and a line without the first character of any word costs a look at each
/// of its characters.
///
/// @param <T> what words mean
public final class Words<T> {
    /// Blanks that may stand at one place within a word.
    private static final int WIDEST_GAP = 8;

    /// A word in a line, from `start` to before `end`.
    public record Found<T>(T meaning, int start, int end) {}

    private static final class Node {
        private char[] keys = {};
        private Node[] next = {};
        private Object meaning;
        private boolean blanks;
        private boolean separators;

        Node after(char key) {
            int at = Arrays.binarySearch(keys, key);
            return at < 0 ? null : next[at];
        }

        Node grow(char key) {
            int at = Arrays.binarySearch(keys, key);
            if (at >= 0) {
                return next[at];
            }
            int place = -at - 1;
            keys = Arrays.copyOf(keys, keys.length + 1);
            next = Arrays.copyOf(next, keys.length);
            System.arraycopy(keys, place, keys, place + 1, keys.length - place - 1);
            System.arraycopy(next, place, next, place + 1, keys.length - place - 1);
            keys[place] = key;
            next[place] = new Node();
            return next[place];
        }

        boolean gap(char c) {
            return blanks && c == ' ' || separators && separator(c);
        }
    }

    private final Node root = new Node();
    private final BitSet firsts = new BitSet();

    /// The first two characters of each word, mixed to sixteen bits.
    private final BitSet pairs = new BitSet();

    private final boolean anywhere;

    /// No words yet.
    public Words() {
        this(false);
    }

    private Words(boolean anywhere) {
        this.anywhere = anywhere;
    }

    /// No words yet; those that come may stand within the line's words.
    public static <T> Words<T> anywhere() {
        return new Words<>(true);
    }

    /// Adds a word; one that was there keeps its meaning.
    public Words<T> add(String word, T meaning) {
        String folded = Folded.text(word);
        Node node = root;
        char previous = 0;
        for (int i = 0; i < folded.length(); i++) {
            char c = lower(folded.charAt(i));
            if (separator(c) && i > 0 && i < folded.length() - 1) {
                node.separators = true;
                continue;
            }
            node.blanks |= Folded.ideograph(c) && Folded.ideograph(previous);
            node = node.grow(c);
            previous = c;
        }
        if (node.meaning == null) {
            node.meaning = meaning;
        }
        int second = 1;
        while (second < folded.length() && separator(folded.charAt(second))) {
            second++;
        }
        if (second < folded.length()) {
            pairs.set(pair(lower(folded.charAt(0)), lower(folded.charAt(second))));
        } else {
            pairs.set(0, 1 << Character.SIZE);
        }
        char first = folded.charAt(0);
        firsts.set(Character.toLowerCase(first));
        firsts.set(Character.toUpperCase(first));
        return this;
    }

    /// The words of `line` from left to right; of two that overlap the one that begins first, then the longer.
    public List<Found<T>> in(String line) {
        List<Found<T>> found = List.of();
        for (int i = 0; i < line.length(); i++) {
            if (firsts.get(line.charAt(i)) && begins(line, i)) {
                Found<T> word = at(line, i);
                if (word != null) {
                    found = found.isEmpty() ? new ArrayList<>() : found;
                    found.add(word);
                    i = word.end - 1;
                }
            }
        }
        return found;
    }

    /// A look at two characters before the tree is walked.
    private boolean begins(String line, int start) {
        int second = start + 1;
        while (second < line.length() && second - start <= WIDEST_GAP && separator(line.charAt(second))) {
            second++;
        }
        return second < line.length()
                ? pairs.get(pair(lower(line.charAt(start)), lower(line.charAt(second))))
                : pairs.get(0);
    }

    private static int pair(char first, char second) {
        return (first * 31 + second) & 0xFFFF;
    }

    /// The longest word that begins at `start`, or null.
    @SuppressWarnings("unchecked")
    public Found<T> at(String line, int start) {
        char first = line.charAt(start);
        if (!anywhere && latin(first) && start > 0 && latin(line.charAt(start - 1))) {
            return null;
        }
        Node node = root;
        Found<T> longest = null;
        int i = start;
        while (i < line.length()) {
            char c = lower(line.charAt(i));
            Node next = node.after(c);
            if (next == null) {
                int behind = node.gap(c) ? behindGap(line, i, node) : i;
                if (behind == i || behind == line.length()) {
                    break;
                }
                i = behind;
                next = node.after(lower(line.charAt(i)));
                if (next == null) {
                    break;
                }
            }
            node = next;
            i++;
            if (node.meaning != null && (anywhere || ends(line, i))) {
                longest = new Found<>((T) node.meaning, start, i);
            }
        }
        return longest;
    }

    private static int behindGap(String line, int from, Node node) {
        int to = from;
        while (to < line.length() && to - from < WIDEST_GAP && node.gap(line.charAt(to))) {
            to++;
        }
        return to;
    }

    private static boolean ends(String line, int end) {
        if (end == line.length()) {
            return true;
        }
        char last = line.charAt(end - 1);
        char next = line.charAt(end);
        return last >= '0' && last <= '9' ? !latin(next) : !letter(last) || !letter(next);
    }

    private static boolean separator(char c) {
        return c == ' ' || c == '.' || c == '-' || c == '_';
    }

    private static boolean latin(char c) {
        return letter(c) || c >= '0' && c <= '9';
    }

    private static boolean letter(char c) {
        return c < 0x80 ? (c | 0x20) >= 'a' && (c | 0x20) <= 'z' : c < 0x2E80 && Character.isLetter(c);
    }

    private static char lower(char c) {
        return c < 0x80 ? c >= 'A' && c <= 'Z' ? (char) (c | 0x20) : c : Character.toLowerCase(c);
    }
}
