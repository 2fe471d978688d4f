package slipstream.escpos.render;

import java.util.ArrayList;
import java.util.List;

/// Which command drew which rows of a page. Elements come in the coordinates of an area, as it is read.
final class PageTrace {
    private static final int LIMIT = 1 << 16;

    /// What stands in the line in the making, on its bottom.
    private record Element(TracedRows command, int x, int width, int height) {}

    private final Trace trace;
    private final List<Element> line = new ArrayList<>();
    private final List<TracedRows> rows = new ArrayList<>();
    private int settled;
    private int top;
    private int length;
    private int direction;

    PageTrace(Trace trace) {
        this.trace = trace;
    }

    /// An area begins: `length` rows from `top` on, written in a direction of `ESC T`.
    void area(int areaTop, int areaLength, int areaDirection) {
        line.clear();
        settled = rows.size();
        top = areaTop;
        length = areaLength;
        direction = areaDirection;
    }

    /// An element was put into the line.
    void element(int x, int width, int height) {
        TracedRows command = trace.rows(0, 1);
        if (command == null) {
            return;
        }
        int last = line.size() - 1;
        if (last >= 0 && line.get(last).command().offset() == command.offset()) {
            Element before = line.get(last);
            int left = Math.min(x, before.x());
            int right = Math.max(x + width, before.x() + before.width());
            line.set(last, new Element(command, left, right - left, Math.max(height, before.height())));
        } else if (line.size() < LIMIT) {
            line.add(new Element(command, x, width, height));
        }
    }

    /// The line was drawn on the area, `lineHeight` rows from `y` on.
    void line(int y, int lineHeight) {
        for (Element element : line) {
            int from = y + lineHeight - element.height();
            draw(element.command(), element.x(), from, element.x() + element.width(), from + element.height());
        }
        line.clear();
    }

    /// The command at hand drew a rectangle of the area.
    void block(int left, int from, int right, int to) {
        TracedRows command = trace.rows(0, 1);
        if (command != null) {
            draw(command, left, from, right, to);
        }
    }

    /// The line was thrown away.
    void discardLine() {
        line.clear();
    }

    /// What the area holds was thrown away.
    void cancel() {
        line.clear();
        rows.subList(settled, rows.size()).clear();
    }

    /// What the page holds was thrown away.
    void reset() {
        line.clear();
        rows.clear();
        settled = 0;
    }

    /// The page is printed down to a row.
    void print(int height) {
        trace.page(rows.stream()
                .filter(drawn -> drawn.from() < height)
                .map(drawn ->
                        new TracedRows(drawn.from(), Math.min(height, drawn.to()), drawn.offset(), drawn.mnemonic()))
                .toList());
    }

    private void draw(TracedRows command, int left, int from, int right, int to) {
        int first = switch (direction) {
            case 0 -> from;
            case 1 -> length - right;
            case 2 -> length - to;
            default -> left;
        };
        int rowCount = direction % 2 == 0 ? to - from : right - left;
        int begin = Math.max(0, first);
        int end = Math.min(length, first + rowCount);
        if (begin < end && rows.size() < LIMIT) {
            rows.add(new TracedRows(top + begin, top + end, command.offset(), command.mnemonic()));
        }
    }
}
