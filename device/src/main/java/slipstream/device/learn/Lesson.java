package slipstream.device.learn;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import slipstream.device.learn.NumberShape.Example;
import slipstream.device.reference.Confidence;
import slipstream.device.reference.LearnedRule;
import slipstream.device.reference.LearnedRule.Anchor;
import slipstream.device.reference.LearnedRule.ByLabel;
import slipstream.device.reference.ReceiptScan;
import slipstream.device.reference.RulePattern;
import slipstream.device.reference.Rules;
import slipstream.device.reference.kind.ReceiptKind;

/// A rule being learned: from one number, tried and mended on the receipts that follow.
///
/// Each receipt is looked at with the rule as it was before. A sale on which it finds nothing, but which has one
/// number of nearly the same shape at the same place, widens it; a number that looks otherwise does not.
public final class Lesson {
    /// What a receipt said of the rule.
    public enum Step {
        /// It found one number.
        RIGHT,
        /// It found one number, once it was widened.
        WIDENED,
        /// A sale, and nothing at the place.
        MISSED,
        /// A sale with a number at the place that looks like a secret, by chance or not.
        REFUSED,
        /// At the place stands a number of another kind.
        DIFFERENT,
        /// It found several numbers.
        SEVERAL,
        /// Word for word an earlier receipt.
        COPY,
        /// It found a number that another receipt had.
        REPEATED,
        /// No sale, and such a number on it.
        OTHER_RECEIPT,
        /// No sale, and nothing on it.
        NOTHING
    }

    /// What came of a receipt.
    ///
    /// @param step what it said of the rule
    /// @param value what was found; empty for nothing
    public record Outcome(Step step, String value) {}

    private static final String NAME = "learning";

    private final LocalDate today;
    private final Scheme scheme;
    private final List<Example> examples = new ArrayList<>();
    private final List<SeenReceipt> receipts = new ArrayList<>();
    private final Set<String> values = new HashSet<>();
    private Anchor anchor;
    private RulePattern number;
    private Trial trial = Trial.NONE;
    private LearnedRule tried;
    private Rules rules;

    private Lesson(SeenReceipt receipt, Candidate candidate, Scheme scheme, LocalDate today) {
        this.scheme = scheme;
        this.today = today;
        add(receipt, candidate.value());
        number = shape().pattern();
    }

    /// Learns from one number.
    ///
    /// @param today lets a day be recognised on receipts that print none
    /// @throws IllegalArgumentException when nothing can be learned from it; the message is a sentence
    public static Lesson begin(SeenReceipt receipt, Candidate candidate, Scheme scheme, LocalDate today) {
        Optional<String> refusal = candidate.refusal();
        if (refusal.isPresent()) {
            throw new IllegalArgumentException(refusal.get());
        }
        var lesson = new Lesson(receipt, candidate, scheme, today);
        for (Anchor anchor : receipt.anchors(candidate)) {
            lesson.anchor = anchor;
            if (lesson.finds(receipt).equals(Set.of(candidate.value()))) {
                lesson.asSale(receipt);
                return lesson;
            }
        }
        throw new IllegalArgumentException(
                "Nothing by this number would tell it from others: no label before, above or behind it.");
    }

    private void asSale(SeenReceipt receipt) {
        ReceiptKind kind = scan(receipt).kind();
        if (!kind.customers()) {
            throw new IllegalArgumentException("Receipt " + receipt.number() + " is no sale (" + kind.word()
                    + "), and nothing is asked about such receipts: point at the number of a sale.");
        }
    }

    /// Takes the next receipt.
    public Outcome next(SeenReceipt receipt) {
        Set<String> found = finds(receipt);
        if (found.size() > 1) {
            trial = trial.several(receipt.number());
            return new Outcome(Step.SEVERAL, String.join(", ", found));
        }
        if (found.isEmpty()) {
            return receipt.sale() ? widened(receipt) : new Outcome(Step.NOTHING, "");
        }
        String value = found.iterator().next();
        if (receipts.stream().anyMatch(receipt::copies)) {
            return new Outcome(Step.COPY, value);
        }
        if (receipt.kind() != ReceiptKind.REPRINT && values.contains(value) && receipt.sale()) {
            trial = trial.again(receipt.number());
            return new Outcome(Step.REPEATED, value);
        }
        if (!scan(receipt).kind().customers()) {
            trial = trial.elsewhere();
            return new Outcome(Step.OTHER_RECEIPT, value);
        }
        add(receipt, value);
        trial = trial.found();
        return new Outcome(Step.RIGHT, value);
    }

    /// How the rule did so far.
    public Trial trial() {
        return trial;
    }

    /// What was learned, with what all its numbers begin with once there are enough of them.
    ///
    /// @param name what people will call it
    public TaughtRule taught(String name) {
        RulePattern settled = shape().settled();
        var evidence = new TaughtRule.Evidence(today, trial.sales() + 1, trial.right() + 1);
        return new TaughtRule(rule(name, settled), evidence);
    }

    /// Where the number stands.
    public Anchor anchor() {
        return anchor;
    }

    /// What it looks like, as far as it is known.
    public RulePattern number() {
        return number;
    }

    private Outcome widened(SeenReceipt receipt) {
        List<Candidate> there = receipt.candidates().stream()
                .filter(candidate -> candidate.refusal().isEmpty() && !candidate.wrapped())
                .filter(candidate -> at(receipt, candidate).isPresent())
                .toList();
        if (there.isEmpty()) {
            trial = trial.missing(receipt.number());
            return receipt.candidates().stream()
                    .filter(candidate ->
                            candidate.secret() && at(receipt, candidate).isPresent())
                    .findFirst()
                    .map(candidate -> new Outcome(Step.REFUSED, candidate.shown()))
                    .orElse(new Outcome(Step.MISSED, ""));
        }
        Candidate candidate = there.getFirst();
        if (there.size() == 1 && mended(receipt, candidate)) {
            add(receipt, candidate.value());
            trial = trial.changed();
            return new Outcome(Step.WIDENED, candidate.value());
        }
        trial = trial.otherwise(receipt.number());
        return new Outcome(Step.DIFFERENT, candidate.shown());
    }

    /// The place that `candidate` has in common with the rule.
    private Optional<Anchor> at(SeenReceipt receipt, Candidate candidate) {
        return receipt.anchors(candidate).stream()
                .map(other -> common(anchor, other))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<Anchor> common(Anchor one, Anchor other) {
        if (one instanceof ByLabel label && other instanceof ByLabel same && label.place() == same.place()) {
            String text = commonEnd(label.text(), same.text());
            return text.isEmpty() ? Optional.empty() : Optional.of(new ByLabel(text, label.place()));
        }
        return one.equals(other) ? Optional.of(one) : Optional.empty();
    }

    /// What both labels end with: `外卖#12 订单号` and `外卖#13 订单号` are `订单号`; `收钱吧订单号` and `单号` are none.
    private static String commonEnd(String one, String other) {
        int length = 0;
        while (length < Math.min(one.length(), other.length())
                && Character.toLowerCase(one.charAt(one.length() - 1 - length))
                        == Character.toLowerCase(other.charAt(other.length() - 1 - length))) {
            length++;
        }
        while (length > 0 && !(begins(one, length) && begins(other, length))) {
            length--;
        }
        String end = one.substring(one.length() - length);
        return Surroundings.named(end) ? end : "";
    }

    /// Whether the last `length` characters of `label` are words of their own.
    private static boolean begins(String label, int length) {
        int at = label.length() - length;
        return at == 0 || label.charAt(at - 1) == ' ' && label.charAt(at) != ' ';
    }

    private boolean mended(SeenReceipt receipt, Candidate candidate) {
        var example = new Example(candidate.value(), receipt.day());
        if (!shape().near(example)) {
            return false;
        }
        Anchor before = anchor;
        RulePattern was = number;
        List<Example> all = new ArrayList<>(examples);
        all.add(example);
        anchor = at(receipt, candidate).orElseThrow();
        number = new NumberShape(all, today).pattern();
        boolean right = finds(receipt).equals(Set.of(candidate.value()))
                && receipts.stream().allMatch(earlier -> finds(earlier).size() == 1);
        if (!right) {
            anchor = before;
            number = was;
        }
        return right;
    }

    private void add(SeenReceipt receipt, String value) {
        receipts.add(receipt);
        examples.add(new Example(value, receipt.day()));
        values.add(value);
    }

    private NumberShape shape() {
        return new NumberShape(examples, today);
    }

    private Set<String> finds(SeenReceipt receipt) {
        return scan(receipt).learned().getOrDefault(NAME, Set.of());
    }

    private ReceiptScan scan(SeenReceipt receipt) {
        LearnedRule rule = rule(NAME, number);
        if (!rule.equals(tried)) {
            tried = rule;
            rules = Rules.builtIn().with(List.of(rule));
        }
        return SeenReceipt.scan(receipt.receipt(), rules);
    }

    private LearnedRule rule(String name, RulePattern pattern) {
        return new LearnedRule(
                name,
                scheme.scheme(),
                scheme.kind(),
                anchor,
                pattern,
                trial.sure() ? Confidence.SURE : Confidence.LIKELY);
    }
}
