package slipstream.escpos.render;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Which command drew which rows of the paper.
final class Trace {
    private static final int LIMIT = 1 << 16;

    /// What stands in the line in the making.
    private record Element(long offset, String mnemonic, int height) {}

    private final boolean kept;
    private final List<Element> line = new ArrayList<>();
    private final List<TracedRows> rows = new ArrayList<>();
    private List<TracedRows> page = List.of();
    private long offset = -1;
    private String mnemonic = "";

    /// @param kept false for a trace that nobody reads
    Trace(boolean kept) {
        this.kept = kept;
    }

    /// The command that draws from here on.
    void command(long at, String name) {
        offset = at;
        mnemonic = name;
    }

    /// An element of `height` dots was put into the line.
    void element(int height) {
        if (!kept) {
            return;
        }
        int last = line.size() - 1;
        if (last >= 0 && line.get(last).offset() == offset) {
            line.set(
                    last,
                    new Element(
                            offset, mnemonic, Math.max(height, line.get(last).height())));
        } else if (line.size() < LIMIT) {
            line.add(new Element(offset, mnemonic, height));
        }
    }

    /// The line was thrown away.
    void discardLine() {
        line.clear();
    }

    /// The line was printed at row `y`; its elements stand on its bottom, or hang from its top.
    void line(int y, int height, boolean upsideDown) {
        for (Element element : line) {
            int from = upsideDown ? y : y + height - element.height();
            add(new TracedRows(from, from + element.height(), element.offset(), element.mnemonic()));
        }
        line.clear();
    }

    /// The command at hand drew `height` rows from `y` on; or, where it printed a page, the page's own did.
    void block(int y, int height) {
        if (kept && page.isEmpty()) {
            add(new TracedRows(y, y + height, offset, mnemonic));
        }
        page.forEach(drawn -> add(drawn.moved(y)));
        page = List.of();
    }

    /// The next block is a page that these drew.
    void page(List<TracedRows> drawn) {
        page = drawn;
    }

    /// Rows were drawn by the command of `starter`; nothing when that is null.
    void drawn(TracedRows starter, int from, int to) {
        if (starter != null) {
            add(new TracedRows(from, to, starter.offset(), starter.mnemonic()));
        }
    }

    /// Rows that the command at hand draws; null when nobody reads the trace.
    TracedRows rows(int from, int to) {
        return kept ? new TracedRows(from, to, offset, mnemonic) : null;
    }

    /// The rows above `row`, from top to bottom; those below count from there now.
    List<TracedRows> cut(int row) {
        List<TracedRows> above = new ArrayList<>();
        List<TracedRows> below = new ArrayList<>();
        for (TracedRows drawn : rows) {
            if (drawn.from() < row) {
                above.add(new TracedRows(drawn.from(), Math.min(row, drawn.to()), drawn.offset(), drawn.mnemonic()));
            }
            if (drawn.to() > row) {
                below.add(new TracedRows(Math.max(row, drawn.from()), drawn.to(), drawn.offset(), drawn.mnemonic())
                        .moved(-row));
            }
        }
        rows.clear();
        rows.addAll(below);
        above.sort(Comparator.comparingInt(TracedRows::from));
        return List.copyOf(above);
    }

    private void add(TracedRows drawn) {
        if (rows.size() < LIMIT && drawn.from() < drawn.to()) {
            rows.add(drawn);
        }
    }
}
