package slipstream.device.reference.text;

import java.util.Arrays;

/// A place in the tree of the words of several tables. Sets of tables are bits of a number: all that is said of a
/// place is said for some of the tables.
final class Node {
    private char[] keys = {};
    private Node[] next = {};
    private Object[] meanings = {};
    private int tables;
    private int ends;
    private int blanks;
    private int separators;

    /// Where `key` leads, null for nowhere.
    Node after(char key) {
        int at = Arrays.binarySearch(keys, key);
        return at < 0 ? null : next[at];
    }

    /// The tables that have words which go through here.
    int tables() {
        return tables;
    }

    /// The tables whose words end here.
    int ends() {
        return ends;
    }

    /// What the word of `table` that ends here means.
    Object meaning(int table) {
        return meanings[table];
    }

    /// The tables for which a gap that begins with `c` may stand here.
    int gaps(char c) {
        return (c == ' ' ? blanks : 0) | (Characters.separator(c) ? separators : 0);
    }

    /// Adds `word`, folded, to `table`; one that was there keeps its meaning.
    void add(int table, String word, Object meaning) {
        int bit = 1 << table;
        Node node = this;
        char previous = 0;
        for (int i = 0; i < word.length(); i++) {
            char c = Characters.lower(word.charAt(i));
            if (Characters.separator(c) && i > 0 && i < word.length() - 1) {
                node.separators |= bit;
                continue;
            }
            node.blanks |= Folded.ideograph(c) && Folded.ideograph(previous) ? bit : 0;
            node = node.grow(c);
            node.tables |= bit;
            previous = c;
        }
        if ((node.ends & bit) == 0) {
            node.ends |= bit;
            node.meanings = Arrays.copyOf(node.meanings, Math.max(node.meanings.length, table + 1));
            node.meanings[table] = meaning;
        }
    }

    private Node grow(char key) {
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
}
