package slipstream.device.config;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tomlj.Toml;
import org.tomlj.TomlParseResult;
import slipstream.cloudlink.client.ClientOptions;
import slipstream.device.panel.PanelOptions;

/// What the box is told by its configuration file.
///
/// @param lines its printers, one or more
/// @param service whom it asks; nobody when empty
/// @param places where it keeps things and is talked to
/// @param panel where lamps, button and relay are wired; empty when there is no panel
/// @param logLevel the least level that is logged: `debug`, `info`, `warn` or `error`
public record BoxConfig(
        List<LineConfig> lines,
        Optional<ClientOptions> service,
        Places places,
        Optional<PanelOptions> panel,
        String logLevel) {
    private static final List<String> LEVELS = List.of("debug", "info", "warn", "error");
    private static final String LINE = "line";
    private static final String ONLY_LINE = "printer";
    private static final String DEFAULT_TILL = "till";

    /// Keeps a copy of the list.
    public BoxConfig {
        lines = List.copyOf(lines);
    }

    /// Reads the file at `path`; file names in it count from its directory.
    ///
    /// @throws ConfigException when it cannot be read or used, with everything that is wrong
    public static BoxConfig read(Path path) throws ConfigException {
        String file = path.getFileName() == null
                ? path.toString()
                : path.getFileName().toString();
        TomlParseResult parsed;
        try {
            parsed = Toml.parse(Files.readString(path));
        } catch (NoSuchFileException e) {
            throw new ConfigException(List.of("There is no file " + path + ", expected a configuration in TOML."));
        } catch (IOException e) {
            if (Files.isDirectory(path)) {
                throw new ConfigException(List.of(path + " is a directory, expected a configuration in TOML."));
            }
            throw new ConfigException(
                    List.of(path + " cannot be read (" + e.getClass().getSimpleName() + "), expected text in UTF-8."));
        }
        if (parsed.hasErrors()) {
            throw new ConfigException(parsed.errors().stream()
                    .map(error -> file + ", line " + error.position().line() + ", column "
                            + error.position().column() + ": "
                            + error.getMessage().lines().findFirst().orElse("not TOML") + ".")
                    .toList());
        }
        var fields = new Fields(file, parsed);
        BoxConfig config = of(fields, path.toAbsolutePath().getParent());
        fields.unknown();
        if (!fields.errors().isEmpty()) {
            throw new ConfigException(fields.errors());
        }
        return config;
    }

    private static BoxConfig of(Fields fields, Path directory) {
        List<LineConfig> lines = fields.isList(LINE) ? lines(fields, directory) : List.of(line(fields, directory));
        Optional<ClientOptions> service = service(fields, directory);
        String level = fields.text("log", "level", "one of " + String.join(", ", LEVELS), false, text -> level(text));
        return new BoxConfig(
                lines,
                service,
                Places.of(fields, directory, System::getenv),
                PanelSection.of(fields),
                level == null ? "info" : level);
    }

    /// The short form, of a box with one printer.
    private static LineConfig line(Fields fields, Path directory) {
        return new LineReader(fields, directory).read(ONLY_LINE, DEFAULT_TILL);
    }

    private static List<LineConfig> lines(Fields fields, Path directory) {
        LineReader.SECTIONS.forEach(fields::belongsTo);
        List<LineConfig> lines = new ArrayList<>();
        for (Fields one : fields.list(LINE)) {
            String name = one.text("", "name", "what to call this line", true, LineReader::name);
            if (name != null) {
                one.called(name);
            }
            LineConfig line = new LineReader(one, directory).read(name, name == null ? "" : name);
            lines.stream()
                    .filter(other -> other.name() != null && other.name().equals(name))
                    .forEach(other -> one.refuse("", "name", "another line has that name, too"));
            lines.stream()
                    .filter(other -> other.sharesPlace(line))
                    .forEach(other -> one.refuse("pos", "listen", "\"" + other.name() + "\" listens there, too"));
            lines.add(line);
        }
        return lines;
    }

    private static Optional<ClientOptions> service(Fields fields, Path directory) {
        boolean required = fields.has("service");
        URI url = fields.text(
                "service", "url", "https://HOST or https://HOST:PORT", required, text -> serviceAddress(text));
        Path key = fields.text("service", "key", "a file name", required, text -> directory.resolve(text));
        Path certificate =
                fields.text("service", "certificate", "a file name", required, text -> directory.resolve(text));
        Path authority = fields.text("service", "ca", "a file name", required, text -> directory.resolve(text));
        boolean whole = url != null && key != null && certificate != null && authority != null;
        return whole ? Optional.of(ClientOptions.of(url, key, certificate, authority)) : Optional.empty();
    }

    private static URI serviceAddress(String text) {
        return ClientOptions.of(URI.create(text), Path.of("key"), Path.of("certificate"), Path.of("ca"))
                .service();
    }

    private static String level(String text) {
        if (!LEVELS.contains(text.toLowerCase(Locale.ROOT))) {
            throw new IllegalArgumentException(
                    "\"" + text + "\" is no level, expected one of " + String.join(", ", LEVELS));
        }
        return text.toLowerCase(Locale.ROOT);
    }
}
