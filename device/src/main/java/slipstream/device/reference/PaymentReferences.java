package slipstream.device.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import slipstream.device.reference.Decision.Reason;
import slipstream.device.reference.LearnedRule.Place;
import slipstream.device.reference.Reading.Chain;
import slipstream.device.reference.text.Folded;
import slipstream.escpos.receipt.Element;

/// Finds the payment references of one receipt as it prints; each is told once, as soon as it can be read.
///
/// ```
/// 微信支付单号:4200…      label and value on one line
/// 交易单号 ┊ 4200…        value on the next line, also in columns
/// 4200… (交易单号)        label behind the value, or below it
/// 单号:42000012 ┊ 34…     value wrapped: joined when what comes out is a number of that shape
/// ```
///
/// A line without a word that a reference could begin with is only glanced at ([Numbers#in]); the line above is
/// read when a number below needs it. What is a reference is decided by a [Judge]. Not for two threads at once.
final class PaymentReferences {
    private static final int MOST_LINES = 4;

    /// Shorter numbers are no references.
    private static final int SHORTEST = 6;
    private static final int MOST_DIGITS = 64;

    /// Widths of paper in columns; a line so wide may go on in the next.
    private static final List<Integer> FULL_LINES = List.of(32, 42, 48);

    private static final int NARROWEST = 24;

    /// A number at the end of its line, which may go on in the next.
    ///
    /// @param find what it is if it does not
    private record Unfinished(Number number, Printed printed, Context context, NumberRule find, int lines) {}

    /// The labels that speak of a number, null for none, and where it stands.
    private record Spoken(Chain chain, Place place) {
        static final Spoken NOT = new Spoken(null, null);
    }

    /// A number without a label, which may stand in the line below.
    private record Orphan(Number number, Reading reading, Context context) {}

    private final Rules rules;
    private final Origin origin;
    private final Witness witness;
    private final Surroundings receipt;
    private final Judge judge;
    private final Finds finds;
    private final LineAnchors anchors;
    private final Stacked stacked;

    private Element.Line passed;
    private Reading above;
    private Unfinished unfinished;
    private List<Orphan> orphans = List.of();

    /// The labels below the orphans, in their order; none before they are read.
    private List<Chain> below = List.of();

    PaymentReferences(Rules rules, Surroundings receipt, Witness witness) {
        this(rules, Origin.TEXT, receipt, witness, new Finds(rules, receipt, witness));
    }

    private PaymentReferences(Rules rules, Origin origin, Surroundings receipt, Witness witness, Finds finds) {
        this.rules = rules;
        this.origin = origin;
        this.witness = witness;
        this.receipt = receipt;
        this.finds = finds;
        judge = new Judge(rules, receipt, witness != Witness.NONE);
        anchors = new LineAnchors(rules.numbers());
        stacked = new Stacked(rules, origin);
    }

    /// Looks in the same receipt's pictures: their lines stand among themselves, what is found is found together.
    PaymentReferences inPictures() {
        return new PaymentReferences(rules, Origin.PICTURE, receipt, witness, finds);
    }

    /// Takes the receipt's next element.
    ///
    /// @return the references that can be read now and could not before
    List<Find> next(Element element) {
        switch (element) {
            case Element.Line line -> {
                boolean waits = unfinished != null || !orphans.isEmpty() || anchors.any() || stacked.waits();
                if (waits || witness != Witness.NONE || mayHold(line)) {
                    line(Printed.of(line, origin));
                    stacked.read(line, above);
                } else {
                    passOver(line);
                }
            }
            case Element.Symbol symbol -> symbol(symbol);
            case Element.Picture ignored -> {
                unstack();
                settle();
            }
        }
        return finds.take();
    }

    /// Whether `line` may hold a reference or the beginning of one.
    static boolean mayHold(Element.Line line) {
        return Numbers.in(Printed.text(line));
    }

    /// Passes over a line without a number, which may hold a label of the line below.
    void passOver(Element.Line line) {
        passed = line;
        above = null;
        stacked.above(line);
    }

    /// The receipt is over.
    ///
    /// @return the references that only its end makes sure
    List<Find> end() {
        over();
        return finds.end();
    }

    /// No more lines come.
    void over() {
        unstack();
        settle();
        adopt();
    }

    /// The number of the terminal that the receipt names, null for none.
    String terminal() {
        return finds.terminal();
    }

    /// What each learned rule found, by its name.
    Map<String, Set<String>> learned() {
        return finds.learned();
    }

    private void symbol(Element.Symbol symbol) {
        unstack();
        settle();
        for (String text : symbol.payload().split("\n")) {
            Reading reading = new Reading(new Printed(Folded.text(text), 0, Origin.SYMBOL), rules);
            read(reading);
            settle();
        }
        above = null;
        passed = null;
        stacked.apart();
        orphans = List.of();
        below = List.of();
    }

    private void line(Printed printed) {
        anchors.line(printed.text());
        var reading = new Reading(printed, rules);
        if (!stacks(reading)) {
            unstack();
            line(reading);
        }
    }

    /// Whether the line is the value of one of several labels above it; decides about them once all are there.
    private boolean stacks(Reading reading) {
        if (!reading.value() || unfinished != null || anchors.any()) {
            return false;
        }
        if (!stacked.waits()) {
            return stacked.begins(reading, above());
        }
        if (stacked.fills(reading)) {
            pair(stacked.labels(), stacked.take());
        }
        return true;
    }

    /// Each value belongs to the label in its place, if that makes a reference of one of them; unless they are one
    /// number in several lines.
    private void pair(List<Chain> labels, List<Reading> values) {
        List<Context> contexts = labels.stream()
                .map(chain -> Context.of(chain.labels(), Place.NEXT_LINE, false, false, origin))
                .toList();
        boolean fit = false;
        Number joined = null;
        for (int i = 0; i < values.size(); i++) {
            Number number = values.get(i).numbers().getFirst();
            fit |= judge.of(number, contexts.get(i)).isTaken();
            joined = joined == null ? number : joined(joined, number);
        }
        Decision one = judge.of(joined, contexts.getLast().goesOn());
        if (!fit || one.isTaken() && one.rule().strong()) {
            values.forEach(this::line);
            return;
        }
        for (int i = 0; i < values.size(); i++) {
            Reading value = values.get(i);
            decide(value.numbers().getFirst(), value.printed(), contexts.get(i));
        }
        orphans = List.of();
        below = List.of();
        above = values.getLast();
        passed = null;
    }

    /// There are fewer values than labels.
    private void unstack() {
        stacked.take().forEach(this::line);
    }

    private void line(Reading reading) {
        Number lone = reading.lone();
        if (lone != null && unfinished != null && !placed(lone, reading) && goesOn(reading, lone)) {
            above = reading;
            orphans = List.of();
            below = List.of();
            return;
        }
        settle();
        orphansAbove(reading, lone);
        read(reading);
        above = reading;
        passed = null;
    }

    /// A number in a line of its own goes on from the line above, if the two together are a number.
    private boolean goesOn(Reading reading, Number lone) {
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

    private static Number joined(Number first, Number second) {
        String digits = first.digits() == null || second.digits() == null ? null : first.digits() + second.digits();
        return new Number(second.start(), second.end(), first.value() + second.value(), digits, false);
    }

    private boolean full(Printed printed) {
        int columns = printed.columns();
        return FULL_LINES.contains(columns) || columns >= NARROWEST && columns >= receipt.widest();
    }

    /// What was unfinished does not go on.
    private void settle() {
        if (unfinished != null && unfinished.find != null) {
            finds.add(unfinished.number, unfinished.printed, unfinished.find);
        }
        unfinished = null;
    }

    /// Numbers without a label get those of the line below, unless these have numbers of their own.
    private void orphansAbove(Reading reading, Number lone) {
        if (!below.isEmpty()) {
            if (lone == null) {
                adopt();
            }
            orphans = List.of();
            below = List.of();
        } else if (!orphans.isEmpty()) {
            List<Chain> open = reading.numbers().isEmpty() ? reading.open() : List.of();
            below = open.size() == orphans.size() ? open : List.of();
            orphans = below.isEmpty() ? List.of() : orphans;
        }
    }

    private void adopt() {
        for (int i = 0; i < below.size(); i++) {
            Orphan orphan = orphans.get(i);
            decide(
                    orphan.number,
                    orphan.reading.printed(),
                    orphan.context.labelled(below.get(i).labels()));
        }
    }

    /// Looks at each number of a line or a symbol.
    private void read(Reading reading) {
        List<Orphan> unlabelled = new ArrayList<>();
        for (Number number : reading.numbers()) {
            Spoken spoken = spoken(reading, number);
            Chain chain = spoken.chain;
            boolean runOn = chain != null && chain.runOn();
            Context context = Context.of(
                            chain == null ? List.of() : chain.labels(),
                            spoken.place,
                            runOn,
                            reading.first(number),
                            reading.printed().origin())
                    .with(placed(reading, number));
            Decision decision = judged(number, reading.printed(), context);
            boolean last = reading.endsWith(number);
            boolean weak = decision.isTaken() && !decision.rule().whole();
            if (last
                    && !number.part()
                    && (weak || !decision.isTaken() && (mayBegin(number) || rules.learns() && context.learned()))) {
                unfinished = new Unfinished(number, reading.printed(), context, decision.rule(), 1);
            } else if (decision.isTaken()) {
                finds.add(number, reading.printed(), decision.rule());
            }
            if (decision.reason() == Reason.TERMINAL) {
                finds.terminal(number.value());
            }
            witness.decided(reading.printed(), number, decision);
            if (!decision.isTaken() && chain == null && !number.part()) {
                unlabelled.add(new Orphan(number, reading, context));
            }
        }
        boolean only =
                unlabelled.size() == reading.numbers().size() && reading.open().isEmpty();
        if (only && below.isEmpty()) {
            orphans = unlabelled;
        }
    }

    /// The labels that speak of a number, and where it stands: before it, above it, behind it; then what only may
    /// be a label.
    private Spoken spoken(Reading reading, Number number) {
        Spoken before = new Spoken(reading.before(number), Place.SAME_LINE);
        boolean labelled = before.chain() != null;
        if (labelled && !before.chain().runOn()) {
            return before;
        }
        if (!labelled && !number.part() && number.value().length() >= SHORTEST) {
            Chain above = reading.above(number, above());
            Spoken apart = above != null
                    ? new Spoken(above, Place.NEXT_LINE)
                    : new Spoken(reading.behind(number), Place.BEFORE_LABEL);
            if (apart.chain() != null && !apart.chain().runOn()) {
                return apart;
            }
        }
        if (!number.part() && number.value().length() >= SHORTEST && !Judge.impostor(number)) {
            Chain across = labelled ? null : reading.across(number, above(), rules);
            Chain guessed = across != null ? across : reading.unknown(number, above());
            if (guessed != null) {
                return new Spoken(guessed, Place.SAME_LINE);
            }
        }
        return labelled ? before : Spoken.NOT;
    }

    /// Whether the line's place makes the number in it one by itself.
    private boolean placed(Number lone, Reading reading) {
        Set<String> roles = anchors.roles();
        if (roles.isEmpty()) {
            return false;
        }
        Context context =
                Context.of(List.of(), null, false, true, reading.printed().origin());
        return judge.of(lone, context.with(roles)).isTaken();
    }

    /// The roles that a number has for its place on the receipt.
    private Set<String> placed(Reading reading, Number number) {
        boolean symbol = reading.printed().origin() == Origin.SYMBOL;
        return symbol ? reading.first(number) ? rules.inSymbols() : Set.of() : anchors.roles();
    }

    /// The line above, read now that it matters.
    private Reading above() {
        if (above == null && passed != null) {
            above = new Reading(Printed.of(passed, origin), rules);
        }
        return above;
    }

    private static boolean mayBegin(Number number) {
        return number.digits() != null && number.digits().length() < MOST_DIGITS;
    }

    /// A piece of a card's number in groups is none.
    private Decision judged(Number number, Printed printed, Context context) {
        Decision decision = judge.of(number, context);
        Impostor impostor =
                decision.isTaken() && !decision.rule().strong() ? Impostor.around(printed.text(), number) : null;
        return impostor == null ? decision : Decision.not(Reason.IMPOSTOR, impostor);
    }

    private void decide(Number number, Printed printed, Context context) {
        Decision decision = judged(number, printed, context);
        if (decision.isTaken()) {
            finds.add(number, printed, decision.rule());
        }
        if (decision.reason() == Reason.TERMINAL) {
            finds.terminal(number.value());
        }
        witness.decided(printed, number, decision);
    }
}
