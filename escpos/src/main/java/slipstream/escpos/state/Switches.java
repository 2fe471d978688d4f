package slipstream.escpos.state;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/// Sets of what is on, as values.
final class Switches {
    private Switches() {}

    static <E extends Enum<E>> Set<E> with(Set<E> on, Class<E> all, E one, boolean switchOn) {
        Set<E> changed = EnumSet.noneOf(all);
        changed.addAll(on);
        if (switchOn) {
            changed.add(one);
        } else {
            changed.remove(one);
        }
        return Collections.unmodifiableSet(changed);
    }
}
