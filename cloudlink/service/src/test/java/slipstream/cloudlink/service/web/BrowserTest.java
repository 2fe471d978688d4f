package slipstream.cloudlink.service.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static slipstream.cloudlink.service.town.Chromium.accessible;
import static slipstream.cloudlink.service.town.Chromium.follow;
import static slipstream.cloudlink.service.town.Chromium.nextPage;
import static slipstream.cloudlink.service.town.Chromium.noOverflow;
import static slipstream.cloudlink.service.town.Chromium.picture;
import static slipstream.cloudlink.service.town.Chromium.press;
import static slipstream.cloudlink.service.town.Chromium.text;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.chrome.ChromeDriver;
import slipstream.cloudlink.service.merchant.Wording;
import slipstream.cloudlink.service.town.Chromium;
import slipstream.cloudlink.service.town.MovableClock;
import slipstream.cloudlink.service.town.Town;

/// The claim journey as a person with a phone sees it, in Chromium. Pictures go to `target/screenshots`.
class BrowserTest {
    @TempDir
    static Path directory;

    private static final MovableClock CLOCK = new MovableClock();
    private static Town town;
    private static Chromium browsers;

    @BeforeAll
    static void open() throws Exception {
        browsers = new Chromium(directory);
        town = new Town(directory, CLOCK);
    }

    @AfterAll
    static void close() {
        if (town != null) {
            town.close();
        }
    }

    @AfterEach
    void putAway() {
        browsers.close();
    }

    @Test
    void aCouponIsClaimedInChineseAndASecondVisitorIsRefusedKindly() throws Exception {
        var link = town.link("books", "browser-zh");
        var phone = phone("zh-CN");
        phone.get(link.toString());
        assertEquals("zh", phone.findElement(By.tagName("html")).getDomAttribute("lang"));
        assertTrue(text(phone).contains("全场图书九折"));
        picture(phone, "offer-zh");
        accessible(phone);
        press(phone);
        assertEquals("领取成功", phone.findElement(By.tagName("h1")).getText());
        var code = code(phone);
        picture(phone, "voucher-zh");
        phone.get(link.toString());
        assertEquals(code, code(phone), "the same phone sees its voucher again");

        var other = phone("zh-CN");
        other.get(link.toString());
        assertEquals("这个链接已经用过了", other.findElement(By.tagName("h1")).getText());
        picture(other, "used-zh");
        accessible(other);
    }

    @Test
    void aCouponIsChosenAmongSeveralInEnglish() throws Exception {
        var link = town.link("coffee", "browser-en");
        var phone = phone("en-GB");
        phone.get(link.toString());
        assertEquals("Choose your coupon", phone.findElement(By.tagName("h1")).getText());
        var choices = phone.findElements(By.cssSelector("label.choice"));
        assertEquals(2, choices.size());
        picture(phone, "choose-en");
        accessible(phone);
        choices.get(1).click();
        picture(phone, "chosen-en");
        press(phone);
        assertEquals("It is yours", phone.findElement(By.tagName("h1")).getText());
        assertTrue(text(phone).contains("10 off from 30"));
        picture(phone, "voucher-en");
        accessible(phone);
    }

    @Test
    void theLanguageIsSwitchedByTheLinkAndKeptWhenClaiming() {
        var phone = phone("zh-CN");
        phone.get(town.link("books", "browser-switch").toString());
        follow(phone, "English");
        assertEquals("A coupon for you", phone.findElement(By.tagName("h1")).getText());
        press(phone);
        assertEquals("It is yours", phone.findElement(By.tagName("h1")).getText());
        follow(phone, "中文");
        assertEquals("领取成功", phone.findElement(By.tagName("h1")).getText());
    }

    @Test
    void theKeyboardAloneIsEnough() {
        var phone = phone("en-GB");
        phone.get(town.link("coffee", "browser-keys").toString());
        var first = phone.findElement(By.cssSelector("input[type=radio]"));
        first.sendKeys(Keys.ARROW_DOWN);
        nextPage(phone, () -> first.sendKeys(Keys.ENTER));
        assertEquals("It is yours", phone.findElement(By.tagName("h1")).getText());
    }

    @Test
    void nothingOverflowsOnANarrowPhoneWithLongWordsAndLargeType() throws Exception {
        town.service
                .administration()
                .addItem(
                        "bare",
                        Wording.of("指定门店任意饮品买一送一，另加赠手工曲奇一份（每日限量三十份，送完即止）"),
                        Optional.of(Wording.of("每人每日限用一次；不可兑换现金；不与店内其他优惠同时使用；最终解释以门店公示为准。")),
                        365);
        var link = town.link("bare", "browser-narrow");
        var narrow = phone("zh-CN", 320, 568);
        narrow.get(link.toString());
        noOverflow(narrow);
        picture(narrow, "narrow-offer");
        press(narrow);
        noOverflow(narrow);
        picture(narrow, "narrow-voucher");
        // Half the width is what a page gets at 200 % zoom.
        var zoomed = phone("zh-CN", 195, 422);
        zoomed.get(town.link("bare", "browser-zoomed").toString());
        noOverflow(zoomed);
        press(zoomed);
        noOverflow(zoomed);
        picture(zoomed, "zoomed-voucher");
    }

    @Test
    void linksThatGiveNothingSaySoKindly() throws Exception {
        var link = town.link("books", "browser-late");
        var phone = phone("zh-CN");
        phone.get(town.service.open() + "/C/0000000000000000");
        assertEquals("没有找到这个链接", phone.findElement(By.tagName("h1")).getText());
        picture(phone, "unknown-zh");
        CLOCK.moveAhead(Duration.ofDays(31));
        phone.get(link + "?lang=en");
        assertEquals(
                "The time to claim is over", phone.findElement(By.tagName("h1")).getText());
        picture(phone, "expired-en");
    }

    private ChromeDriver phone(String language) {
        return browsers.phone(language);
    }

    private ChromeDriver phone(String language, int width, int height) {
        return browsers.phone(language, width, height);
    }

    private static String code(ChromeDriver phone) {
        return phone.findElement(By.className("code")).getText();
    }
}
