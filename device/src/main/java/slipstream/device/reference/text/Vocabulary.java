package slipstream.device.reference.text;

import java.util.List;

/// Several tables of words in one tree, so that a line is passed once for all of them.
public final class Vocabulary {
    private static final int CHARACTERS = 1 << Character.SIZE;

    /// What a character may do: begin a word, be of a word in Latin letters, and what a line is asked for besides.
    static final int FIRST = 1;

    static final int LATIN = 2;
    static final int DIGIT = 4;
    static final int KANA = 8;
    static final int MASK = 16;
    static final int UNFOLDED = 32;

    /// Whether the rest is known.
    private static final int KNOWN = 64;

    private final List<Words<?>> tables;
    private final Node root = new Node();
    private final Beginnings beginnings = new Beginnings(false);

    /// Of each character, once it has been met.
    private final byte[] traits = new byte[CHARACTERS];

    private Vocabulary(List<Words<?>> tables) {
        this.tables = tables;
        for (int table = 0; table < tables.size(); table++) {
            add(table, tables.get(table));
        }
    }

    /// The words of `tables`, none of which is [Words#anywhere] and to none of which words are added any more.
    public static Vocabulary of(List<Words<?>> tables) {
        return new Vocabulary(List.copyOf(tables));
    }

    private void add(int table, Words<?> words) {
        words.entries().forEach((word, meaning) -> {
            root.add(table, word, meaning);
            beginnings.add(word);
        });
    }

    private int traits(char c) {
        return (beginnings.first(c) ? FIRST : 0)
                | (Characters.latin(c) ? LATIN : 0)
                | (c >= '0' && c <= '9' ? DIGIT : 0)
                | (c >= '\u3041' && c <= '\u30FA' ? KANA : 0)
                | (c == '*' || c == 'X' ? MASK : 0);
    }

    /// The traits of a character that is not folded.
    int of(char c) {
        int known = traits[c];
        return known != 0 ? known : meet(c);
    }

    private int meet(char c) {
        char folded = Folded.character(c);
        int met = KNOWN | traits(folded) | (folded == c ? 0 : UNFOLDED);
        traits[c] = (byte) met;
        return met;
    }

    int size() {
        return tables.size();
    }

    /// Which of the tables it is.
    int number(Words<?> table) {
        int number = 0;
        while (tables.get(number) != table) {
            number++;
        }
        return number;
    }

    Node root() {
        return root;
    }

    Beginnings beginnings() {
        return beginnings;
    }
}
