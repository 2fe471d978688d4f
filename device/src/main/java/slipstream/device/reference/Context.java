package slipstream.device.reference;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// What stands around a number.
///
/// @param labels the labels that speak of it
/// @param roles what they say of it; none when another word runs into the label
/// @param alone whether nothing stands before it in its line or symbol
/// @param joined whether it was put together from several lines
/// @param pictured whether it was recognised in a picture
record Context(List<Label> labels, Set<String> roles, boolean alone, boolean joined, boolean pictured) {

    static Context of(List<Label> labels, boolean runOn, boolean alone, Printed.Source source) {
        Set<String> roles = runOn || labels.isEmpty()
                ? Set.of()
                : labels.stream().map(Label::role).collect(Collectors.toUnmodifiableSet());
        return new Context(labels, roles, alone && labels.isEmpty(), false, source == Printed.Source.PICTURE);
    }

    /// The same for a number that goes on in the next line.
    Context goesOn() {
        return joined ? this : new Context(labels, roles, false, true, pictured);
    }

    /// The same for a number whose label turned up later.
    Context labelled(List<Label> late) {
        return new Context(
                late, late.stream().map(Label::role).collect(Collectors.toUnmodifiableSet()), false, joined, pictured);
    }

    boolean never() {
        return labels.stream().anyMatch(Label::never);
    }

    /// Whether a label says that it is a merchant's order.
    boolean ofOrder() {
        return roles.stream().anyMatch(role -> role.startsWith("order"));
    }
}
