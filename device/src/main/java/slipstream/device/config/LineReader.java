package slipstream.device.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Currency;
import java.util.List;
import slipstream.device.bridge.BridgeOptions;
import slipstream.device.claim.ClaimOptions;
import slipstream.device.claim.Till;
import slipstream.device.learn.RulesException;
import slipstream.device.learn.TillRules;
import slipstream.device.port.Ports;
import slipstream.device.port.PosPlace;
import slipstream.device.port.PrinterConnector;
import slipstream.escpos.profile.PrinterProfile;

/// Reads the sections of one line.
///
/// @param fields where they are
/// @param directory what file names count from
record LineReader(Fields fields, Path directory) {
    /// The sections of a line.
    static final List<String> SECTIONS = List.of("pos", "printer", "hold", "till", "claim");

    private static final String AN_ADDRESS = "HOST:PORT, as 192.168.1.50:9100";
    private static final int HOUR_MS = 3_600_000;
    private static final int LONGEST_NAME = 64;

    /// The line.
    ///
    /// @param till its till's name when none is given
    LineConfig read(String name, String till) {
        PosPlace listen = fields.text("pos", "listen", AN_ADDRESS, true, Ports::place);
        PrinterConnector printer = fields.text("printer", "address", AN_ADDRESS, true, Ports::connector);
        PrinterProfile named = fields.text(
                "printer",
                "profile",
                "the name of a printer profile, such as generic-80mm, or a file of your own, NAME.properties",
                false,
                text -> PrinterProfile.chosen(text, directory));
        PrinterProfile profile = named == null ? PrinterProfile.GENERIC_80MM : named;
        BridgeOptions defaults = BridgeOptions.of(listen, printer, profile);
        int baud = (int) fields.number("printer", "baud", "bits a second", 300, 4_000_000, defaults.baud());
        if (defaults.baud() > 0 && baud != defaults.baud()) {
            fields.refuse("printer", "baud", "[printer] address says " + defaults.baud());
        }
        Duration patience = fields.milliseconds("printer", "patience-ms", 0, HOUR_MS, defaults.patience());
        Duration drain = fields.milliseconds("printer", "drain-ms", 10, 600_000, defaults.drain());
        Duration budget = fields.milliseconds("hold", "budget-ms", 0, 5_000, defaults.budget());
        Duration paper = fields.milliseconds("hold", "paper-ms", 0, 10_000, defaults.paper());
        Duration idle = fields.milliseconds("hold", "idle-ms", 50, 600_000, defaults.idle());
        Till ofTill = till(till);
        var claim = new ClaimOptions(
                fields.flag("claim", "pool"), fields.flag("claim", "cash"), fields.flag("claim", "copies"));
        return new LineConfig(
                name,
                defaults.withBaud(baud)
                        .withBudget(budget)
                        .withPaper(paper)
                        .withIdle(idle)
                        .withPatience(patience)
                        .withDrain(drain),
                ofTill,
                claim,
                rules(ofTill.name()));
    }

    private Till till(String otherwise) {
        String name = fields.text("till", "name", "the till's name within the shop", false, LineReader::name);
        Currency currency =
                fields.text("till", "currency", "a currency's three letters, as CNY", false, LineReader::currency);
        return new Till(name == null ? otherwise : name, currency == null ? Currency.getInstance("CNY") : currency);
    }

    /// The rules of the till's file; what is wrong with it is wrong with the configuration.
    private TillRules rules(String till) {
        Path file = fields.text("till", "rules", "a file name", false, directory::resolve);
        if (file == null) {
            return TillRules.NONE;
        }
        try {
            return TillRules.read(file, till);
        } catch (RulesException e) {
            fields.errors().addAll(e.errors());
            return TillRules.NONE;
        }
    }

    /// A name that people give.
    ///
    /// @throws IllegalArgumentException when it is none; the message is a sentence
    static String name(String text) {
        if (text.length() > LONGEST_NAME || text.chars().anyMatch(c -> c < ' ')) {
            throw new IllegalArgumentException(
                    "found " + text.length() + " characters, expected 1 to " + LONGEST_NAME + " printable ones");
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
}
