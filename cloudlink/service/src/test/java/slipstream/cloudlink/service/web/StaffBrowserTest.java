package slipstream.cloudlink.service.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static slipstream.cloudlink.service.town.Chromium.heading;
import static slipstream.cloudlink.service.town.Chromium.nextPage;
import static slipstream.cloudlink.service.town.Chromium.noOverflow;
import static slipstream.cloudlink.service.town.Chromium.press;
import static slipstream.cloudlink.service.town.Chromium.tallPicture;
import static slipstream.cloudlink.service.town.Chromium.text;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.qrcode.QRCodeWriter;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.chrome.ChromeDriver;
import slipstream.cloudlink.service.staff.StaffDoor;
import slipstream.cloudlink.service.town.Chromium;
import slipstream.cloudlink.service.town.Town;

/// The staff journey as somebody behind a counter sees it, in Chromium. Pictures go to `target/screenshots`.
class StaffBrowserTest {
    /// A phone whose browser reads symbols: a camera that shows a picture, and a reader that finds a code in the
    /// third look.
    private static final String CAMERA = """
            navigator.mediaDevices.getUserMedia = async () => {
                const canvas = document.createElement('canvas');
                canvas.getContext('2d').fillRect(0, 0, 9, 9);
                return canvas.captureStream(5);
            };
            window.BarcodeDetector = class {
                static async getSupportedFormats() { return ['qr_code']; }
                async detect() { this.looks = (this.looks || 0) + 1; return this.looks < 3 ? [] : [{rawValue: 'CODE'}]; }
            };""";

    @TempDir
    static Path directory;

    private static Town town;
    private static Chromium chromium;
    private static StaffDoor.Invited invited;

    @BeforeAll
    static void open() throws Exception {
        chromium = new Chromium(directory);
        town = new Town(directory);
        invited = town.service.administration().addStaff("coffee", "柜台一");
    }

    @AfterAll
    static void close() {
        if (town != null) {
            chromium.close();
            town.close();
        }
    }

    @Test
    void aVoucherIsRedeemedAndUndoneInChinese() throws Exception {
        var phone = chromium.phone("zh-CN");
        phone.get(town.service.open() + "/staff/in/" + invited.link());
        assertEquals("店员登录", heading(phone));
        picture(phone, "staff-door-zh");
        phone.findElement(By.id("pin")).sendKeys("12");
        press(phone);
        assertTrue(text(phone).contains("不符"));
        picture(phone, "staff-door-refused-zh");
        phone.findElement(By.id("pin")).sendKeys(invited.pin());
        press(phone);
        assertEquals("核销优惠券", heading(phone));
        picture(phone, "staff-desk-zh");
        var code = town.voucher("coffee", "browser-staff").grouped();
        type(phone, "V0000-00000");
        assertTrue(text(phone).contains("不是有效的券码"));
        picture(phone, "staff-wrong-zh");
        type(phone, code.toLowerCase());
        assertEquals("可以使用", heading(phone));
        assertTrue(text(phone).contains("拿铁第二杯半价"));
        picture(phone, "staff-good-zh");
        press(phone);
        assertEquals("核销成功", heading(phone));
        picture(phone, "staff-redeemed-zh");
        press(phone);
        assertEquals("已撤销", heading(phone));
        picture(phone, "staff-undone-zh");
        Chromium.follow(phone, "下一张");
        type(phone, code);
        press(phone);
        Chromium.follow(phone, "下一张");
        type(phone, code);
        assertEquals("已被使用", heading(phone));
        picture(phone, "staff-used-zh");
        Chromium.follow(phone, "English");
        assertEquals("Redeem a voucher", heading(phone));
    }

    @Test
    void onADesktopInEnglishWithTheKeyboardAlone() throws Exception {
        var desktop = chromium.desktop("en-GB");
        signIn(desktop);
        picture(desktop, "staff-desk-desktop-en");
        var field = desktop.findElement(By.id("code"));
        field.sendKeys(town.voucher("coffee", "browser-desktop").value());
        nextPage(desktop, field::submit);
        assertEquals("Valid", heading(desktop));
        picture(desktop, "staff-good-desktop-en");
        type(desktop, town.voucher("books", "browser-elsewhere").value(), true);
        assertEquals("Not for this shop", heading(desktop));
        picture(desktop, "staff-elsewhere-desktop-en");
    }

    @Test
    void theCameraIsOfferedWhereTheBrowserReadsSymbols() throws Exception {
        var code = town.voucher("coffee", "browser-camera").value();
        var phone = chromium.phone("zh-CN");
        phone.executeCdpCommand(
                "Page.addScriptToEvaluateOnNewDocument", Map.of("source", CAMERA.replace("CODE", code)));
        signIn(phone);
        assertTrue(phone.findElement(By.id("camera")).isDisplayed());
        picture(phone, "staff-camera-zh");
        nextPage(phone, phone.findElement(By.id("camera"))::click);
        assertEquals("可以使用", heading(phone));
    }

    @Test
    void whereItDoesNotAPhotographIsSentAsSoonAsItIsTaken() throws Exception {
        var code = town.voucher("coffee", "browser-photo").value();
        var picture = directory.resolve("photo.png");
        var matrix = new QRCodeWriter().encode(code, BarcodeFormat.QR_CODE, 400, 400);
        var image = new BufferedImage(400, 400, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 160_000; i++) {
            image.setRGB(i % 400, i / 400, matrix.get(i % 400, i / 400) ? 0 : 0xffffff);
        }
        ImageIO.write(image, "png", picture.toFile());
        var phone = chromium.phone("zh-CN");
        signIn(phone);
        assertFalse(phone.findElement(By.id("camera")).isDisplayed());
        nextPage(phone, () -> phone.findElement(By.id("picture")).sendKeys(picture.toString()));
        assertEquals("可以使用", heading(phone));
    }

    @Test
    void nothingOverflowsOnANarrowPhoneOrWithLargeType() throws Exception {
        for (int width : new int[] {320, 195}) {
            var phone = chromium.phone("en-GB", width, 568);
            signIn(phone);
            noOverflow(phone);
            type(phone, town.voucher("coffee", "browser-narrow-" + width).value());
            noOverflow(phone);
            press(phone);
            noOverflow(phone);
            picture(phone, "staff-redeemed-" + width);
        }
    }

    private static void signIn(ChromeDriver browser) {
        browser.get(town.service.open() + "/staff/in/" + invited.link());
        browser.findElement(By.id("pin")).sendKeys(invited.pin());
        press(browser);
    }

    private static void type(ChromeDriver browser, String code) {
        type(browser, code, false);
    }

    private static void type(ChromeDriver browser, String code, boolean anew) {
        if (anew) {
            browser.get(town.service.open() + "/staff");
        }
        var field = browser.findElement(By.id("code"));
        field.clear();
        field.sendKeys(code);
        press(browser);
    }

    private static void picture(ChromeDriver browser, String name) throws Exception {
        Chromium.accessible(browser);
        tallPicture(browser, name);
    }
}
