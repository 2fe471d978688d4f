package slipstream.cloudlink.service.campaign;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import slipstream.cloudlink.service.config.Amounts;
import slipstream.cloudlink.service.config.ConfigurationException;
import slipstream.cloudlink.service.config.TomlFile;

/// Campaigns as operators write them: TOML, every key checked.
public final class CampaignText {
    private static final int MOST = 100_000_000;
    private static final List<String> ALL_DAYS = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");

    private static final String BEARER = "bearer";
    private static final String PAYER = "payer";

    private final TomlFile toml;

    private CampaignText(TomlFile toml) {
        this.toml = toml;
    }

    /// Reads a campaign.
    ///
    /// @param name how the text is called in error messages
    /// @throws ConfigurationException in one sentence with line and key
    public static Campaign read(String name, String text) throws ConfigurationException {
        var toml = TomlFile.parse(name, text);
        var campaign = new CampaignText(toml).campaign();
        toml.refuseUnknownKeys();
        return campaign;
    }

    private Campaign campaign() throws ConfigurationException {
        var linkDays = toml.optionalNumber("link.days", 1, 365);
        try {
            return new Campaign(
                    toml.text("id"),
                    toml.text("circle", "main"),
                    Set.copyOf(toml.texts("merchants", List.of())),
                    toml.number("priority", 100, 0, 1000),
                    window(),
                    new AmountRange(amounts("amount.least"), amounts("amount.most")),
                    words("payers", List.of("member", "lapsed"), Segment::valueOf, "new, member and lapsed"),
                    Duration.ofDays(toml.number("lapsed-after-days", (int) Campaign.USUAL_LAPSE.toDays(), 1, 3650)),
                    toml.optionalNumber("purchase-threshold", 0, MOST),
                    words("offer", List.of("own", "exclusive"), Campaign.Offers::valueOf, "own and exclusive"),
                    Set.copyOf(toml.texts("items", List.of())),
                    toml.truth("rewards", true),
                    caps(),
                    toml.number("control-percent", 0, 0, 90),
                    toml.number("block.lines", Campaign.USUAL_BLOCK_LINES, 0, 4),
                    linkDays.map(Duration::ofDays),
                    payerOnly(),
                    toml.truth("invitations", false));
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException(toml.name() + ": " + e.getMessage());
        }
    }

    private boolean payerOnly() throws ConfigurationException {
        var who = toml.text("link.for", BEARER);
        if (!who.equals(BEARER) && !who.equals(PAYER)) {
            throw toml.wrong("link.for", who, BEARER + " or " + PAYER);
        }
        return who.equals(PAYER);
    }

    private Caps caps() throws ConfigurationException {
        return new Caps(
                toml.optionalNumber("caps.per-payer", 1, MOST),
                toml.optionalNumber("caps.per-payer-day", 1, MOST),
                toml.optionalNumber("caps.per-day", 1, MOST),
                toml.optionalNumber("caps.total", 1, MOST),
                toml.optionalNumber("caps.rewards-per-payer-day", 1, MOST));
    }

    private Window window() throws ConfigurationException {
        var zone = toml.zone("when.zone", "Asia/Shanghai");
        var days = words(
                "when.days",
                ALL_DAYS,
                word -> DayOfWeek.of(ALL_DAYS.indexOf(word.toLowerCase(Locale.ROOT)) + 1),
                "days such as sat");
        var from = moment("when.from", zone);
        var until = moment("when.until", zone);
        if (from.isPresent() && until.isPresent() && !from.get().isBefore(until.get())) {
            throw toml.wrong("when.until", toml.text("when.until"), "a day after when.from");
        }
        return new Window(from, until, days, hours(), zone);
    }

    private Optional<Instant> moment(String key, ZoneId zone) throws ConfigurationException {
        var text = toml.optionalText(key);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(text.get()).atStartOfDay(zone).toInstant());
        } catch (DateTimeException e) {
            throw toml.wrong(
                    key, text.get(), "a day such as 2026-12-24; a campaign ends before the day 'until' begins");
        }
    }

    private List<Window.Hours> hours() throws ConfigurationException {
        var hours = new ArrayList<Window.Hours>();
        for (var text : toml.texts("when.hours", List.of())) {
            try {
                var ends = text.split("-", -1);
                hours.add(new Window.Hours(LocalTime.parse(ends[0]), LocalTime.parse(ends[1])));
            } catch (DateTimeException | ArrayIndexOutOfBoundsException e) {
                throw toml.wrong("when.hours", text, "hours such as 14:00-17:30");
            }
        }
        return hours;
    }

    private Map<String, Long> amounts(String key) throws ConfigurationException {
        var amounts = new HashMap<String, Long>();
        for (var text : toml.texts(key, List.of())) {
            var money = Amounts.read(text);
            if (money.isEmpty()) {
                throw toml.wrong(key, text, "currency and amount, such as CNY 20.00");
            }
            amounts.put(money.get().currency(), money.get().minorUnits());
        }
        return amounts;
    }

    private <T> Set<T> words(String key, List<String> otherwise, Function<String, T> meaning, String expected)
            throws ConfigurationException {
        var words = toml.texts(key, otherwise);
        try {
            return words.stream()
                    .map(word -> meaning.apply(word.toUpperCase(Locale.ROOT)))
                    .collect(Collectors.toSet());
        } catch (IllegalArgumentException | DateTimeException e) {
            throw toml.wrong(key, String.join(", ", words), expected);
        }
    }
}
