package slipstream.device.reference.text;

/// Walks a tree of words from one place of a line: the longest word of each table that begins there.
///
/// A table follows one path: the next character, or a gap and the character behind it. Tables that part go on
/// apart, so that a walk takes no more steps than the tables' longest words and gaps have characters.
final class Walk {
    /// Blanks that may stand at one place within a word.
    static final int WIDEST_GAP = 8;

    private final boolean anywhere;
    private final int[] ends;
    private final Object[] meanings;
    private int found;
    private long steps;

    /// @param tables how many the tree has
    /// @param anywhere whether words may end within the line's words
    Walk(int tables, boolean anywhere) {
        this.anywhere = anywhere;
        ends = new int[tables];
        meanings = new Object[tables];
    }

    /// Walks from `start` for some tables.
    ///
    /// @return the tables that have a word there
    int from(Node root, int tables, String line, int start) {
        found = 0;
        go(root, tables, line, start);
        return found;
    }

    /// Where the word of `table` ends.
    int end(int table) {
        return ends[table];
    }

    /// What the word of `table` means.
    Object meaning(int table) {
        return meanings[table];
    }

    /// How many characters were looked at since it was made.
    long steps() {
        return steps;
    }

    private void go(Node from, int tables, String line, int start) {
        Node node = from;
        int live = tables;
        for (int i = start; i < line.length() && live != 0; i++) {
            steps++;
            char c = Characters.lower(line.charAt(i));
            Node next = node.after(c);
            int on = next == null ? 0 : live & next.tables();
            int gaps = live & ~on & node.gaps(c);
            if (gaps != 0) {
                beyondGaps(node, gaps, line, i);
            }
            live = on;
            node = next;
            if (live != 0) {
                arrive(node, live, line, i + 1);
            }
        }
    }

    private void arrive(Node node, int live, String line, int at) {
        int here = node.ends() & live;
        if (here == 0 || !anywhere && !ends(line, at)) {
            return;
        }
        found |= here;
        for (int rest = here; rest != 0; rest &= rest - 1) {
            int table = Integer.numberOfTrailingZeros(rest);
            ends[table] = at;
            meanings[table] = node.meaning(table);
        }
    }

    /// Goes on behind a gap: of blanks for some tables, of any separators for others.
    private void beyondGaps(Node node, int tables, String line, int from) {
        int any = tables & node.gaps('-');
        beyondGap(node, any, line, from, false);
        beyondGap(node, tables & ~any, line, from, true);
    }

    private void beyondGap(Node node, int tables, String line, int from, boolean blanks) {
        if (tables == 0) {
            return;
        }
        int to = from;
        while (to < line.length()
                && to - from < WIDEST_GAP
                && (blanks ? line.charAt(to) == ' ' : Characters.separator(line.charAt(to)))) {
            to++;
        }
        steps += to - from;
        if (to == line.length()) {
            return;
        }
        Node next = node.after(Characters.lower(line.charAt(to)));
        int on = next == null ? 0 : tables & next.tables();
        if (on != 0) {
            arrive(next, on, line, to + 1);
            go(next, on, line, to + 1);
        }
    }

    /// Whether a word that ends before `end` does not go on in the line.
    static boolean ends(String line, int end) {
        if (end == line.length()) {
            return true;
        }
        char last = line.charAt(end - 1);
        char next = line.charAt(end);
        boolean digit = Characters.latin(last) && !Characters.letter(last);
        return digit ? !Characters.latin(next) : !Characters.letter(last) || !Characters.letter(next);
    }
}
