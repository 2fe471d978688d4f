package slipstream.cloudlink.service.config;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What is written to standard error, and how.
public record Log(Format format, Level level) {
    /// Lines for people.
    public static final Log USUAL = new Log(Format.TEXT, Level.INFO);

    /// How an entry is written.
    public enum Format {
        /// A line for people.
        TEXT,
        /// A JSON object in a line.
        JSON
    }

    /// From which severity on.
    public enum Level {
        ERROR,
        WARN,
        INFO,
        DEBUG
    }

    static Log read(TomlFile toml) throws ConfigurationException {
        return new Log(word(toml, "log.format", USUAL.format), word(toml, "log.level", USUAL.level));
    }

    private static <E extends Enum<E>> E word(TomlFile toml, String key, E otherwise) throws ConfigurationException {
        var all = otherwise.getDeclaringClass().getEnumConstants();
        var found = toml.text(key, small(otherwise));
        return Stream.of(all)
                .filter(one -> small(one).equals(found))
                .findFirst()
                .orElseThrow(() -> toml.wrong(
                        key, found, "one of " + Stream.of(all).map(Log::small).collect(Collectors.joining(", "))));
    }

    private static String small(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT);
    }
}
