package slipstream.device.reference.text;

import java.util.List;

/// Several tables of words in one tree, so that a line is passed once for all of them.
public final class Vocabulary {
    private static final int ASCII = 0x80;

    /// What a character may do: begin a word, be of a word in Latin letters, and what a line is asked for besides.
    static final int FIRST = 1;

    static final int LATIN = 2;
    static final int DIGIT = 4;
    static final int KANA = 8;
    static final int MASK = 16;
    static final int UNFOLDED = 32;

    private final List<Words<?>> tables;
    private final Node root = new Node();
    private final Beginnings beginnings = new Beginnings(false);
    private final byte[] ascii = new byte[ASCII];

    private Vocabulary(List<Words<?>> tables) {
        this.tables = tables;
        for (int table = 0; table < tables.size(); table++) {
            add(table, tables.get(table));
        }
        for (char c = 0; c < ASCII; c++) {
            ascii[c] = (byte) unfolded(c);
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
        return c < ASCII ? ascii[c] : unfolded(c);
    }

    private int unfolded(char c) {
        char folded = Folded.character(c);
        return traits(folded) | (folded == c ? 0 : UNFOLDED);
    }

    /// The same of each character of ASCII.
    byte[] ascii() {
        return ascii;
    }

    int size() {
        return tables.size();
    }

    /// Which of the tables it is.
    int number(Words<?> table) {
        return tables.indexOf(table);
    }

    Node root() {
        return root;
    }

    Beginnings beginnings() {
        return beginnings;
    }
}
