package slipstream.cloudlink.service.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.qrcode.QRCodeWriter;
import java.awt.Color;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import slipstream.cloudlink.protocol.VoucherCode;
import slipstream.cloudlink.service.town.MovableClock;
import slipstream.cloudlink.service.town.Staffer;
import slipstream.cloudlink.service.town.Town;

/// The staff page over HTTP: who gets in, what it says, and that a voucher is used once.
class StaffTest {
    private static final int PRESSES = 1_000;

    private final MovableClock clock = new MovableClock();

    @TempDir
    Path directory;

    private Town town;
    private Staffer coffee;

    @BeforeEach
    void open() throws Exception {
        town = new Town(directory, clock);
        coffee = new Staffer(town, "coffee");
    }

    @AfterEach
    void close() {
        coffee.close();
        town.close();
    }

    @Test
    void aVoucherIsLookedAtRedeemedOnceAndSaysSo() {
        coffee.signedIn();
        var code = town.voucher("coffee", "guest");
        for (int i = 0; i < 3; i++) {
            var found = says(200, "Valid", coffee.look(typed(code)));
            assertTrue(found.contains("Second latte at half price"), found);
        }
        var press = Staffer.words(coffee.look(code.value()).body()).get("press");
        says(200, "Redeemed", coffee.redeem(code.value(), press));
        says(200, "Redeemed", coffee.redeem(code.value(), press));
        says(409, "Already used", coffee.redeem(code.value(), "another press"));
        says(409, "Already used", coffee.look(code.value()));
    }

    @Test
    void ofAThousandPressesAtOnceOneRedeems() throws Exception {
        coffee.signedIn();
        var code = town.voucher("coffee", "popular").value();
        var form = coffee.form();
        var presses = new ArrayList<CompletableFuture<HttpResponse<String>>>();
        for (int i = 0; i < PRESSES; i++) {
            var fields = Map.of("form", form, "code", code, "press", "press " + i);
            var request = coffee.request("/staff/redeem", fields).version(HttpClient.Version.HTTP_1_1);
            presses.add(coffee.browser.sendAsync(request.build(), BodyHandlers.ofString()));
        }
        var titles = presses.stream()
                .map(press -> title(press.join().body()))
                .collect(Collectors.groupingBy(title -> title, Collectors.counting()));
        assertEquals(Map.of("Redeemed", 1L, "Already used", PRESSES - 1L), titles);
    }

    @Test
    void whoRedeemedMayUndoForFiveMinutesAndNobodyElse() throws Exception {
        coffee.signedIn();
        try (var colleague = new Staffer(town, "coffee").signedIn()) {
            var code = town.voucher("coffee", "undecided").value();
            says(200, "Redeemed", coffee.redeem(code, "press 1"));
            assertTrue(colleague.undo(code, "press 1").body().contains("can no longer be undone"));
            assertTrue(coffee.undo(code, "press 2").body().contains("can no longer be undone"));
            says(200, "Undone", coffee.undo(code, "press 1"));
            says(409, "Redeem a voucher", coffee.undo(code, "press 1"));
            says(200, "Undone", coffee.redeem(code, "press 1"));
            says(200, "Valid", colleague.look(code));
            says(200, "Redeemed", colleague.redeem(code, "press 3"));
            clock.moveAhead(Duration.ofMinutes(5));
            says(409, "Redeem a voucher", colleague.undo(code, "press 3"));
            says(409, "Already used", coffee.look(code));
        }
    }

    @Test
    void everyStateOfAVoucherIsSaidInAWord() {
        coffee.signedIn();
        says(
                409,
                "Not for this shop",
                coffee.look(town.voucher("books", "reader").value()));
        says(404, "Unknown code", coffee.look(VoucherCode.random().value()));
        var wrong = coffee.look("V0000-00000-00000");
        says(422, "Redeem a voucher", wrong);
        assertTrue(wrong.body().contains("not a voucher code") && wrong.body().contains("V0000-00000-00000"));
        var link = coffee.look("HTTPS://C.EXAMPLE/C/0123456789ABCDEF");
        assertTrue(link.body().contains("QR code of a receipt"), link.body());
        town.identify("coffee", town.pay("coffee", "regretful"));
        var paid = town.pay("coffee", "regretful");
        var voucher =
                town.voucher("coffee", URI.create(town.identify("coffee", paid).url()));
        assertEquals(204, town.refund("coffee", paid));
        says(409, "Taken back", coffee.look(voucher.value()));
        var old = town.voucher("coffee", "slow").value();
        clock.moveAhead(Duration.ofDays(31));
        coffee.signedIn();
        says(409, "Expired", coffee.look(old));
    }

    @Test
    void withoutASessionNothingIsSaidOrDone() throws Exception {
        var code = town.voucher("coffee", "guest").value();
        says(200, "Staff sign-in", coffee.desk());
        for (var path : new String[] {"look", "redeem", "undo", "out", "photo"}) {
            var refused = coffee.post("/staff/" + path, Map.of("code", code, "press", "p", "form", "f"));
            says(403, "Staff sign-in", refused);
            assertFalse(refused.body().contains("latte"));
        }
        coffee.signedIn();
        says(200, "Valid", coffee.look(code));
    }

    @Test
    void aFormOfAnotherSiteOrSessionIsRefused() throws Exception {
        coffee.signedIn();
        var code = town.voucher("coffee", "guest").value();
        var form = coffee.form();
        var fields = Map.of("form", form, "code", code, "press", "p");
        for (var header : new String[][] {{"Origin", "https://evil.example"}, {"Sec-Fetch-Site", "cross-site"}}) {
            var request = coffee.request("/staff/redeem", fields).header(header[0], header[1]);
            assertEquals(403, Town.send(coffee.browser, request.build()).statusCode());
        }
        try (var other = new Staffer(town, "coffee").signedIn()) {
            var borrowed = Map.of("form", other.form(), "code", code, "press", "p");
            assertEquals(403, coffee.post("/staff/redeem", borrowed).statusCode());
        }
        assertEquals(
                403,
                coffee.post("/staff/redeem", Map.of("code", code, "press", "p")).statusCode());
        says(200, "Valid", coffee.look(code));
    }

    @Test
    void guessingAPinIsStoppedEvenWhenAllGuessAtOnce() {
        var wrong = coffee.invited.pin().equals("000000") ? "000001" : "000000";
        var guesses = new ArrayList<CompletableFuture<HttpResponse<String>>>();
        for (int i = 0; i < 50; i++) {
            var fields = Map.of("link", coffee.invited.link(), "pin", wrong);
            guesses.add(
                    coffee.browser.sendAsync(coffee.request("/staff/in", fields).build(), BodyHandlers.ofString()));
        }
        var statuses = guesses.stream()
                .map(guess -> guess.join().statusCode())
                .collect(Collectors.groupingBy(status -> status, Collectors.counting()));
        assertEquals(Map.of(403, 5L, 429, 45L), statuses);
        assertEquals(429, coffee.enter(coffee.invited.pin()).statusCode(), "the right one has to wait, too");
        clock.moveAhead(Duration.ofMinutes(15));
        coffee.signedIn();
        says(200, "Redeem a voucher", coffee.desk());
    }

    @Test
    void aLinkIsTypedForgivinglyAndAStrangersIsRefused() {
        var link = coffee.invited.link();
        var typed = link.toLowerCase().substring(0, 8) + " - " + link.substring(8);
        var entered = coffee.post("/staff/in", Map.of("link", typed, "pin", coffee.invited.pin()));
        assertEquals(303, entered.statusCode());
        for (var stranger : new String[] {"", "0".repeat(16), "'; DROP TABLE staff;--"}) {
            says(403, "Staff sign-in", coffee.post("/staff/in", Map.of("link", stranger, "pin", "000000")));
        }
    }

    @Test
    void theCookieIsOutOfReachOfScriptsAndOtherSites() {
        var cookie = coffee.enter(coffee.invited.pin())
                .headers()
                .firstValue("Set-Cookie")
                .orElseThrow();
        assertTrue(cookie.contains("; HttpOnly; SameSite=Strict") && cookie.contains("Path=/staff;"), cookie);
    }

    @Test
    void revokedOrSignedOutOrAfterAShiftASessionIsOver() throws Exception {
        coffee.signedIn();
        says(200, "Redeem a voucher", coffee.desk());
        clock.moveAhead(Duration.ofHours(12));
        says(200, "Staff sign-in", coffee.desk());
        coffee.signedIn();
        assertEquals(
                303, coffee.post("/staff/out", Map.of("form", coffee.form())).statusCode());
        says(200, "Staff sign-in", coffee.desk());
        coffee.signedIn();
        town.service.administration().revokeStaff(coffee.invited.staff().id());
        says(200, "Staff sign-in", coffee.desk());
        says(403, "Staff sign-in", coffee.enter(coffee.invited.pin()));
    }

    @Test
    void theDatabaseHoldsNeitherLinkNorPinNorSession() throws Exception {
        var session = coffee.enter(coffee.invited.pin())
                .headers()
                .firstValue("Set-Cookie")
                .orElseThrow()
                .replaceFirst(".*?=(\\w+);.*", "$1");
        try (var files = Files.list(town.configuration.data())) {
            for (var file :
                    files.filter(f -> f.toString().contains("slipstream.db")).toList()) {
                var bytes = new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1);
                assertFalse(bytes.contains(coffee.invited.link()), file.toString());
                assertFalse(bytes.contains(session), file.toString());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg"})
    void aPhotographIsReadEvenAskewAndDark(String format) throws Exception {
        coffee.signedIn();
        var code = town.voucher("coffee", "photo-" + format);
        says(200, "Valid", photograph(picture(code.value(), format), format));
    }

    @Test
    void whatIsNoPhotographOfACodeIsSaidKindly() throws Exception {
        coffee.signedIn();
        var blank = new BufferedImage(300, 300, BufferedImage.TYPE_INT_RGB);
        for (var bytes : new byte[][] {
            "no picture".getBytes(UTF_8), encoded(blank, "png"), {}, "\u0089PNG\r\n\u001a\n".getBytes(UTF_8)
        }) {
            var found = photograph(bytes, "png");
            says(422, "Redeem a voucher", found);
            assertTrue(found.body().contains("no readable code"), found.body());
        }
        var bomb = picture("HTTPS://A.EXAMPLE/C/0", "png");
        // The width in the header: more dots than any memory has.
        bomb[16] = 0x7f;
        bomb[20] = 0x7f;
        says(422, "Redeem a voucher", photograph(bomb, "png"));
        says(413, "The photo is too large", photograph(new byte[17 * 1024 * 1024], "jpg"));
        try (var left = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            for (var photos : left.filter(f -> f.getFileName().toString().startsWith("slipstream-photos"))
                    .toList()) {
                try (var files = Files.list(photos)) {
                    assertEquals(0, files.count(), "no photograph is kept");
                }
            }
        }
    }

    @Test
    void pagesAreSmallAndAllowNothingFromElsewhere() {
        coffee.signedIn();
        var desk = coffee.desk();
        assertTrue(desk.body().getBytes(UTF_8).length < 30_000);
        var policy = desk.headers().firstValue("Content-Security-Policy").orElseThrow();
        assertTrue(policy.contains("default-src 'none'") && policy.contains("script-src 'sha256-"), policy);
        assertFalse(policy.contains("unsafe"), policy);
    }

    private HttpResponse<String> photograph(byte[] picture, String format) throws Exception {
        var boundary = "----photo";
        var body = new ByteArrayOutputStream();
        body.writeBytes(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"form\"\r\n\r\n" + coffee.form()
                        + "\r\n--" + boundary + "\r\nContent-Disposition: form-data; name=\"photo\"; filename=\"a."
                        + format
                        + "\"\r\nContent-Type: image/" + format + "\r\n\r\n")
                .getBytes(UTF_8));
        body.writeBytes(picture);
        body.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(UTF_8));
        return Town.send(
                coffee.browser,
                HttpRequest.newBuilder(coffee.uri("/staff/photo?lang=en"))
                        .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                        .POST(BodyPublishers.ofByteArray(body.toByteArray()))
                        .build());
    }

    /// A phone's screen on a table, somewhat turned and not well lit.
    private static byte[] picture(String content, String format) throws Exception {
        var matrix = new QRCodeWriter().encode(content, BarcodeFormat.QR_CODE, 700, 700);
        var photo = new BufferedImage(3000, 2200, BufferedImage.TYPE_INT_RGB);
        var pen = photo.createGraphics();
        pen.setColor(new Color(70, 60, 50));
        pen.fillRect(0, 0, 3000, 2200);
        pen.transform(AffineTransform.getRotateInstance(0.3, 1500, 1100));
        pen.translate(1100, 700);
        for (int y = 0; y < matrix.getHeight(); y++) {
            for (int x = 0; x < matrix.getWidth(); x++) {
                pen.setColor(matrix.get(x, y) ? new Color(40, 35, 30) : new Color(150, 145, 130));
                pen.fillRect(x, y, 2, 2);
            }
        }
        pen.dispose();
        return encoded(photo, format);
    }

    private static byte[] encoded(BufferedImage image, String format) throws Exception {
        var out = new ByteArrayOutputStream();
        ImageIO.write(image, format, out);
        return out.toByteArray();
    }

    private static String typed(VoucherCode code) {
        return " " + code.grouped().toLowerCase().replace('0', 'o') + " ";
    }

    private static String says(int status, String title, HttpResponse<String> response) {
        assertEquals(title, title(response.body()), response.body());
        assertEquals(status, response.statusCode());
        return response.body();
    }

    private static String title(String page) {
        return page.replaceFirst("(?s).*<title>(.*?)</title>.*", "$1");
    }
}
