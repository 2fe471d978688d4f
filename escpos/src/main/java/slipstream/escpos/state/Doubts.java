package slipstream.escpos.state;

import java.util.Set;

/// What of a state is not known.
///
/// @param facts never changed
public record Doubts(Set<Fact> facts) implements Part {
    /// Everything is known.
    static final Doubts NONE = new Doubts(Set.of());
}
