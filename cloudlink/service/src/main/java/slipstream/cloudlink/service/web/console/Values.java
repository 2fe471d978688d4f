package slipstream.cloudlink.service.web.console;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What was sent for a form's fields. Each getter throws [Wrong] when a value is not what it should be.
///
/// @param files the text of each file that was sent along, by its name
record Values(Map<String, List<String>> sent, Map<String, String> files) {
    /// Without files.
    Values(Map<String, List<String>> sent) {
        this(sent, Map.of());
    }

    private static final int LONGEST = 400;

    /// Everything that was sent under a name; blank ones are left out.
    List<String> all(String name) {
        return sent.getOrDefault(name, List.of()).stream()
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .toList();
    }

    /// The text as it was sent, at any length.
    String raw(String name) {
        return sent.getOrDefault(name, List.of("")).stream().findFirst().orElse("");
    }

    /// One line.
    Optional<String> optional(String name) {
        var text = all(name).stream().findFirst();
        if (text.isPresent() && text.get().length() > LONGEST) {
            throw new Wrong("wrongLong", name, text.get().length(), LONGEST);
        }
        if (text.isPresent() && text.get().chars().anyMatch(Character::isISOControl)) {
            throw new Wrong("wrongControl", name);
        }
        return text;
    }

    String text(String name) {
        return optional(name).orElseThrow(() -> new Wrong("wrongMissing", name));
    }

    Optional<Integer> optionalNumber(String name, int least, int most) {
        return optional(name).map(text -> {
            try {
                int number = Integer.parseInt(text);
                if (number >= least && number <= most) {
                    return number;
                }
            } catch (NumberFormatException e) {
                // Told below.
            }
            throw new Wrong("wrongNumber", name, text, String.valueOf(least), String.valueOf(most));
        });
    }

    int number(String name, int least, int most) {
        return optionalNumber(name, least, most).orElseThrow(() -> new Wrong("wrongMissing", name));
    }
}
