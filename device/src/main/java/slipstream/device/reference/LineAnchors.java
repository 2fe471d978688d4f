package slipstream.device.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Follows the lines of one receipt to the places that learned rules count from a line.
final class LineAnchors {
    private record Due(NumberRule rule, int lines) {}

    private final List<NumberRule> rules;
    private List<Due> due = List.of();

    LineAnchors(List<NumberRule> numbers) {
        rules = numbers.stream()
                .filter(rule -> rule.learned() != null && rule.learned().anchor() instanceof LearnedRule.ByLine)
                .toList();
    }

    /// Whether every line matters.
    boolean any() {
        return !rules.isEmpty();
    }

    /// The receipt's next line.
    void line(String folded) {
        if (!any()) {
            return;
        }
        List<Due> next = new ArrayList<>();
        for (Due one : due) {
            if (one.lines > 0) {
                next.add(new Due(one.rule, one.lines - 1));
            }
        }
        for (NumberRule rule : rules) {
            if (rule.learned().anchor() instanceof LearnedRule.ByLine by
                    && by.line().in(folded)) {
                next.add(new Due(rule, by.below()));
            }
        }
        due = next;
    }

    /// The roles that numbers in this line have for where it stands.
    Set<String> roles() {
        return due.isEmpty()
                ? Set.of()
                : due.stream()
                        .filter(one -> one.lines == 0)
                        .flatMap(one -> one.rule.vouchers().stream())
                        .collect(Collectors.toUnmodifiableSet());
    }
}
