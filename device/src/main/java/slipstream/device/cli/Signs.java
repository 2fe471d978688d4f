package slipstream.device.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import slipstream.device.panel.Condition;
import slipstream.device.store.StoreState;

/// What a running box shows of itself. It is looked at and tells nothing, so the print path pays nothing for it.
final class Signs {
    /// What is looked at. The rest is told: the bypass by the button, the service by its line, the start by its end.
    static final Set<Condition> LOOKED_AT = EnumSet.of(Condition.FAULT, Condition.PRINTER_GONE, Condition.PRINTING);

    /// A fault of ours is shown for this long: somebody may look at the box in the meantime.
    private static final Duration SHOWN = Duration.ofMinutes(10);

    /// Longer in our own code, and something is stuck.
    private static final Duration STUCK = Duration.ofSeconds(1);

    private Signs() {}

    /// Which of [#LOOKED_AT] the box is in now.
    static Set<Condition> of(Box box) {
        Set<Condition> conditions = EnumSet.noneOf(Condition.class);
        if (faulty(box)) {
            conditions.add(Condition.FAULT);
        }
        if (box.lines().stream().anyMatch(Line::printerGone)) {
            conditions.add(Condition.PRINTER_GONE);
        }
        if (box.lines().stream().anyMatch(Line::printing)) {
            conditions.add(Condition.PRINTING);
        }
        return conditions;
    }

    private static boolean faulty(Box box) {
        Instant recent = Instant.now().minus(SHOWN);
        return box.lines().stream()
                        .anyMatch(line -> line.trouble().isPresent()
                                || line.fault().filter(recent::isBefore).isPresent())
                || box.store().flatMap(StoreState::trouble).isPresent()
                || box.progress().stream().anyMatch(path -> path.stuck(STUCK).isPresent());
    }
}
