package slipstream.device.reference.street;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// What points of sale of one language print, by section of its file.
final class Words {
    private final String file;
    private final Map<String, List<String>> sections = new LinkedHashMap<>();

    private Words(String file) {
        this.file = file;
    }

    /// The words of the resource `name` beside this class. A blank at a line's end belongs to its phrase.
    static Words of(String name) {
        var words = new Words(name);
        try (InputStream in = Words.class.getResourceAsStream(name)) {
            List<String> section = new ArrayList<>();
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList()) {
                if (line.startsWith("[") && words.isHeading(line)) {
                    section = words.sections.computeIfAbsent(
                            line.substring(1, line.length() - 1), ignored -> new ArrayList<>());
                } else if (!line.isBlank() && !line.startsWith("# ")) {
                    section.add(line);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
        return words;
    }

    private boolean isHeading(String line) {
        return line.matches("\\[[a-z ]+]");
    }

    /// These words, but the sections that `other` has, as it has them.
    Words with(Words other) {
        var words = new Words(file + " with " + other.file);
        words.sections.putAll(sections);
        words.sections.putAll(other.sections);
        return words;
    }

    /// All phrases of a section; none where the language has no such section.
    List<String> all(String section) {
        return sections.getOrDefault(section, List.of());
    }

    /// Whether the language has such a section.
    boolean has(String section) {
        return sections.containsKey(section);
    }

    /// The sections whose names begin with `prefix`.
    List<String> sections(String prefix) {
        return sections.keySet().stream()
                .filter(name -> name.startsWith(prefix))
                .toList();
    }

    /// One phrase of a section.
    String any(String section, Random random) {
        List<String> phrases = all(section);
        if (phrases.isEmpty()) {
            throw new IllegalArgumentException(file + " has no section [" + section + "].");
        }
        return phrases.get(random.nextInt(phrases.size()));
    }
}
