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
/// Whatever was asked for is known; [#unknown] notes the rest. Sections are tables of the file, or of one table of a
/// list in it, `[[line]]`; the section "" is that table itself.
final class Fields {
    private final String file;
    private final TomlTable root;
    private final String list;
    private final List<String> errors;
    private final Map<String, Set<String>> known = new LinkedHashMap<>();
    private final Map<String, List<Fields>> lists = new LinkedHashMap<>();
    private final Set<String> told = new LinkedHashSet<>();
    private String owner;

    /// The fields of a file.
    Fields(String file, TomlTable root) {
        this(file, root, "", "", new ArrayList<>());
    }

    private Fields(String file, TomlTable root, String list, String owner, List<String> errors) {
        this.file = file;
        this.root = root;
        this.list = list;
        this.owner = owner;
        this.errors = errors;
    }

    /// Whether the file has tables `[[name]]`.
    boolean isList(String name) {
        if (has(name)) {
            errors.add(at(List.of(name)) + "[" + name + "] is one table, expected a list, [[" + name + "]].");
            told.add(name);
        }
        return root.isArray(List.of(name));
    }

    /// The tables `[[name]]`, each with fields of its own.
    List<Fields> list(String name) {
        TomlArray array = root.getArray(List.of(name));
        List<Fields> all = new ArrayList<>();
        for (int i = 0; i < array.size(); i++) {
            if (array.get(i) instanceof TomlTable table) {
                all.add(new Fields(file, table, name, " in place " + (i + 1), errors));
            }
        }
        if (all.size() < array.size() || all.isEmpty()) {
            errors.add(at(List.of(name)) + "\"" + name + "\" is a list of other things, expected tables [[" + name
                    + "]].");
        }
        lists.put(name, all);
        return all;
    }

    /// From here on, what is wrong is told with that name.
    void called(String name) {
        owner = " of \"" + name + "\"";
    }

    /// Notes that `[section]` stands beside the tables that should have it.
    void belongsTo(String section) {
        if (has(section)) {
            errors.add(at(List.of(section)) + "[" + section + "] stands beside [[line]], expected it in one, as [line."
                    + section + "].");
            told.add(section);
        }
    }

    /// Notes what is wrong with a value that could be read.
    void refuse(String section, String key, String why) {
        errors.add(at(section, key) + "\"" + key + "\" in " + shown(section) + ": " + sentence(why));
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
                errors.add(file + ": \"" + key + "\" is missing in " + shown(section) + ", expected " + expected + ".");
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
            refuse(section, key, e.getMessage());
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
        Set<String> own = known.getOrDefault("", Set.of());
        Set<String> sections = new LinkedHashSet<>(known.keySet());
        sections.addAll(lists.keySet());
        sections.remove("");
        for (String name : root.keySet()) {
            boolean table = root.isTable(List.of(name));
            if (told.contains(name)) {
                continue;
            }
            if (lists.containsKey(name)) {
                lists.get(name).forEach(Fields::unknown);
            } else if (table && sections.contains(name)) {
                unknown(name, root.getTable(List.of(name)));
            } else if (sections.contains(name)) {
                errors.add(at(List.of(name)) + "\"" + name + "\" is " + shownValue(root.get(List.of(name)))
                        + ", expected a table " + shown(name) + ".");
            } else if (!own.contains(name)) {
                errors.add(at(List.of(name)) + (table ? shown(name) : "\"" + name + "\"") + " is unknown; "
                        + nearest(name, sections));
            }
        }
    }

    private String nearest(String name, Set<String> sections) {
        return Nearest.to(name, sections)
                .map(word -> "did you mean [" + path(word) + "]?")
                .orElse("expected one of ["
                        + String.join("], [", sections.stream().map(this::path).toList()) + "].");
    }

    private void unknown(String section, TomlTable table) {
        Set<String> keys = known.get(section);
        for (String key : table.keySet()) {
            if (!keys.contains(key)) {
                String nearest = Nearest.to(key, keys)
                        .map(word -> "did you mean \"" + word + "\"?")
                        .orElse("expected one of " + String.join(", ", keys) + ".");
                errors.add(at(section, key) + "\"" + key + "\" in " + shown(section) + " is unknown; " + nearest);
            }
        }
    }

    private Object value(String section, String key) {
        known.computeIfAbsent(section, ignored -> new LinkedHashSet<>()).add(key);
        return section.isEmpty() || has(section) ? root.get(keys(section, key)) : null;
    }

    private void wrong(String section, String key, Object value, String expected) {
        errors.add(at(section, key) + "\"" + key + "\" in " + shown(section) + " is " + shownValue(value)
                + ", expected " + expected + ".");
    }

    private static List<String> keys(String section, String key) {
        return section.isEmpty() ? List.of(key) : List.of(section, key);
    }

    private String path(String section) {
        return list.isEmpty() ? section : list + "." + section;
    }

    /// A section as errors name it: `[hold]`, `[line.hold] of "bar"`, `[[line]] in place 2`.
    private String shown(String section) {
        return (section.isEmpty() ? "[[" + list + "]]" : "[" + path(section) + "]") + owner;
    }

    private String at(String section, String key) {
        return at(keys(section, key));
    }

    private String at(List<String> path) {
        TomlPosition position = root.inputPositionOf(path);
        return position == null ? file + ": " : file + ", line " + position.line() + ": ";
    }

    private static String shownValue(Object value) {
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
