package slipstream.cloudlink.service.web.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static slipstream.cloudlink.service.town.Chromium.accessible;
import static slipstream.cloudlink.service.town.Chromium.heading;
import static slipstream.cloudlink.service.town.Chromium.nextPage;
import static slipstream.cloudlink.service.town.Chromium.noOverflow;
import static slipstream.cloudlink.service.town.Chromium.tallPicture;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import slipstream.cloudlink.service.account.Role;
import slipstream.cloudlink.service.account.Totp;
import slipstream.cloudlink.service.figures.BoxReport;
import slipstream.cloudlink.service.figures.Figures;
import slipstream.cloudlink.service.merchant.Merchant;
import slipstream.cloudlink.service.merchant.Wording;
import slipstream.cloudlink.service.store.SqlBooks;
import slipstream.cloudlink.service.town.Chromium;
import slipstream.cloudlink.service.town.MovableClock;
import slipstream.cloudlink.service.town.Town;

/// The console as an operator at a desk and a merchant with a phone see it, in Chromium. Pictures go to
/// `target/screenshots`.
class ConsoleBrowserTest {
    @TempDir
    static Path directory;

    private static final MovableClock CLOCK = new MovableClock();
    private static Town town;
    private static People people;
    private static Chromium browsers;

    @BeforeAll
    static void open() throws Exception {
        browsers = new Chromium(directory);
        town = new Town(directory, CLOCK);
        people = new People(town, CLOCK);
        aBusyWeek();
    }

    /// Payments on some days, a campaign with a control group, what boxes tell.
    private static void aBusyWeek() throws Exception {
        var administration = town.service.administration();
        for (var shop : List.of("noodles", "dumplings", "bakery")) {
            administration.addMerchant(
                    new Merchant(
                            shop,
                            Wording.of(Map.of("noodles", "老面馆", "dumplings", "饺子屋", "bakery", "麦香面包房")
                                    .get(shop)),
                            Locale.CHINESE,
                            "main",
                            Optional.of("food")),
                    Map.of());
        }
        administration.addCampaign("weekend", """
                id = "weekend"
                merchants = ["books"]
                control-percent = 30
                payers = ["new", "member"]
                """);
        administration.addCampaign("tea-time", """
                id = "tea-time"
                merchants = ["tea", "coffee"]
                """);
        var figures = new Figures(
                people.offices().database().ledger(handle -> new SqlBooks(handle).figures()),
                town.configuration.zone(),
                CLOCK);
        try (var phone = Town.phone()) {
            for (int day = 0; day < 7; day++) {
                for (int i = 0; i < 6 + day; i++) {
                    var shop = List.of("coffee", "tea", "books").get(i % 3);
                    var answer = town.identify(shop, town.pay(shop, "payer-" + (day + i) % 9));
                    if (answer.url() != null && i % 2 == 0) {
                        Town.get(phone, URI.create(answer.url()));
                        if (i % 4 == 0) {
                            Town.claim(phone, URI.create(answer.url()), "");
                        }
                    }
                }
                var counts = new HashMap<String, Long>(
                        Map.of("receipts", 30L + day, "references", 21L + day, "printed", 4L + day, "late", 1L));
                counts.putAll(Map.of("held-10", 9L, "held-25", 6L, "held-50", 3L, "held-100", 2L, "held-350", 1L));
                figures.tell("coffee", "box", new BoxReport(figures.today().toString(), "r1", counts));
                if (day < 6) {
                    CLOCK.moveAhead(Duration.ofDays(1));
                }
            }
        }
    }

    @AfterAll
    static void close() {
        if (town != null) {
            people.close();
            town.close();
        }
    }

    @AfterEach
    void putAway() {
        browsers.close();
    }

    @Test
    void anOperatorSetsUpSignsInLooksAroundAndAddsACampaign() throws Exception {
        var first = people.accounts().add("anna", Role.OPERATOR, "main", Optional.empty());
        var browser = browsers.desktop("en-GB");
        signIn(browser, "anna", first, "");
        assertEquals("Set up your sign-in", heading(browser));
        picture(browser, "console-setup");
        setUp(browser);
        assertEquals("Keep these recovery codes", heading(browser));
        assertEquals(10, browser.findElements(By.cssSelector(".codes li")).size());
        picture(browser, "console-codes");
        press(browser, browser.findElement(By.cssSelector("main a.button")));
        assertEquals("Overview", heading(browser));
        picture(browser, "console-overview-en");
        for (var page : List.of(
                "circle",
                "campaigns",
                "merchants",
                "credentials",
                "items",
                "staff",
                "devices",
                "users",
                "tokens",
                "audit",
                "exports")) {
            press(browser, browser.findElement(By.cssSelector("nav a[href='/console/" + page + "']")));
            picture(browser, "console-" + page + "-en");
        }
        open(browser, "/console/campaigns/new");
        browser.findElement(By.id("f-id")).sendKeys("autumn");
        picture(browser, "console-campaign-form-en");
        press(browser, browser.findElement(By.name("preview")));
        assertEquals(1, browser.findElements(By.cssSelector("img.receipt")).size());
        assertEquals("autumn", browser.findElement(By.id("f-id")).getDomProperty("value"), "the draft is still there");
        picture(browser, "console-campaign-preview-en");
        press(browser, browser.findElement(By.cssSelector("form.card button:not(.second)")));
        assertEquals("Campaigns", heading(browser));
        press(browser, browser.findElement(By.linkText("autumn")));
        picture(browser, "console-campaign-en");
        open(browser, "/console/devices/new");
        var shop = browser.findElement(By.cssSelector("#f-merchant option[value=books]"));
        shop.click();
        browser.findElement(By.id("f-name")).sendKeys("till 2");
        press(browser, browser.findElement(By.cssSelector("form.card button")));
        assertEquals("Token for the box", heading(browser));
        picture(browser, "console-token-en");
        open(browser, "/console/credentials/new");
        picture(browser, "console-credentials-form-en");
        open(browser, "/console/merchants/noodles");
        picture(browser, "console-merchant-en");
        press(browser, browser.findElement(By.cssSelector("button.plain")));
        assertEquals("Sign in", heading(browser));
        open(browser, "/console/overview");
        assertEquals("Sign in", heading(browser));
        picture(browser, "console-sign-in-en");
    }

    @Test
    void aMerchantWithAPhoneSeesItsOwnShopInChinese() throws Exception {
        var first = people.accounts().add("shu", Role.MERCHANT, "main", Optional.of("books"));
        var browser = browsers.phone("zh-CN");
        signIn(browser, "shu", first, "");
        setUp(browser);
        picture(browser, "console-phone-codes-zh");
        press(browser, browser.findElement(By.cssSelector("main a.button")));
        assertEquals("概览", heading(browser));
        picture(browser, "console-phone-overview-zh");
        for (var page :
                List.of("campaigns", "merchants", "credentials", "items", "staff", "devices", "tokens", "exports")) {
            open(browser, "/console/" + page);
            picture(browser, "console-phone-" + page + "-zh");
        }
        open(browser, "/console/campaigns/weekend");
        picture(browser, "console-phone-campaign-zh");
        open(browser, "/console/items/new");
        picture(browser, "console-phone-item-form-zh");
        open(browser, "/console/credentials/new");
        picture(browser, "console-phone-credentials-form-zh");
        open(browser, "/console/staff/new");
        browser.findElement(By.id("f-name")).sendKeys("前台");
        press(browser, browser.findElement(By.cssSelector("form.card button")));
        assertEquals("链接与 PIN", heading(browser));
        picture(browser, "console-phone-staff-told-zh");
        open(browser, "/console/users");
        assertEquals("这里没有内容", heading(browser));
        picture(browser, "console-phone-nothing-zh");
    }

    private void signIn(ChromeDriver browser, String name, String password, String code) {
        open(browser, "/console");
        browser.findElement(By.id("name")).sendKeys(name);
        browser.findElement(By.id("password")).sendKeys(password);
        browser.findElement(By.id("code")).sendKeys(code);
        press(browser, browser.findElement(By.cssSelector("main button")));
    }

    private void setUp(ChromeDriver browser) {
        var secret = browser.findElement(By.className("secret")).getText().replace(" ", "");
        browser.findElement(By.id("code")).sendKeys(Totp.at(secret, CLOCK.instant()));
        browser.findElement(By.id("password")).sendKeys(People.PASSWORD);
        browser.findElement(By.id("again")).sendKeys(People.PASSWORD);
        press(browser, browser.findElement(By.cssSelector("main button")));
    }

    private static void open(ChromeDriver browser, String path) {
        browser.get(town.service.open().resolve(path).toString());
    }

    private static void press(ChromeDriver browser, WebElement element) {
        nextPage(browser, element::click);
    }

    /// The whole page; nothing may stick out sideways.
    private static void picture(ChromeDriver browser, String name) throws Exception {
        tallPicture(browser, name);
        noOverflow(browser);
        accessible(browser);
        assertTrue(browser.getTitle().endsWith("Slipstream"));
    }
}
