package slipstream.cloudlink.service.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static slipstream.cloudlink.service.town.Chromium.accessible;
import static slipstream.cloudlink.service.town.Chromium.follow;
import static slipstream.cloudlink.service.town.Chromium.heading;
import static slipstream.cloudlink.service.town.Chromium.noOverflow;
import static slipstream.cloudlink.service.town.Chromium.press;
import static slipstream.cloudlink.service.town.Chromium.tallPicture;
import static slipstream.cloudlink.service.town.Chromium.text;

import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.chrome.ChromeDriver;
import slipstream.cloudlink.service.config.Listen;
import slipstream.cloudlink.service.gateway.alipay.simulator.AlipaySimulator;
import slipstream.cloudlink.service.gateway.alipay.simulator.Mode;
import slipstream.cloudlink.service.merchant.Platform;
import slipstream.cloudlink.service.town.Chromium;
import slipstream.cloudlink.service.town.Town;

/// Codes of which nobody knows yet who paid, scanned with either wallet on a phone: the wallet says who it is.
class ScanBrowserTest {
    @TempDir
    static Path directory;

    private static Town town;
    private static AlipaySimulator alipay;
    private static Chromium browsers;

    @BeforeAll
    static void open() throws Exception {
        browsers = new Chromium(directory);
        town = new Town(directory);
        var any = new Listen("127.0.0.1", 0);
        alipay = AlipaySimulator.start(directory.resolve("alipay"), any, any, Clock.systemUTC());
        var sheet = alipay.signUp("2021003126695008", "2088123412341234", Mode.ENCRYPTED);
        town.service.administration().entrust("books", Platform.ALIPAY, sheet);
    }

    @AfterAll
    static void close() {
        if (town != null) {
            town.close();
            alipay.close();
        }
    }

    @AfterEach
    void putAway() {
        browsers.close();
    }

    private static void check(ChromeDriver browser, String picture) throws Exception {
        tallPicture(browser, picture);
        noOverflow(browser);
        accessible(browser);
    }

    @ParameterizedTest
    @CsvSource({"wechat, MicroMessenger/8.0.50, zh-CN", "alipay, AlipayClient/10.6.0, en-GB"})
    void whoScansInAWalletIsKnownTheSecondTime(String wallet, String agent, String language) throws Exception {
        var phone = browsers.wallet(language, agent + " Openid/scan-" + wallet);
        phone.get(town.cash("books").toString());
        check(phone, "scan-" + wallet + "-before");
        press(phone);
        assertTrue(text(phone).matches("(?s).*(很高兴认识您|Nice to meet you).*"), text(phone));
        check(phone, "scan-" + wallet + "-first");
        follow(phone, language.startsWith("zh") ? "我的券和我的数据" : "My vouchers and my data");
        check(phone, "scan-" + wallet + "-own");
        phone.manage().deleteAllCookies();
        phone.get(town.cash("books").toString());
        press(phone);
        assertTrue(text(phone).matches("(?s).*(全场图书九折|10% off all books).*"), "known by the wallet, not a cookie");
        check(phone, "scan-" + wallet + "-offer");
        press(phone);
        check(phone, "scan-" + wallet + "-voucher");
    }

    @Test
    void aCodeThatNoReceiptCarriesYetSaysSo() throws Exception {
        var phone = browsers.wallet("zh-CN", "MicroMessenger/8.0.50 Openid/early");
        phone.get(town.code(town.token("books")).toString());
        assertEquals("二维码尚未就绪", heading(phone));
        check(phone, "scan-not-yet");
    }
}
