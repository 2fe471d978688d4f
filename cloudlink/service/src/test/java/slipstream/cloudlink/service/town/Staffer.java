package slipstream.cloudlink.service.town;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import slipstream.cloudlink.service.staff.StaffDoor;

/// Somebody behind a counter, with a browser that keeps its cookies and carries the forms' hidden words.
public final class Staffer implements AutoCloseable {
    private static final Pattern HIDDEN = Pattern.compile("name=\"(form|press)\" value=\"([^\"]+)\"");

    private final Town town;
    public final StaffDoor.Invited invited;
    public final HttpClient browser =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    public Staffer(Town town, String merchant) throws IOException {
        this.town = town;
        this.invited = town.service.administration().addStaff(merchant, "counter " + merchant);
    }

    public Staffer signedIn() {
        var entered = enter(invited.pin());
        if (entered.statusCode() != 303) {
            throw new AssertionError(entered.statusCode() + ": " + entered.body());
        }
        return this;
    }

    public HttpResponse<String> enter(String pin) {
        return post("/staff/in", Map.of("link", invited.link(), "pin", pin));
    }

    /// The hidden words of a page.
    public static Map<String, String> words(String page) {
        return HIDDEN.matcher(page).results().collect(Collectors.toMap(m -> m.group(1), m -> m.group(2), (a, b) -> a));
    }

    public HttpResponse<String> desk() {
        return Town.get(browser, uri("/staff?lang=en"));
    }

    /// The word that each form of this session carries.
    public String form() {
        return words(desk().body()).get("form");
    }

    public HttpResponse<String> look(String code) {
        return post("/staff/look", Map.of("form", form(), "code", code));
    }

    public HttpResponse<String> redeem(String code, String press) {
        return post("/staff/redeem", Map.of("form", form(), "code", code, "press", press));
    }

    public HttpResponse<String> undo(String code, String press) {
        return post("/staff/undo", Map.of("form", form(), "code", code, "press", press));
    }

    public HttpResponse<String> post(String path, Map<String, String> fields) {
        return Town.send(browser, request(path, fields).build());
    }

    public HttpRequest.Builder request(String path, Map<String, String> fields) {
        var body = fields.entrySet().stream()
                .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
        return HttpRequest.newBuilder(uri(path + "?lang=en"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body));
    }

    public URI uri(String path) {
        return town.service.open().resolve(path);
    }

    @Override
    public void close() {
        browser.close();
    }
}
