package slipstream.escpos.profile;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The lines `key = value` of one profile file; says where a wrong one stands.
final class ProfileFile {
    private record Entry(int line, String value, String source) {}

    private static final String CELL_SIDES = ", 4 to 32 dots wide and 4 to 64 high";

    private final String file;
    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private ProfileFile base;

    private ProfileFile(String file) {
        this.file = file;
    }

    /// @param file what messages call it
    /// @param known the keys there are
    static ProfileFile parse(String file, List<String> lines, Collection<String> known) {
        var parsed = new ProfileFile(file);
        var comment = new StringBuilder();
        boolean within = false;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            boolean remark = line.startsWith("#");
            if (remark) {
                comment.setLength(within ? comment.length() : 0);
                comment.append(comment.isEmpty() ? "" : " ")
                        .append(line.substring(1).strip());
            } else if (!line.isEmpty()) {
                parsed.put(i + 1, line, comment.toString(), known);
            }
            within = remark;
        }
        return parsed;
    }

    private void put(int number, String line, String source, Collection<String> known) {
        int equals = line.indexOf('=');
        if (equals <= 0) {
            throw at(number, "\"" + shortened(line) + "\" is not of the form key = value");
        }
        String key = line.substring(0, equals).strip();
        if (!known.contains(key)) {
            throw at(
                    number,
                    "there is no key \"" + shortened(key) + "\""
                            + Nearest.to(key, known)
                                    .map(word -> "; was \"" + word + "\" meant?")
                                    .orElse("; known are " + String.join(", ", known)));
        }
        Entry before = entries.putIfAbsent(
                key, new Entry(number, line.substring(equals + 1).strip(), source));
        if (before != null) {
            throw at(number, "the key \"" + key + "\" stands already on line " + before.line);
        }
    }

    /// Where keys are looked up that this file lacks.
    void basedOn(ProfileFile other) {
        base = other;
    }

    /// The profile's name: the file's without directory and ending.
    String name() {
        Path path = Path.of(file).getFileName();
        String name = path == null ? "" : path.toString();
        return name.endsWith(PrinterProfile.ENDING)
                ? name.substring(0, name.length() - PrinterProfile.ENDING.length())
                : name;
    }

    /// What it says itself, then what it has from another.
    List<ProfileFact> facts() {
        Map<String, ProfileFact> facts = new LinkedHashMap<>();
        for (ProfileFile from = this; from != null; from = from.base) {
            String profile = from.name();
            from.entries.forEach(
                    (key, entry) -> facts.putIfAbsent(key, new ProfileFact(key, entry.value, entry.source, profile)));
        }
        facts.remove("like");
        return List.copyOf(facts.values());
    }

    boolean has(String key) {
        return entries.containsKey(key);
    }

    /// Whether this file or one that it is like has the key.
    boolean says(String key) {
        return has(key) || base != null && base.says(key);
    }

    String text(String key) {
        return value(key, "a text", value -> value.isEmpty() ? null : value);
    }

    int number(String key, int least, int most) {
        return value(key, "a whole number from " + least + " to " + most, value -> {
            if (!value.matches("[0-9]{1,6}")) {
                return null;
            }
            int number = Integer.parseInt(value);
            return number < least || number > most ? null : number;
        });
    }

    boolean yes(String key) {
        return value(
                key,
                "\"yes\" or \"no\"",
                value -> value.equals("yes") ? Boolean.TRUE : value.equals("no") ? false : null);
    }

    /// One of the constants of an enum, in small letters.
    <E extends Enum<E>> E choice(String key, Class<E> type) {
        Map<String, E> choices = words(type);
        return value(key, "one of " + String.join(", ", choices.keySet()), choices::get);
    }

    /// A text that is one of some.
    String choice(String key, Collection<String> choices) {
        return value(key, "one of " + String.join(", ", choices), value -> choices.contains(value) ? value : null);
    }

    /// Some of the constants of an enum, or none.
    <E extends Enum<E>> Set<E> choices(String key, Class<E> type) {
        Map<String, E> choices = words(type);
        return value(
                key,
                "any of " + String.join(", ", choices.keySet()),
                value -> value.isEmpty()
                        ? Set.<E>of()
                        : choices.keySet().containsAll(List.of(value.split("[ ,]+")))
                                ? Arrays.stream(value.split("[ ,]+"))
                                        .map(choices::get)
                                        .collect(Collectors.toUnmodifiableSet())
                                : null);
    }

    List<FontCell> fonts(String key) {
        return cells(key, "the cells of the fonts from A on, such as 12x24 9x17" + CELL_SIDES, 8);
    }

    FontCell cell(String key) {
        return cells(key, "a cell, such as 24x24" + CELL_SIDES, 1).getFirst();
    }

    private List<FontCell> cells(String key, String expected, int most) {
        return value(key, expected, value -> {
            if (!value.matches("\\d\\d?x\\d\\d?([ ,]+\\d\\d?x\\d\\d?){0," + (most - 1) + "}")) {
                return null;
            }
            List<FontCell> cells = Arrays.stream(value.split("[ ,]+"))
                    .map(cell -> cell.split("x"))
                    .map(cell -> new FontCell(Integer.parseInt(cell[0]), Integer.parseInt(cell[1])))
                    .toList();
            boolean fit = cells.stream()
                    .allMatch(cell ->
                            cell.width() >= 4 && cell.height() >= 4 && cell.width() <= 32 && cell.height() <= 64);
            return fit ? cells : null;
        });
    }

    /// A sentence about a key of this file.
    ProfileException wrong(String key, String what) {
        Entry entry = entries.get(key);
        return entry == null && base != null ? base.wrong(key, what) : at(entry == null ? 0 : entry.line, what);
    }

    /// The value of `key` as `read` has it; null from `read` means that the value is not what is expected.
    private <T> T value(String key, String expected, Function<String, T> read) {
        Entry entry = entries.get(key);
        if (entry == null) {
            if (base != null) {
                return base.value(key, expected, read);
            }
            throw new ProfileException("In " + file + " the key \"" + key + "\" is missing; it is " + expected
                    + ", and \"like = generic-80mm\" would take what is missing from there.");
        }
        T value = read.apply(entry.value);
        if (value == null) {
            throw at(
                    entry.line,
                    "the key \"" + key + "\" is \"" + shortened(entry.value) + "\", but must be " + expected);
        }
        return value;
    }

    private ProfileException at(int line, String what) {
        return new ProfileException("In " + file + (line == 0 ? "" : ", line " + line) + ", " + what
                + (what.endsWith("?") || what.endsWith(".") ? "" : "."));
    }

    private static <E extends Enum<E>> Map<String, E> words(Class<E> type) {
        Map<String, E> words = new LinkedHashMap<>();
        for (E constant : type.getEnumConstants()) {
            words.put(constant.name().toLowerCase(Locale.ROOT).replace('_', '-'), constant);
        }
        return words;
    }

    private static String shortened(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }
}
