package slipstream.cloudlink.service.web.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static slipstream.cloudlink.service.town.Chromium.accessible;
import static slipstream.cloudlink.service.town.Chromium.heading;
import static slipstream.cloudlink.service.town.Chromium.noOverflow;
import static slipstream.cloudlink.service.town.Chromium.tallPicture;
import static slipstream.cloudlink.service.town.Chromium.text;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Cookie;
import org.openqa.selenium.chrome.ChromeDriver;
import slipstream.cloudlink.protocol.IdentifyRequest;
import slipstream.cloudlink.protocol.Messages;
import slipstream.cloudlink.protocol.PaymentReference;
import slipstream.cloudlink.service.town.Chromium;
import slipstream.cloudlink.service.town.MovableClock;
import slipstream.cloudlink.service.town.Town;

/// Who came back and what they spent, as an operator sees it after nine days: a campaign that works, and one whose
/// groups are still small.
class LiftBrowserTest {
    private static final int PAYERS = 60;
    private static final MovableClock CLOCK = MovableClock.standing();

    @TempDir
    static Path directory;

    private static final Set<Integer> TREATED = new HashSet<>();

    private static Town town;
    private static People people;
    private static Visitor anna;
    private static Chromium browsers;
    private static int payments;
    private static int treatedBack;

    @BeforeAll
    static void open() throws Exception {
        browsers = new Chromium(directory);
        town = new Town(directory, CLOCK);
        people = new People(town, CLOCK);
        var campaign = "id = \"%s\"\nmerchants = [\"%s\"]\ncontrol-percent = %d\npayers = [\"new\", \"member\"]\n";
        town.service.administration().addCampaign("weekend", campaign.formatted("weekend", "books", 40));
        town.service.administration().addCampaign("tea-time", campaign.formatted("tea-time", "tea", 1));
        for (int i = 0; i < PAYERS; i++) {
            if (visit("books", "reader-" + i, 3500)) {
                TREATED.add(i);
            }
        }
        visit("tea", "drinker", 1800);
        CLOCK.moveAhead(Duration.ofDays(3));
        for (int i = 0; i < PAYERS; i++) {
            // Three of five come back with a link, one of five without.
            if (i % 5 < (TREATED.contains(i) ? 3 : 1)) {
                visit(List.of("books", "coffee").get(i % 2), "reader-" + i, 2000 + 137 * (i % 17));
                treatedBack += TREATED.contains(i) ? 1 : 0;
            }
        }
        CLOCK.moveAhead(Duration.ofDays(6));
        anna = people.operator("anna");
    }

    /// Somebody pays; whether the receipt carries a link.
    private static boolean visit(String shop, String payer, long fen) {
        var id = "42000012342026112299" + "%08d".formatted(++payments);
        town.wechat.putOrder(Town.MCHIDS.get(shop), "L-" + payments, id, payer, fen, "SUCCESS");
        var question = IdentifyRequest.of("1", new PaymentReference("wechat", "transaction_id", id), null);
        var answer = town.ask(shop, Messages.IDENTIFY_REQUEST.write(question));
        return Messages.IDENTIFY_ANSWER.read(answer.body()).url() != null;
    }

    @AfterAll
    static void close() {
        if (town != null) {
            anna.close();
            people.close();
            town.close();
        }
    }

    @AfterEach
    void putAway() {
        browsers.close();
    }

    @Test
    void groupsAndTheirDifferenceStandSideBySideOnADesk() throws Exception {
        var desk = signedIn(browsers.desktop("en-GB"));
        look(desk, "en", "lift-desktop-en");
        assertEquals("Who came back, and what they spent", heading(desk));
        var shown = text(desk);
        assertTrue(shown.contains("(%d / %d)".formatted(treatedBack, TREATED.size())), shown);
        assertTrue(shown.contains("(%d / %d)".formatted(PAYERS / 5 - untreatedLeft(), PAYERS - TREATED.size())), shown);
    }

    /// How many of those who would come back anyway had a link.
    private static int untreatedLeft() {
        return (int) TREATED.stream().filter(i -> i % 5 == 0).count();
    }

    @Test
    void aPhoneShowsEachCampaignAsAList() throws Exception {
        var phone = signedIn(browsers.phone("zh-CN"));
        look(phone, "zh", "lift-phone-zh");
        assertTrue(text(phone).contains("weekend"), text(phone));
    }

    private static void look(ChromeDriver browser, String language, String picture) throws Exception {
        browser.get(town.service.open() + "/console/lift?days=7&lang=" + language);
        tallPicture(browser, picture);
        noOverflow(browser);
        accessible(browser);
    }

    /// The browser goes on where the operator has signed in.
    private static ChromeDriver signedIn(ChromeDriver browser) {
        browser.get(town.service.open() + "/console/sign-in");
        anna.cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> !cookie.getValue().isEmpty())
                .forEach(cookie -> browser.manage().addCookie(new Cookie(cookie.getName(), cookie.getValue())));
        return browser;
    }
}
