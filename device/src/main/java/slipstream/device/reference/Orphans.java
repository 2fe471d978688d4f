package slipstream.device.reference;

import java.util.List;
import java.util.function.Consumer;

/// Numbers without a label, which may stand in the line below: they get those of that line, unless these have numbers
/// of their own.
final class Orphans {
    /// A number and what is known of it.
    record Orphan(Number number, Printed printed, Context context) {}

    private List<Orphan> orphans = List.of();

    /// The labels below the orphans, in their order; none before they are read.
    private List<Chain> below = List.of();

    /// Whether a number waits for labels.
    boolean any() {
        return !orphans.isEmpty();
    }

    void drop() {
        orphans = List.of();
        below = List.of();
    }

    /// What a line leaves, unless labels for the line above stand in it.
    void leave(List<Orphan> unlabelled) {
        orphans = below.isEmpty() ? unlabelled : orphans;
    }

    /// Takes the next line, with its only number; null for another line.
    void line(Reading reading, Number lone, Consumer<Orphan> labelled) {
        if (!below.isEmpty()) {
            if (lone == null) {
                adopt(labelled);
            }
            drop();
        } else if (any()) {
            List<Chain> open = reading.numbers().isEmpty() ? reading.open() : List.of();
            below = open.size() == orphans.size() ? open : List.of();
            orphans = below.isEmpty() ? List.of() : orphans;
        }
    }

    /// Tells each with the labels below it.
    void adopt(Consumer<Orphan> labelled) {
        for (int i = 0; i < below.size(); i++) {
            Orphan orphan = orphans.get(i);
            Context context = orphan.context.labelled(below.get(i).labels());
            labelled.accept(new Orphan(orphan.number, orphan.printed, context));
        }
    }
}
