package slipstream.device.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import slipstream.device.reference.Decision.Reason;
import slipstream.device.reference.LearnedRule.Place;
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
/// A line without a word that a reference could begin with is only glanced at ([Element.Line#figures()], then
/// [Numbers#in]); the line above is read when a number below needs it. What is a reference is decided by a [Judge].
/// Not for two threads at once.
final class PaymentReferences {
    private final Rules rules;
    private final Origin origin;
    private final Witness witness;
    private final Surroundings receipt;
    private final Judge judge;
    private final Finds finds;
    private final Wraps wraps;
    private final Orphans orphans = new Orphans();
    private final LineAnchors anchors;
    private final Stacked stacked;

    private Element.Line passed;
    private Reading above;

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
        wraps = new Wraps(judge, receipt, finds, witness);
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
                boolean waits = wraps.waits() || orphans.any() || anchors.any() || stacked.waits();
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
                wraps.settle();
            }
        }
        return finds.take();
    }

    /// Whether `line` may hold a reference or the beginning of one.
    static boolean mayHold(Element.Line line) {
        return line.figures() && Numbers.in(Printed.text(line));
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
        wraps.settle();
        orphans.adopt(this::decide);
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
        wraps.settle();
        for (String text : symbol.payload().split("\n")) {
            Reading reading = new Reading(new Printed(Folded.text(text), 0, Origin.SYMBOL), rules);
            read(reading);
            wraps.settle();
        }
        above = null;
        passed = null;
        stacked.apart();
        orphans.drop();
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
        if (!reading.value() || wraps.waits() || anchors.any()) {
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
            joined = joined == null ? number : Wraps.joined(joined, number);
        }
        Decision one = judge.of(joined, contexts.getLast().goesOn());
        if (!fit || one.isTaken() && one.rule().strong()) {
            values.forEach(this::line);
            return;
        }
        for (int i = 0; i < values.size(); i++) {
            Reading value = values.get(i);
            decide(new Orphans.Orphan(value.numbers().getFirst(), value.printed(), contexts.get(i)));
        }
        orphans.drop();
        above = values.getLast();
        passed = null;
    }

    /// There are fewer values than labels.
    private void unstack() {
        stacked.take().forEach(this::line);
    }

    private void line(Reading reading) {
        Number lone = reading.lone();
        if (lone != null && wraps.waits() && !placed(lone, reading) && wraps.goesOn(reading, lone)) {
            above = reading;
            orphans.drop();
            return;
        }
        wraps.settle();
        orphans.line(reading, lone, this::decide);
        read(reading);
        above = reading;
        passed = null;
    }

    /// Looks at each number of a line or a symbol.
    private void read(Reading reading) {
        List<Orphans.Orphan> unlabelled = new ArrayList<>();
        for (Number number : reading.numbers()) {
            Spoken spoken = Spoken.of(reading, number, this::above, rules);
            Chain chain = spoken.chain();
            boolean runOn = chain != null && chain.runOn();
            Context context = Context.of(
                            chain == null ? List.of() : chain.labels(),
                            spoken.place(),
                            runOn,
                            reading.first(number),
                            reading.printed().origin())
                    .with(placed(reading, number));
            Decision decision = judged(number, reading.printed(), context);
            boolean last = reading.endsWith(number);
            boolean weak = decision.isTaken() && !decision.rule().whole();
            if (last
                    && !number.part()
                    && (weak
                            || !decision.isTaken()
                                    && (Wraps.mayBegin(number) || rules.learns() && context.learned()))) {
                wraps.begin(number, reading.printed(), context, decision.rule());
            } else if (decision.isTaken()) {
                finds.add(number, reading.printed(), decision.rule());
            }
            if (decision.reason() == Reason.TERMINAL) {
                finds.terminal(number.value());
            }
            witness.decided(reading.printed(), number, decision);
            if (!decision.isTaken() && chain == null && !number.part()) {
                unlabelled.add(new Orphans.Orphan(number, reading.printed(), context));
            }
        }
        boolean only =
                unlabelled.size() == reading.numbers().size() && reading.open().isEmpty();
        if (only) {
            orphans.leave(unlabelled);
        }
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

    /// A piece of a card's number in groups is none.
    private Decision judged(Number number, Printed printed, Context context) {
        Decision decision = judge.of(number, context);
        Impostor impostor =
                decision.isTaken() && !decision.rule().strong() ? Impostor.around(printed.text(), number) : null;
        return impostor == null ? decision : Decision.not(Reason.IMPOSTOR, impostor);
    }

    private void decide(Orphans.Orphan orphan) {
        Decision decision = judged(orphan.number(), orphan.printed(), orphan.context());
        if (decision.isTaken()) {
            finds.add(orphan.number(), orphan.printed(), decision.rule());
        }
        if (decision.reason() == Reason.TERMINAL) {
            finds.terminal(orphan.number().value());
        }
        witness.decided(orphan.printed(), orphan.number(), decision);
    }
}
