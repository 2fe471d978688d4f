package slipstream.cloudlink.service.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import slipstream.cloudlink.service.config.ConfigurationException;

/// What operators write, and what they are told when it is wrong.
class CampaignTextTest {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    @Test
    void everyKeyIsUnderstood() throws Exception {
        var campaign = CampaignText.read("c.toml", """
                id = "weekend"
                circle = "old-town"
                merchants = ["coffee", "tea"]
                priority = 5
                payers = ["new", "lapsed"]
                lapsed-after-days = 45
                purchase-threshold = 3
                offer = ["own"]
                items = ["i1"]
                rewards = false
                invitations = true
                control-percent = 10
                [when]
                from = "2026-12-01"
                until = "2027-01-01"
                days = ["sat", "sun"]
                hours = ["14:00-17:30", "22:00-02:00"]
                zone = "Asia/Shanghai"
                [amount]
                least = ["CNY 20.00", "JPY 500"]
                most = ["CNY 500"]
                [caps]
                per-payer = 1
                per-payer-day = 2
                per-day = 3
                total = 4
                rewards-per-payer-day = 5
                [block]
                lines = 1
                [link]
                days = 14
                for = "payer"
                """);
        assertEquals(
                new Campaign(
                        "weekend",
                        "old-town",
                        Set.of("coffee", "tea"),
                        5,
                        new Window(
                                Optional.of(Instant.parse("2026-11-30T16:00:00Z")),
                                Optional.of(Instant.parse("2026-12-31T16:00:00Z")),
                                Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY),
                                List.of(hours(14, 0, 17, 30), hours(22, 0, 2, 0)),
                                SHANGHAI),
                        new AmountRange(Map.of("CNY", 2000L, "JPY", 500L), Map.of("CNY", 50_000L)),
                        Set.of(Segment.NEW, Segment.LAPSED),
                        Duration.ofDays(45),
                        Optional.of(3),
                        Set.of(Campaign.Offers.OWN),
                        Set.of("i1"),
                        false,
                        new Caps(Optional.of(1), Optional.of(2), Optional.of(3), Optional.of(4), Optional.of(5)),
                        10,
                        1,
                        Optional.of(Duration.ofDays(14)),
                        true,
                        true),
                campaign);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            circle = "main"                            | 'id' is missing
            id = "Bad Id"                              | campaign id 'Bad Id': expected 1 to 32 lower-case
            id = "a"\\npayers = ["friends"]             | payers is 'friends', expected new, member and lapsed
            id = "a"\\n[when]\\ndays = ["someday"]        | when.days is 'someday', expected days such as sat
            id = "a"\\n[when]\\nhours = ["14-17"]         | when.hours is '14-17', expected hours such as 14:00-17:30
            id = "a"\\n[when]\\nfrom = "soon"             | when.from is 'soon', expected a day such as 2026-12-24
            id = "a"\\n[when]\\nfrom = "2026-12-02"\\nuntil = "2026-12-01" | when.until is '2026-12-01', expected a day after when.from
            id = "a"\\n[amount]\\nleast = ["20 CNY"]      | amount.least is '20 CNY', expected currency and amount
            id = "a"\\n[amount]\\nleast = ["CNY 0.001"]   | amount.least is 'CNY 0.001'
            id = "a"\\ncontrol-percent = 91             | control-percent is 91, expected a whole number from 0 to 90
            id = "a"\\nrewards = "yes"                  | rewards is 'yes', expected true or false
            id = "a"\\n[caps]\\nper-payer = 0             | caps.per-payer is 0, expected a whole number from 1
            id = "a"\\n[block]\\nlines = 5                | block.lines is 5, expected a whole number from 0 to 4
            id = "a"\\n[link]\\nfor = "anybody"        | link.for is 'anybody', expected bearer or payer
            id = "a"\\ninvitations = 1                | invitations is 1, expected true or false
            id = "a"\\nper-payer = 1                    | unknown key 'per-payer'
            id =                                       | line 1
            """)
    void whatIsWrongIsToldInOneSentence(String toml, String sentence) {
        var refusal = assertThrows(
                ConfigurationException.class, () -> CampaignText.read("c.toml", toml.replace("\\n", "\n")));
        assertTrue(refusal.getMessage().contains(sentence), refusal.getMessage());
        assertTrue(refusal.getMessage().startsWith("c.toml"), refusal.getMessage());
    }

    @Test
    void nightHoursBelongToTheDayOnWhichTheyBegin() {
        var window = new Window(
                Optional.empty(), Optional.empty(), Set.of(DayOfWeek.FRIDAY), List.of(hours(22, 0, 2, 0)), SHANGHAI);
        assertFalse(window.contains(at("2026-11-20T21:59:59")));
        assertTrue(window.contains(at("2026-11-20T22:00:00")));
        assertTrue(window.contains(at("2026-11-21T01:59:59")), "Saturday, but Friday's night");
        assertFalse(window.contains(at("2026-11-21T02:00:00")));
        assertFalse(window.contains(at("2026-11-21T22:00:00")));
        assertFalse(window.contains(at("2026-11-20T01:00:00")), "Friday, but Thursday's night");
    }

    @Test
    void aWindowEndedBeforeItBeganWasNeverOpen() {
        var begins = Instant.parse("2026-12-01T00:00:00Z");
        var window = new Window(Optional.of(begins), Optional.empty(), Set.of(DayOfWeek.values()), List.of(), SHANGHAI);
        var ended = window.endedAt(begins.minusSeconds(10));
        assertFalse(ended.contains(begins.plusSeconds(1)));
        assertFalse(ended.contains(begins.minusSeconds(11)));
    }

    private static Window.Hours hours(int fromHour, int fromMinute, int toHour, int toMinute) {
        return new Window.Hours(LocalTime.of(fromHour, fromMinute), LocalTime.of(toHour, toMinute));
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(SHANGHAI).toInstant();
    }
}
