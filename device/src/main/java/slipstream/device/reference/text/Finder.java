package slipstream.device.reference.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Finds the words of a [Vocabulary] in one line after the other: each table's as if it were alone. Nothing is made
/// for a line that holds none. Not for two threads at once.
public final class Finder {
    private final Vocabulary vocabulary;
    private final Walk walk;
    private final List<List<Words.Found<?>>> found = new ArrayList<>();
    private final int[] ends;
    private char[] characters = new char[64];
    private int[] starts = new int[64];
    private int traits;
    private int hits;
    private String line;

    /// Finds the words of `vocabulary`.
    public Finder(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        walk = new Walk(vocabulary.size(), false);
        ends = new int[vocabulary.size()];
        for (int table = 0; table < vocabulary.size(); table++) {
            found.add(new ArrayList<>());
        }
    }

    /// Takes the next line, folded or not.
    ///
    /// @return whether it holds a word
    public boolean read(String text) {
        clear();
        int count = places(text);
        line = (traits & Vocabulary.UNFOLDED) == 0 ? text : Folded.text(text);
        Beginnings beginnings = vocabulary.beginnings();
        for (int i = 0; i < count; i++) {
            if (beginnings.at(line, starts[i])) {
                look(starts[i]);
            }
        }
        return hits != 0;
    }

    /// The words of `table`, which is one of the vocabulary's, in the line from left to right; of two that overlap
    /// the one that begins first, then the longer. Valid until the next line.
    @SuppressWarnings("unchecked")
    public <T> List<Words.Found<T>> of(Words<T> table) {
        return hits == 0 ? List.of() : (List<Words.Found<T>>) (List<?>) found.get(vocabulary.number(table));
    }

    /// The line, folded.
    public String line() {
        return line;
    }

    /// Whether the line has a digit.
    public boolean digits() {
        return (traits & Vocabulary.DIGIT) != 0;
    }

    /// Whether the line has Japanese syllables.
    public boolean kana() {
        return (traits & Vocabulary.KANA) != 0;
    }

    /// Whether the line has a character that may stand for a digit which is not shown.
    public boolean masks() {
        return (traits & Vocabulary.MASK) != 0;
    }

    /// How many characters were looked at for words since it was made, those that were looked at again counted again.
    public long steps() {
        return walk.steps();
    }

    private void clear() {
        if (hits != 0) {
            found.forEach(List::clear);
            Arrays.fill(ends, 0);
            hits = 0;
        }
    }

    /// Collects the places where words may begin: of a word in Latin letters, only its first character.
    private int places(String text) {
        int length = text.length();
        if (length > characters.length) {
            characters = new char[length];
            starts = new int[length];
        }
        text.getChars(0, length, characters, 0);
        char[] line = characters;
        int[] places = starts;
        int count = 0;
        int before = 0;
        int all = 0;
        for (int i = 0; i < length; i++) {
            char c = line[i];
            if (c == ' ') {
                before = 0;
                continue;
            }
            int one = vocabulary.of(c);
            all |= one;
            places[count] = i;
            count += one & ~((one & before & Vocabulary.LATIN) >> 1) & Vocabulary.FIRST;
            before = one;
        }
        traits = all;
        return count;
    }

    private void look(int start) {
        int tables = 0;
        for (int table = 0; table < ends.length; table++) {
            tables |= ends[table] <= start ? 1 << table : 0;
        }
        int here = tables == 0 ? 0 : walk.from(vocabulary.root(), tables, line, start);
        hits |= here;
        for (int rest = here; rest != 0; rest &= rest - 1) {
            int table = Integer.numberOfTrailingZeros(rest);
            ends[table] = walk.end(table);
            found.get(table).add(new Words.Found<>(walk.meaning(table), start, walk.end(table)));
        }
    }
}
