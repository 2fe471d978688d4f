package slipstream.device.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import slipstream.device.Job;
import slipstream.device.bridge.Onlooker;
import slipstream.device.capture.Tap;
import slipstream.device.claim.Outcome;
import slipstream.device.claim.ReceiptNote;
import slipstream.device.control.Statuses;
import slipstream.device.control.Wrongs;
import slipstream.device.port.Address;
import slipstream.device.report.Status;
import slipstream.escpos.profile.PrinterProfile;

@Timeout(60)
class PageServerTest {
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");

    @TempDir
    private Path directory;

    private final Gallery gallery = new Gallery(Clock.systemUTC());
    private Status status = Statuses.WELL;
    private PageServer server;
    private String token;

    @BeforeEach
    void start() throws IOException {
        var notes =
                List.of(new ReceiptNote(Instant.parse("2026-11-22T04:29:31Z"), "till", "sale", Outcome.PRINTED, 12));
        server = PageServer.start(
                new Address("127.0.0.1", 0),
                Optional.of(directory),
                gallery,
                () -> new PageView(status, Wrongs.in(status), Map.of("till-1", notes)));
        token = server.url().replaceAll(".*token=", "");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void theKeyIsTakenOnceAndIsACookieFromThenOn() throws IOException {
        String moved = get("/?token=" + token, "");
        assertTrue(moved.startsWith("HTTP/1.1 303 "), moved);
        assertTrue(moved.contains("slipstream=" + token + "; Path=/; HttpOnly; SameSite=Strict"), moved);
        assertTrue(known("/").startsWith("HTTP/1.1 200 "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/page.css", "/receipts/1.png", "/?token=", "/?token=x", "/?other=1"})
    void withoutTheKeyNothingIsShown(String path) throws IOException {
        String said = get(path, "Cookie: slipstream=wrong; other=x\r\n");
        assertTrue(said.startsWith("HTTP/1.1 403 "), said);
        assertTrue(said.contains("run slipstream page on the box"), said);
    }

    @Test
    void aNameOfTheWebIsNotAnsweredTo() throws IOException {
        String said = ask("GET / HTTP/1.1\r\nHost: shop.example\r\nCookie: slipstream=" + token
                + "\r\nConnection: close\r\n\r\n");
        assertTrue(said.startsWith("HTTP/1.1 421 "), said);
        assertFalse(said.contains("till-1"), said);
    }

    @Test
    void thePageIsOnlyLookedAt() throws IOException {
        String said = ask("POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 0\r\nCookie: slipstream=" + token
                + "\r\nConnection: close\r\n\r\n");
        assertTrue(said.startsWith("HTTP/1.1 405 "), said);
    }

    @Test
    void theKeyIsKeptForItsOwnerAloneAndStaysTheSame() throws IOException {
        Path file = directory.resolve("page-token");
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        assertEquals(token, PageToken.in(Optional.of(directory)).value());
    }

    @Test
    void whatIsWrongIsShownWithWhatToDoAndEscaped() throws IOException {
        status = Statuses.WRONG;
        String page = known("/");
        assertTrue(page.contains("The printer at 192.168.1.50:9100 cannot be reached"), page);
        assertTrue(page.contains("Next: switch it on"), page);
        assertTrue(page.contains("&quot;shouqianba order&quot;"), page);
    }

    @Test
    void aChineseBrowserGetsChinese() throws IOException {
        assertTrue(get("/", "Cookie: slipstream=" + token + "\r\nAccept-Language: zh-CN,en;q=0.5\r\n")
                .contains("一切正常。"));
        assertTrue(known("/").contains("All is well."));
    }

    @Test
    void receiptsAreShownAsPicturesAndNeverTheirSecrets() throws Exception {
        print(Job.begin().lines("清风小馆", "卡号 4111111111111111", "合计 12.80").cut());
        String page = known("/");
        assertTrue(page.contains("/receipts/1.png"), page);
        String picture = known("/receipts/1.png");
        assertTrue(picture.contains("Content-type: image/png"), picture);
        assertTrue(known("/receipts/2.png").startsWith("HTTP/1.1 404 "));
        var kept = gallery.of("till-1").getFirst();
        try (var bytes = new java.util.zip.InflaterInputStream(new java.io.ByteArrayInputStream(kept.packed()))) {
            assertFalse(new String(bytes.readAllBytes(), UTF_8).contains("4111"));
        }
    }

    @Test
    void onlyTheLastReceiptsAreKept() throws Exception {
        for (int i = 0; i < Gallery.MOST + 5; i++) {
            print(Job.begin().lines("receipt " + i).cut());
        }
        assertEquals(Gallery.MOST, gallery.of("till-1").size());
        assertEquals(Gallery.MOST + 5, gallery.of("till-1").getFirst().number());
    }

    @Test
    void aBrowserShowsIt() throws Exception {
        assumeTrue(Files.isExecutable(CHROMIUM), "skipped: Chromium is not installed (apt-get install chromium)");
        for (int i = 1; i <= 4; i++) {
            print(Job.begin()
                    .centred()
                    .size(0x11)
                    .lines("清风小馆")
                    .size(0)
                    .left()
                    .lines("单号 2026112200" + i, "牛肉面   x1   18.00", "卡号 6222021234567890128", "合计 18.00")
                    .qr("https://shop.example/" + i)
                    .cut());
        }
        for (String size : List.of("1280,1400", "500,1400")) {
            Path picture = Files.createDirectories(Path.of("target", "screenshots"))
                    .resolve("live-page-" + size.replace(',', 'x') + ".png")
                    .toAbsolutePath();
            Files.deleteIfExists(picture);
            Process browser = new ProcessBuilder(
                            CHROMIUM.toString(),
                            "--headless=new",
                            "--no-sandbox",
                            "--disable-gpu",
                            "--no-first-run",
                            "--disable-background-networking",
                            "--window-size=" + size,
                            "--user-data-dir=" + directory.resolve("profile-" + size),
                            "--screenshot=" + picture,
                            server.url())
                    .redirectErrorStream(true)
                    .redirectOutput(directory.resolve("chromium.log").toFile())
                    .start();
            try {
                assertTrue(browser.waitFor(40, TimeUnit.SECONDS), "the browser ends");
            } finally {
                browser.destroyForcibly();
            }
            assertTrue(Files.size(picture) > 20_000, Files.readString(directory.resolve("chromium.log")));
        }
    }

    /// Lets a job pass as a box with this page would.
    private void print(Job job) throws InterruptedException {
        int before = gallery.of("till-1").stream()
                .mapToInt(kept -> (int) kept.number())
                .max()
                .orElse(0);
        try (var tap = new Tap()) {
            tap.add(gallery);
            var passing = tap.of("till-1", () -> PrinterProfile.GENERIC_80MM).begin("10.0.0.7:4711", true);
            byte[] bytes = job.bytes();
            assertTrue(passing.passes(Onlooker.Passage.TO_PRINTER, bytes, 0, bytes.length));
            passing.over();
            while (gallery.of("till-1").stream().noneMatch(kept -> kept.number() > before)) {
                Thread.onSpinWait();
            }
        }
    }

    private String known(String path) throws IOException {
        return get(path, "Cookie: other=1; slipstream=" + token + "\r\n");
    }

    private String get(String path, String headers) throws IOException {
        return ask("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1:8480\r\nConnection: close\r\n" + headers + "\r\n");
    }

    private String ask(String request) throws IOException {
        int port = Integer.parseInt(server.url().replaceAll(".*:([0-9]+)/.*", "$1"));
        try (var socket = new Socket("127.0.0.1", port)) {
            socket.getOutputStream().write(request.getBytes(UTF_8));
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        }
    }
}
