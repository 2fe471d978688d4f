package slipstream.cloudlink.service.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static slipstream.cloudlink.service.town.Chromium.accessible;
import static slipstream.cloudlink.service.town.Chromium.heading;
import static slipstream.cloudlink.service.town.Chromium.nextPage;
import static slipstream.cloudlink.service.town.Chromium.noOverflow;
import static slipstream.cloudlink.service.town.Chromium.press;
import static slipstream.cloudlink.service.town.Chromium.tallPicture;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.chrome.ChromeDriver;
import slipstream.cloudlink.protocol.CopyName;
import slipstream.cloudlink.protocol.CopyReport;
import slipstream.cloudlink.protocol.Messages;
import slipstream.cloudlink.service.copy.Copies;
import slipstream.cloudlink.service.town.Chromium;
import slipstream.cloudlink.service.town.MovableClock;
import slipstream.cloudlink.service.town.Town;

/// A copy of the receipt as a person sees it, in Chromium. Pictures go to `target/screenshots`.
class CopyBrowserTest {
    private static final String RECEIPT = String.join(
            "\n",
            "       拾光书店 Found Time Books",
            "结账单",
            "",
            "单号 A0000017                             收银 2",
            "-".repeat(48),
            "城南旧事                 x1               22.00",
            "Pocket Atlas             x1               16.00",
            "-".repeat(48),
            "合计                                      38.00",
            "微信支付                                  38.00",
            "会员卡 ############1881",
            "交易单号：4200001234202611220000000002",
            "",
            "         谢谢惠顾，欢迎再次光临");

    @TempDir
    Path directory;

    @Test
    void aPayerGetsTheCopyOfAReceiptOnAPhoneInChineseAndOnADesktopInEnglish() throws Exception {
        var clock = new MovableClock();
        var browsers = new Chromium(directory);
        try (var town = new Town(directory, clock)) {
            var administration = town.service.administration();
            administration.changeMerchant(
                    administration.merchant("books").orElseThrow().withCopies(true));
            for (var language : List.of("zh", "en")) {
                var link = town.link("books", "copy-" + language).toString();
                var phone = language.equals("zh") ? browsers.phone("zh-CN") : browsers.phone("en-GB", 1280, 900);
                phone.get(link);
                press(phone);
                tallPicture(phone, "copy-voucher-" + language);
                accessible(phone);
                press(phone);
                look(phone, "copy-fetching-" + language);
                clock.moveAhead(Copies.PATIENCE);
                phone.get(link + "/receipt?lang=" + language);
                look(phone, "copy-gone-" + language);
                press(phone);
                var token = link.substring(link.lastIndexOf('/') + 1);
                // The page looks again by itself.
                nextPage(
                        phone,
                        () -> town.ask(
                                "books",
                                "/v1/copies",
                                Messages.COPY_REPORT.write(new CopyReport(CopyName.of(token), RECEIPT))));
                assertEquals(language.equals("zh") ? "您的小票副本" : "Copy of your receipt", heading(phone));
                assertTrue(phone.findElement(By.tagName("pre")).getText().contains("Pocket Atlas"));
                look(phone, "copy-" + language);
            }
        } finally {
            browsers.close();
        }
    }

    private static void look(ChromeDriver phone, String name) throws Exception {
        noOverflow(phone);
        accessible(phone);
        tallPicture(phone, name);
    }
}
