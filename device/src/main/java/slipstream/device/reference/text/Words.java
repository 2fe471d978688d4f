package slipstream.device.reference.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Words to be found in folded lines, each with what it means.
///
/// Letter case makes no difference. Blanks may stand between ideographs of a word; where a word has a blank, the
/// line may have blanks, dots, dashes or nothing. A word in Latin letters begins and ends where the line's words do.
///
/// The words are a tree, walked from each character at most once as deep as the longest word is long: the time is
/// linear in the line whatever it holds, and a line without the first characters of any word costs a look at each
/// of its characters. Several tables of words are looked for at once by a [Finder].
///
/// @param <T> what words mean
public final class Words<T> {
    /// A word in a line, from `start` to before `end`.
    public record Found<T>(T meaning, int start, int end) {}

    private final Map<String, T> entries = new LinkedHashMap<>();
    private final Node root = new Node();
    private final Beginnings beginnings;
    private final boolean anywhere;

    /// No words yet.
    public Words() {
        this(false);
    }

    private Words(boolean anywhere) {
        this.anywhere = anywhere;
        beginnings = new Beginnings(anywhere);
    }

    /// No words yet; those that come may stand within the line's words.
    public static <T> Words<T> anywhere() {
        return new Words<>(true);
    }

    /// Adds a word; one that was there keeps its meaning.
    public Words<T> add(String word, T meaning) {
        String folded = Folded.text(word);
        entries.putIfAbsent(folded, meaning);
        root.add(0, folded, meaning);
        beginnings.add(folded);
        return this;
    }

    /// The words and what they mean, in the order in which they came.
    Map<String, T> entries() {
        return entries;
    }

    /// The words of `line` from left to right; of two that overlap the one that begins first, then the longer.
    public List<Found<T>> in(String line) {
        List<Found<T>> found = List.of();
        for (int i = 0; i < line.length(); i++) {
            if (beginnings.first(line.charAt(i)) && beginnings.at(line, i)) {
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

    /// The longest word that begins at `start`, or null.
    @SuppressWarnings("unchecked")
    public Found<T> at(String line, int start) {
        if (!anywhere && within(line, start)) {
            return null;
        }
        var walk = new Walk(1, anywhere);
        return walk.from(root, 1, line, start) == 0 ? null : new Found<>((T) walk.meaning(0), start, walk.end(0));
    }

    /// Whether `at` is within a word of the line.
    private static boolean within(String line, int at) {
        return at > 0 && Characters.latin(line.charAt(at)) && Characters.latin(line.charAt(at - 1));
    }
}
