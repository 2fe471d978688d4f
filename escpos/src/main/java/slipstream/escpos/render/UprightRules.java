package slipstream.escpos.render;

import java.util.Map;
import java.util.TreeMap;

/// `GS ( Q` 51: lines that go down the paper over all that is printed, from where they were started to where they are
/// stopped.
///
/// They are put on the paper when they end and when it is cut; those that go on begin anew on what is left.
final class UprightRules {
    private static final int MOST = 64;

    /// @param from its first row
    /// @param starter what the trace says of it; null when nobody reads the trace
    private record Rule(int from, int style, TracedRows starter) {}

    private final Map<Integer, Rule> rules = new TreeMap<>();

    /// A rule begins `x` dots from the paper's left edge, at row `y`.
    void start(int x, int style, int y, TracedRows starter) {
        if (rules.size() < MOST) {
            rules.putIfAbsent(x, new Rule(y, style, starter));
        }
    }

    /// The rule at `x` ends above row `y`.
    void stop(int x, Bitmap paper, int y, Trace trace) {
        Rule rule = rules.remove(x);
        if (rule != null) {
            draw(x, rule, paper, y, trace);
        }
    }

    /// All end above row `y`.
    void stopAll(Bitmap paper, int y, Trace trace) {
        settle(paper, y, trace);
        rules.clear();
    }

    /// Puts all on the paper as far as row `y`.
    void settle(Bitmap paper, int y, Trace trace) {
        rules.forEach((x, rule) -> draw(x, rule, paper, y, trace));
    }

    /// All go on at row `y`.
    void beginAnew(int y) {
        rules.replaceAll((x, rule) -> new Rule(y, rule.style(), rule.starter()));
    }

    private static void draw(int x, Rule rule, Bitmap paper, int y, Trace trace) {
        if (y > rule.from()) {
            Ruler.upright(paper, x, rule.from(), y - 1, rule.style());
            trace.drawn(rule.starter(), rule.from(), y);
        }
    }
}
