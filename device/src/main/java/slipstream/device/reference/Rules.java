package slipstream.device.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import slipstream.device.reference.text.Folded;
import slipstream.device.reference.text.Table;
import slipstream.device.reference.text.Words;

/// Labels and numbers to look for: the tables beside this package, and what was learned on site.
///
/// What is learned is more rows of the same tables: a label of a role of its own, and a number that this role
/// vouches for.
public final class Rules {
    /// The length of the platforms' numbers, the longest that lines are joined for.
    static final int PLATFORM_LENGTH = 28;

    /// How the roles of learned rules begin.
    static final String LEARNED = "learned-";

    private static final Rules BUILT_IN = new Rules(
            Table.rows(Rules.class, "labels.tsv").stream()
                    .flatMap(row -> Table.entries(row.get(1)).map(label -> new Label(label, row.get(0))))
                    .toList(),
            Table.rows(Rules.class, "numbers.tsv").stream().map(NumberRule::of).toList());

    private final List<Label> labels;
    private final List<NumberRule> numbers;
    private final Words<Label> words = new Words<>();

    /// Null before the first picture.
    private Damaged damaged;

    Rules(List<Label> labels, List<NumberRule> numbers) {
        this.labels = List.copyOf(labels);
        this.numbers = List.copyOf(numbers);
        labels.forEach(label -> words.add(label.text(), label));
    }

    /// The rules that every box has.
    public static Rules builtIn() {
        return BUILT_IN;
    }

    /// These rules behind others, which win: what a shop's own receipts taught.
    Rules behind(List<Label> learnedLabels, List<NumberRule> learnedNumbers) {
        List<Label> allLabels = new ArrayList<>(learnedLabels);
        allLabels.addAll(labels);
        List<NumberRule> allNumbers = new ArrayList<>(learnedNumbers);
        allNumbers.addAll(numbers);
        return new Rules(allLabels, allNumbers);
    }

    /// These rules behind what a till's receipts taught, which wins.
    public Rules with(List<LearnedRule> learned) {
        List<Label> learnedLabels = new ArrayList<>();
        List<NumberRule> learnedNumbers = new ArrayList<>();
        for (LearnedRule rule : learned) {
            String role = LEARNED + (learnedNumbers.size() + 1);
            learnedNumbers.add(NumberRule.of(rule, role));
            if (rule.anchor() instanceof LearnedRule.ByLabel label) {
                learnedLabels.add(new Label(label.text(), role(label.text()), role));
            }
        }
        return behind(learnedLabels, learnedNumbers);
    }

    /// What these rules' own tables say of a label.
    private String role(String label) {
        Words.Found<Label> own = words.at(Folded.text(label), 0);
        return own != null && own.end() == label.length() ? own.meaning().role() : LEARNED;
    }

    /// Whether something was learned.
    boolean learns() {
        return !numbers.isEmpty() && numbers.getFirst().learned() != null;
    }

    /// The roles of numbers in symbols.
    Set<String> inSymbols() {
        return numbers.stream()
                .filter(rule -> rule.learned() != null && rule.learned().anchor() instanceof LearnedRule.InSymbol)
                .flatMap(rule -> rule.vouchers().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /// As the tables have them.
    List<Label> allLabels() {
        return labels;
    }

    Words<Label> labels() {
        return words;
    }

    /// Labels as pictures may show them.
    synchronized Damaged damaged() {
        damaged = damaged == null ? new Damaged(labels) : damaged;
        return damaged;
    }

    /// In the order in which they are tried.
    List<NumberRule> numbers() {
        return numbers;
    }
}
