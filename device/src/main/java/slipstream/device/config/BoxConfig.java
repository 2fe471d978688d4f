package slipstream.device.config;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tomlj.Toml;
import org.tomlj.TomlParseResult;
import slipstream.cloudlink.client.ClientOptions;
import slipstream.device.bridge.BridgeOptions;
import slipstream.device.claim.ClaimOptions;
import slipstream.device.claim.Till;
import slipstream.device.learn.RulesException;
import slipstream.device.learn.TillRules;
import slipstream.device.port.PosPlace;
import slipstream.device.port.PrinterConnector;
import slipstream.escpos.profile.PrinterProfile;

/// What the box is told by its configuration file.
///
/// @param bridge between what it stands
/// @param service whom it asks; nobody when empty
/// @param till the till's name and currency
/// @param claim what is printed where nobody can be asked who paid
/// @param rules what the till's receipts taught
/// @param logLevel the least level that is logged: `debug`, `info`, `warn` or `error`
public record BoxConfig(
        BridgeOptions bridge,
        Optional<ClientOptions> service,
        Till till,
        ClaimOptions claim,
        TillRules rules,
        String logLevel) {
    private static final List<String> LEVELS = List.of("debug", "info", "warn", "error");
    private static final String AN_ADDRESS = "HOST:PORT, as 192.168.1.50:9100";
    private static final String DEFAULT_TILL = "till";
    private static final int HOUR_MS = 3_600_000;

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
        PosPlace listen = fields.text("pos", "listen", AN_ADDRESS, true, Ends::pos);
        PrinterConnector printer = fields.text("printer", "address", AN_ADDRESS, true, Ends::printer);
        PrinterProfile named = fields.text(
                "printer",
                "profile",
                "the name of a printer profile, such as generic-80mm, or a file of your own, NAME.properties",
                false,
                text -> PrinterProfile.chosen(text, directory));
        PrinterProfile profile = named == null ? PrinterProfile.GENERIC_80MM : named;
        BridgeOptions defaults = BridgeOptions.of(listen, printer, profile);
        int baud = (int) fields.number("printer", "baud", "bits a second", 300, 4_000_000, defaults.baud());
        Duration patience = fields.milliseconds("printer", "patience-ms", 0, HOUR_MS, defaults.patience());
        Duration drain = fields.milliseconds("printer", "drain-ms", 10, 600_000, defaults.drain());
        Optional<ClientOptions> service = service(fields, directory);
        Duration budget = fields.milliseconds("hold", "budget-ms", 0, 5_000, defaults.budget());
        Duration paper = fields.milliseconds("hold", "paper-ms", 0, 10_000, defaults.paper());
        Duration idle = fields.milliseconds("hold", "idle-ms", 50, 600_000, defaults.idle());
        String name = fields.text("till", "name", "the till's name within the shop", false, text -> tillName(text));
        Currency currency =
                fields.text("till", "currency", "a currency's three letters, as CNY", false, text -> currency(text));
        var claim = new ClaimOptions(
                fields.flag("claim", "pool"), fields.flag("claim", "cash"), fields.flag("claim", "copies"));
        TillRules rules = rules(fields, directory, name);
        String level = fields.text("log", "level", "one of " + String.join(", ", LEVELS), false, text -> level(text));
        return new BoxConfig(
                defaults.withBaud(baud)
                        .withBudget(budget)
                        .withPaper(paper)
                        .withIdle(idle)
                        .withPatience(patience)
                        .withDrain(drain),
                service,
                new Till(name == null ? DEFAULT_TILL : name, currency == null ? Currency.getInstance("CNY") : currency),
                claim,
                rules,
                level == null ? "info" : level);
    }

    /// The rules of the till's file; what is wrong with it is wrong with the configuration.
    private static TillRules rules(Fields fields, Path directory, String till) {
        Path file = fields.text("till", "rules", "a file name", false, text -> directory.resolve(text));
        if (file == null) {
            return TillRules.NONE;
        }
        try {
            return TillRules.read(file, till == null ? DEFAULT_TILL : till);
        } catch (RulesException e) {
            fields.errors().addAll(e.errors());
            return TillRules.NONE;
        }
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

    private static String tillName(String text) {
        if (text.length() > 64 || text.chars().anyMatch(c -> c < ' ')) {
            throw new IllegalArgumentException(
                    "found " + text.length() + " characters, expected 1 to 64 printable ones");
        }
        return text.strip();
    }

    private static Currency currency(String text) {
        try {
            return Currency.getInstance(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "\"" + text + "\" is no currency, expected its three letters, as CNY", e);
        }
    }

    private static String level(String text) {
        if (!LEVELS.contains(text.toLowerCase(Locale.ROOT))) {
            throw new IllegalArgumentException(
                    "\"" + text + "\" is no level, expected one of " + String.join(", ", LEVELS));
        }
        return text.toLowerCase(Locale.ROOT);
    }
}
