package slipstream.device.config;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.tomlj.TomlArray;
import org.tomlj.TomlPosition;
import org.tomlj.TomlTable;
import slipstream.escpos.profile.Nearest;

/// Takes keys out of a parsed file and notes what is wrong with them.
///
/// Whatever was asked for is known; [#unknown] notes the rest.
final class Fields {
    private final String file;
    private final TomlTable root;
    private final Map<String, Set<String>> known = new LinkedHashMap<>();
    private final List<String> errors = new ArrayList<>();

    Fields(String file, TomlTable root) {
        this.file = file;
        this.root = root;
    }

    /// What was wrong so far.
    List<String> errors() {
        return errors;
    }

    /// Whether the file has anything in `[section]`.
    boolean has(String section) {
        return root.isTable(List.of(section));
    }

    /// A text, made into a value by `make`, whose refusal is a sentence; null when it is not there or wrong.
    <T> T text(String section, String key, String expected, boolean required, Function<String, T> make) {
        Object value = value(section, key);
        if (value == null) {
            if (required) {
                errors.add(file + ": \"" + key + "\" is missing in [" + section + "], expected " + expected + ".");
            }
            return null;
        }
        if (!(value instanceof String text) || text.isBlank()) {
            wrong(section, key, value, expected);
            return null;
        }
        try {
            return make.apply(text);
        } catch (IllegalArgumentException e) {
            errors.add(at(section, key) + "\"" + key + "\" in [" + section + "]: " + sentence(e.getMessage()));
            return null;
        }
    }

    /// Milliseconds; `otherwise` when the key is not there.
    Duration milliseconds(String section, String key, int from, int to, Duration otherwise) {
        return Duration.ofMillis(number(section, key, "milliseconds", from, to, otherwise.toMillis()));
    }

    /// A whole number of `unit`; `otherwise` when the key is not there.
    long number(String section, String key, String unit, int from, int to, long otherwise) {
        Object value = value(section, key);
        if (value == null) {
            return otherwise;
        }
        if (!(value instanceof Long number) || number < from || number > to) {
            wrong(section, key, value, "a whole number of " + unit + " from " + from + " to " + to);
            return otherwise;
        }
        return number;
    }

    /// Whether a switch is on; it is off when the key is not there.
    boolean flag(String section, String key) {
        Object value = value(section, key);
        if (value != null && !(value instanceof Boolean)) {
            wrong(section, key, value, "true or false");
        }
        return Boolean.TRUE.equals(value);
    }

    /// Notes every section and key that nobody asked for.
    void unknown() {
        for (String section : root.keySet()) {
            if (!known.containsKey(section)) {
                boolean table = root.isTable(List.of(section));
                String name = table ? "[" + section + "]" : "\"" + section + "\"";
                String nearest = Nearest.to(section, known.keySet())
                        .map(word -> "did you mean [" + word + "]?")
                        .orElse("expected one of [" + String.join("], [", known.keySet()) + "].");
                errors.add(at(List.of(section)) + name + " is unknown; " + nearest);
            } else if (!root.isTable(List.of(section))) {
                errors.add(at(List.of(section)) + "\"" + section + "\" is " + shown(root.get(List.of(section)))
                        + ", expected a table [" + section + "].");
            } else {
                unknown(section, root.getTable(List.of(section)));
            }
        }
    }

    private void unknown(String section, TomlTable table) {
        Set<String> keys = known.get(section);
        for (String key : table.keySet()) {
            if (!keys.contains(key)) {
                String nearest = Nearest.to(key, keys)
                        .map(word -> "did you mean \"" + word + "\"?")
                        .orElse("expected one of " + String.join(", ", keys) + ".");
                errors.add(at(section, key) + "\"" + key + "\" in [" + section + "] is unknown; " + nearest);
            }
        }
    }

    private Object value(String section, String key) {
        known.computeIfAbsent(section, ignored -> new LinkedHashSet<>()).add(key);
        return has(section) ? root.get(List.of(section, key)) : null;
    }

    private void wrong(String section, String key, Object value, String expected) {
        errors.add(at(section, key) + "\"" + key + "\" in [" + section + "] is " + shown(value) + ", expected "
                + expected + ".");
    }

    private String at(String section, String key) {
        return at(List.of(section, key));
    }

    private String at(List<String> path) {
        TomlPosition position = root.inputPositionOf(path);
        return position == null ? file + ": " : file + ", line " + position.line() + ": ";
    }

    private static String shown(Object value) {
        return switch (value) {
            case String text -> "\"" + text + "\"";
            case TomlTable ignored -> "a table";
            case TomlArray ignored -> "a list";
            default -> String.valueOf(value);
        };
    }

    private static String sentence(String message) {
        return message.endsWith(".") || message.endsWith("?") ? message : message + ".";
    }
}
