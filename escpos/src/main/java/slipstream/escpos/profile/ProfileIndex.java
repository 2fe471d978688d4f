package slipstream.escpos.profile;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Which profiles come with the project, and by what other names their printers go.
final class ProfileIndex {
    /// Every name and alias, and the profile it stands for, in the order of the file.
    private static final Map<String, String> PROFILES = read();

    private static final List<String> NAMES =
            PROFILES.values().stream().distinct().toList();

    private ProfileIndex() {}

    static List<String> names() {
        return NAMES;
    }

    static Collection<String> namesAndAliases() {
        return PROFILES.keySet();
    }

    /// The profile that `name` stands for, or null.
    static String profile(String name) {
        return PROFILES.get(name);
    }

    private static Map<String, String> read() {
        try (var in = new BufferedReader(new InputStreamReader(
                ProfileIndex.class.getResourceAsStream("profiles.index"), StandardCharsets.UTF_8))) {
            Map<String, String> profiles = new LinkedHashMap<>();
            in.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).forEach(line -> {
                String[] names = line.split("\\s+");
                for (String name : names) {
                    profiles.put(name, names[0]);
                }
            });
            return profiles;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
