package slipstream.cloudlink.service.town;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.WebDriverWait;

/// Browsers in Chromium, without a window. Pictures go to `target/screenshots`.
public final class Chromium implements AutoCloseable {
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
    private static final Path PICTURES = Path.of("target", "screenshots");
    private static final String AXE = script();

    private final Path directory;
    private final List<ChromeDriver> open = new ArrayList<>();

    /// Skips the test where Chromium is not installed.
    ///
    /// @param directory where profiles may be kept
    public Chromium(Path directory) throws IOException {
        assumeTrue(
                Files.isExecutable(CHROMIUM) && Files.isExecutable(DRIVER),
                "skipped: Chromium is not installed (apt-get install chromium chromium-driver)");
        Files.createDirectories(PICTURES);
        this.directory = directory;
    }

    public ChromeDriver phone(String language) {
        return phone(language, 390, 844);
    }

    public ChromeDriver phone(String language, int width, int height) {
        return start(language, Map.of("deviceMetrics", Map.of("width", width, "height", height, "pixelRatio", 2.0)));
    }

    /// A phone on which the page is open in a wallet.
    ///
    /// @param agent what it says of itself, with `Openid/…` for whose phone it is
    public ChromeDriver wallet(String language, String agent) {
        return start(
                language,
                Map.of(
                        "deviceMetrics",
                        Map.of("width", 390, "height", 844, "pixelRatio", 2.0),
                        "userAgent",
                        "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Mobile " + agent));
    }

    public ChromeDriver desktop(String language) {
        return start(language, Map.of());
    }

    private ChromeDriver start(String language, Map<String, Object> emulation) {
        var options = new ChromeOptions();
        options.setBinary(CHROMIUM.toFile());
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--window-size=1280,900",
                "--lang=" + language,
                "--user-data-dir=" + directory.resolve("profile-" + System.nanoTime()));
        options.setExperimentalOption("prefs", Map.of("intl.accept_languages", language));
        if (!emulation.isEmpty()) {
            options.setExperimentalOption("mobileEmulation", new HashMap<>(emulation));
        }
        var service = new ChromeDriverService.Builder()
                .usingDriverExecutable(DRIVER.toFile())
                .usingAnyFreePort()
                .build();
        var browser = new ChromeDriver(service, options);
        open.add(browser);
        return browser;
    }

    /// Puts all of them away.
    @Override
    public void close() {
        open.forEach(ChromeDriver::quit);
        open.clear();
    }

    public static void noOverflow(ChromeDriver browser) {
        var wide = browser.executeScript(
                "return document.documentElement.scrollWidth - document.documentElement.clientWidth");
        assertEquals(0L, wide, "nothing sticks out sideways");
    }

    /// Nothing that axe-core finds against WCAG 2.2, levels A and AA, nor against its best practices.
    public static void accessible(ChromeDriver browser) {
        browser.executeScript(AXE);
        var found = browser.executeAsyncScript("""
                var done = arguments[arguments.length - 1];
                axe.run(document, {resultTypes: ['violations']}).then(r => done(r.violations.flatMap(v =>
                    v.nodes.map(n => v.id + ': ' + n.html + ' ' + n.failureSummary))));""");
        assertEquals(List.of(), found);
    }

    private static String script() {
        try (var stream = ClassLoader.getSystemResourceAsStream("axe.min.js")) {
            return new String(stream.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("axe-core cannot be read", e);
        }
    }

    /// Presses the first button and waits for the next page.
    public static void press(ChromeDriver browser) {
        press(browser, "button[type=submit]");
    }

    public static void press(ChromeDriver browser, String selector) {
        nextPage(browser, browser.findElement(By.cssSelector(selector))::click);
    }

    public static void follow(ChromeDriver browser, String link) {
        nextPage(browser, browser.findElement(By.linkText(link))::click);
    }

    /// Leaves a page and waits until another is there. While pages change, elements of either give errors of many
    /// kinds; a mark on the old page does not.
    public static void nextPage(ChromeDriver browser, Runnable leave) {
        browser.executeScript("window.left = true");
        leave.run();
        new WebDriverWait(browser, Duration.ofSeconds(20))
                .ignoring(WebDriverException.class)
                .until(any -> browser.executeScript("return !window.left && document.readyState === 'complete'")
                        .equals(true));
    }

    public static String heading(ChromeDriver browser) {
        return browser.findElement(By.tagName("h1")).getText();
    }

    public static String text(ChromeDriver browser) {
        return browser.findElement(By.tagName("main")).getText();
    }

    public static void picture(ChromeDriver browser, String name) throws IOException {
        Files.write(PICTURES.resolve(name + ".png"), browser.getScreenshotAs(OutputType.BYTES));
    }

    /// The whole page, however tall.
    public static void tallPicture(ChromeDriver browser, String name) throws IOException {
        var shot = browser.executeCdpCommand("Page.captureScreenshot", Map.of("captureBeyondViewport", true));
        Files.write(PICTURES.resolve(name + ".png"), Base64.getDecoder().decode(String.valueOf(shot.get("data"))));
    }
}
