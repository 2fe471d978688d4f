package slipstream.device.reference;

import java.util.List;
import slipstream.device.reference.Decision.Reason;

/// Puts numbers together that go on in the next line.
///
/// ```
/// 单号:42000012 ┊ 34…     joined when what comes out is a number of that shape
/// ```
final class Wraps {
    private static final int MOST_LINES = 4;
    private static final int MOST_DIGITS = 64;

    /// Widths of paper in columns; a line so wide may go on in the next.
    private static final List<Integer> FULL_LINES = List.of(32, 42, 48);

    private static final int NARROWEST = 24;

    /// A number at the end of its line, which may go on in the next.
    ///
    /// @param find what it is if it does not
    private record Unfinished(Number number, Printed printed, Context context, NumberRule find, int lines) {}

    private final Judge judge;
    private final Surroundings receipt;
    private final Finds finds;
    private final Witness witness;
    private Unfinished unfinished;

    Wraps(Judge judge, Surroundings receipt, Finds finds, Witness witness) {
        this.judge = judge;
        this.receipt = receipt;
        this.finds = finds;
        this.witness = witness;
    }

    /// Whether a number waits for the line below.
    boolean waits() {
        return unfinished != null;
    }

    /// The last number of a line, which is what `rule` says if it does not go on; null for nothing.
    void begin(Number number, Printed printed, Context context, NumberRule rule) {
        unfinished = new Unfinished(number, printed, context, rule, 1);
    }

    /// Whether `number` may be the beginning of another.
    static boolean mayBegin(Number number) {
        return number.digits() != null && number.digits().length() < MOST_DIGITS;
    }

    /// A number in a line of its own goes on from the line above, if the two together are a number.
    boolean goesOn(Reading reading, Number lone) {
        Unfinished first = unfinished;
        Number joined = joined(first.number, lone);
        Context context = first.context.goesOn();
        Decision decision = judge.of(joined, context);
        boolean order = decision.isTaken() && !decision.rule().whole();
        boolean secret =
                order && (Impostor.surely(first.number.compact()) != null || Impostor.surely(lone.compact()) != null);
        if (decision.isTaken() && !secret && (!order || full(first.printed))) {
            unfinished = order ? new Unfinished(joined, reading.printed(), context, decision.rule(), 1) : null;
            if (!order) {
                finds.add(joined, reading.printed(), decision.rule());
            }
            witness.decided(first.printed, first.number, Decision.not(Reason.PIECE, decision.rule()));
            witness.decided(reading.printed(), lone, decision);
            return true;
        }
        boolean room = first.find == null
                && joined.digits() != null
                && joined.digits().length() < Rules.PLATFORM_LENGTH
                && first.lines < MOST_LINES;
        unfinished = room ? new Unfinished(joined, first.printed, context, null, first.lines + 1) : first;
        if (room) {
            witness.decided(reading.printed(), lone, Decision.NEITHER);
        }
        return room;
    }

    static Number joined(Number first, Number second) {
        String digits = first.digits() == null || second.digits() == null ? null : first.digits() + second.digits();
        return new Number(second.start(), second.end(), first.value() + second.value(), digits, false);
    }

    private boolean full(Printed printed) {
        int columns = printed.columns();
        return FULL_LINES.contains(columns) || columns >= NARROWEST && columns >= receipt.widest();
    }

    /// What was unfinished does not go on.
    void settle() {
        if (unfinished != null && unfinished.find != null) {
            finds.add(unfinished.number, unfinished.printed, unfinished.find);
        }
        unfinished = null;
    }
}
