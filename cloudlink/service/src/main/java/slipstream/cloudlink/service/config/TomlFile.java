package slipstream.cloudlink.service.config;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlParseResult;

/// A TOML file whose every key must be asked for; the ones that were not are mistakes.
///
/// Each getter throws [ConfigurationException] when the value is missing or not what it should be.
public final class TomlFile {
    private final Path file;
    private final TomlParseResult toml;
    private final Set<String> asked = new TreeSet<>();

    private TomlFile(Path file, TomlParseResult toml) {
        this.file = file;
        this.toml = toml;
    }

    public static TomlFile read(Path file) throws IOException {
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw new ConfigurationException(file + ": no such file, or it cannot be read");
        }
        return checked(file, Toml.parse(file));
    }

    /// A text that is TOML.
    ///
    /// @param name how it is called in error messages
    public static TomlFile parse(String name, String text) throws ConfigurationException {
        return checked(Path.of(name), Toml.parse(text));
    }

    private static TomlFile checked(Path file, TomlParseResult toml) throws ConfigurationException {
        if (toml.hasErrors()) {
            var error = toml.errors().getFirst();
            throw new ConfigurationException(file + " line " + error.position().line() + ": " + error.getMessage());
        }
        return new TomlFile(file, toml);
    }

    /// How it is called in error messages.
    public String name() {
        return file.toString();
    }

    /// A text that must be there.
    public String text(String key) throws ConfigurationException {
        return optionalText(key)
                .orElseThrow(
                        () -> new ConfigurationException(file + ": '" + key + "' is missing, a text was expected"));
    }

    public String text(String key, String otherwise) throws ConfigurationException {
        return optionalText(key).orElse(otherwise);
    }

    public Optional<String> optionalText(String key) throws ConfigurationException {
        var value = value(key);
        if (value == null) {
            return Optional.empty();
        }
        if (value instanceof String text && !text.isBlank()) {
            return Optional.of(text);
        }
        throw wrong(key, value, "a text in quotes");
    }

    /// Texts in brackets.
    public List<String> texts(String key, List<String> otherwise) throws ConfigurationException {
        var value = value(key);
        if (value == null) {
            return otherwise;
        }
        if (value instanceof TomlArray array
                && !array.isEmpty()
                && array.toList().stream().allMatch(String.class::isInstance)) {
            return array.toList().stream().map(String.class::cast).toList();
        }
        throw wrong(key, value, "texts in brackets, such as [\"a\", \"b\"]");
    }

    /// A whole number from `least` to `most`.
    public int number(String key, int otherwise, int least, int most) throws ConfigurationException {
        return optionalNumber(key, least, most).orElse(otherwise);
    }

    /// A whole number from `least` to `most`, if it is there.
    public Optional<Integer> optionalNumber(String key, int least, int most) throws ConfigurationException {
        var value = value(key);
        if (value == null) {
            return Optional.empty();
        }
        if (value instanceof Long number && number >= least && number <= most) {
            return Optional.of(number.intValue());
        }
        throw wrong(key, value, "a whole number from " + least + " to " + most);
    }

    /// `true` or `false`.
    public boolean truth(String key, boolean otherwise) throws ConfigurationException {
        var value = value(key);
        if (value == null || value instanceof Boolean) {
            return value == null ? otherwise : (Boolean) value;
        }
        throw wrong(key, value, "true or false");
    }

    /// A path that must be there; relative to the directory of this file.
    public Path path(String key) throws ConfigurationException {
        return relative(text(key));
    }

    public Path path(String key, String otherwise) throws ConfigurationException {
        return relative(text(key, otherwise));
    }

    public Optional<Path> optionalPath(String key) throws ConfigurationException {
        return optionalText(key).map(this::relative);
    }

    private Path relative(String path) {
        return file.toAbsolutePath().getParent().resolve(path).normalize();
    }

    /// `host:port`.
    public Listen listen(String key, String otherwise) throws ConfigurationException {
        var text = text(key, otherwise);
        return Listen.read(text).orElseThrow(() -> wrong(key, text, "an address and a port, such as 127.0.0.1:8080"));
    }

    public ZoneId zone(String key, String otherwise) throws ConfigurationException {
        var text = text(key, otherwise);
        try {
            return ZoneId.of(text);
        } catch (DateTimeException e) {
            throw wrong(key, text, "a time zone, such as Asia/Shanghai");
        }
    }

    /// An `http` or `https` address without query.
    public URI httpUrl(String key, String otherwise) throws ConfigurationException {
        return httpUrl(key, text(key, otherwise), "an address such as https://pay.example");
    }

    public Optional<URI> optionalHttpUrl(String key) throws ConfigurationException {
        var text = optionalText(key);
        return text.isEmpty()
                ? Optional.empty()
                : Optional.of(httpUrl(key, text.get(), "an address such as https://c.example"));
    }

    private URI httpUrl(String key, String text, String expected) throws ConfigurationException {
        try {
            var uri = URI.create(text);
            var scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            if (Set.of("http", "https").contains(scheme) && uri.getHost() != null && uri.getRawQuery() == null) {
                return uri;
            }
        } catch (IllegalArgumentException e) {
            // Told below.
        }
        throw wrong(key, text, expected);
    }

    /// Every key with its text; for files that hold nothing but texts.
    public Map<String, String> flatTexts() throws ConfigurationException {
        var texts = new TreeMap<String, String>();
        for (var key : toml.dottedKeySet()) {
            texts.put(key, text(key));
        }
        return texts;
    }

    /// Call last: a key nobody asked for is a slip of the pen.
    public void refuseUnknownKeys() throws ConfigurationException {
        for (var key : toml.dottedKeySet()) {
            if (!asked.contains(key)) {
                throw new ConfigurationException(
                        at(key) + ": unknown key '" + key + "', expected one of " + String.join(", ", asked));
            }
        }
    }

    /// The sentence for a value that is not what it should be.
    public ConfigurationException wrong(String key, Object found, String expected) {
        var shown = found instanceof String text ? "'" + text + "'" : String.valueOf(found);
        return new ConfigurationException(at(key) + ": " + key + " is " + shown + ", expected " + expected);
    }

    private Object value(String key) {
        asked.add(key);
        return toml.get(key);
    }

    private String at(String key) {
        var position = toml.inputPositionOf(key);
        return position == null ? file.toString() : file + " line " + position.line();
    }
}
