package slipstream.escpos.state;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import slipstream.escpos.command.Command;

/// What later commands refer to: symbols and their settings, images, graphics, characters, what the mechanism was
/// told.
///
/// @param places the command that filled each place, by the place's name; never changed
public record Memory(Map<String, Command> places) implements Part {
    /// Nothing was kept.
    static final Memory EMPTY = new Memory(Map.of());

    private static final int MOST_PLACES = 512;

    /// The place of a character that `ESC &` defined.
    static String character(int font, int code) {
        return "character " + font + " " + code;
    }

    /// The command that filled `place`, or null.
    public Command get(String place) {
        return places.get(place);
    }

    /// A place beyond what any printer has memory for is not kept.
    Memory with(String place, Command command) {
        boolean room = places.size() < MOST_PLACES || places.containsKey(place);
        return room ? changed(all -> all.put(place, command)) : this;
    }

    Memory without(String place) {
        return places.containsKey(place) ? changed(all -> all.remove(place)) : this;
    }

    /// Each character has a place of its own, so that one that is cancelled or defined anew leaves the others.
    Memory withCharacters(int font, int first, int last, Command definition) {
        return changed(all -> {
            for (int code = first; code <= last; code++) {
                all.put(character(font, code), definition);
            }
        });
    }

    Memory only(Predicate<String> kept) {
        return places.keySet().stream().allMatch(kept)
                ? this
                : changed(all -> all.keySet().removeIf(kept.negate()));
    }

    private Memory changed(Consumer<Map<String, Command>> change) {
        Map<String, Command> all = new HashMap<>(places);
        change.accept(all);
        return all.isEmpty() ? EMPTY : new Memory(Map.copyOf(all));
    }

    /// Of the places alone: what fills them may be long.
    @Override
    public int hashCode() {
        return places.keySet().hashCode();
    }
}
