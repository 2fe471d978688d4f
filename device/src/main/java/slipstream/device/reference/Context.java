package slipstream.device.reference;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What stands around a number.
///
/// @param labels the labels that speak of it
/// @param roles what they say of it; none when another word runs into the label
/// @param place where the number stands, seen from them; null without labels
/// @param alone whether nothing stands before it in its line or symbol
/// @param joined whether it was put together from several lines
/// @param pictured whether it was recognised in a picture
record Context(
        List<Label> labels,
        Set<String> roles,
        LearnedRule.Place place,
        boolean alone,
        boolean joined,
        boolean pictured) {

    static Context of(List<Label> labels, LearnedRule.Place place, boolean runOn, boolean alone, Origin origin) {
        Set<String> roles = runOn ? Set.of() : roles(labels);
        return new Context(labels, roles, place, alone && labels.isEmpty(), false, origin == Origin.PICTURE);
    }

    /// The same for a number that goes on in the next line.
    Context goesOn() {
        return joined ? this : new Context(labels, roles, place, false, true, pictured);
    }

    /// The same for a number whose label turned up later.
    Context labelled(List<Label> late) {
        return new Context(late, roles(late), LearnedRule.Place.LINE_ABOVE, false, joined, pictured);
    }

    /// The same where a number's place on the receipt says more of it.
    Context with(Set<String> more) {
        if (more.isEmpty() || never()) {
            return this;
        }
        Set<String> all = Stream.concat(roles.stream(), more.stream()).collect(Collectors.toUnmodifiableSet());
        return new Context(labels, all, place, alone, joined, pictured);
    }

    /// Whether a learned rule may be about it.
    boolean learned() {
        return roles.stream().anyMatch(role -> role.startsWith(Rules.LEARNED));
    }

    boolean never() {
        for (int i = 0; i < labels.size(); i++) {
            if (labels.get(i).never()) {
                return true;
            }
        }
        return false;
    }

    private static Set<String> roles(List<Label> labels) {
        return switch (labels.size()) {
            case 0 -> Set.of();
            case 1 -> labels.getFirst().roles();
            default -> labels.stream().map(Label::roles).flatMap(Set::stream).collect(Collectors.toUnmodifiableSet());
        };
    }

    /// Whether a label says that it is a merchant's order.
    boolean ofOrder() {
        for (String role : roles) {
            if (role.startsWith("order")) {
                return true;
            }
        }
        return false;
    }
}
