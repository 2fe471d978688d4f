package slipstream.cloudlink.service.town;

import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;

/// A browser on a phone: says what it is, keeps its cookies, goes where it is sent.
public final class Phone implements AutoCloseable {
    private final CookieManager cookies;
    private final Map<String, String> headers;
    private HttpClient client;

    private Phone(CookieManager cookies, Map<String, String> headers) {
        this.cookies = cookies;
        this.headers = headers;
        this.client = client(Redirect.NORMAL);
    }

    /// In WeChat.
    ///
    /// @param openid whose phone it is; empty for whoever the simulator was told
    public static Phone wechat(String openid) {
        return new Phone(new CookieManager(), agent("MicroMessenger/8.0.50", openid));
    }

    /// In WeChat, and every cookie is refused.
    public static Phone withoutCookies(String openid) {
        return new Phone(null, agent("MicroMessenger/8.0.50", openid));
    }

    /// In Alipay.
    public static Phone alipay(String openId) {
        return new Phone(new CookieManager(), agent("AlipayClient/10.6.0", openId));
    }

    /// In no wallet.
    public static Phone plain() {
        return new Phone(new CookieManager(), agent("Chrome/130.0", ""));
    }

    /// In no wallet, behind a proxy that says where it is.
    public static Phone from(String address) {
        return new Phone(new CookieManager(), Map.of("X-Forwarded-For", "198.51.100.1, " + address));
    }

    private static Map<String, String> agent(String app, String openid) {
        var headers = new LinkedHashMap<String, String>();
        var who = openid.isEmpty() ? "" : " Openid/" + openid;
        headers.put("User-Agent", "Mozilla/5.0 (Linux; Android 14) Mobile " + app + who);
        return headers;
    }

    private HttpClient client(Redirect redirect) {
        var builder = HttpClient.newBuilder().followRedirects(redirect);
        return (cookies == null ? builder : builder.cookieHandler(cookies)).build();
    }

    /// From now on it stays where it is.
    public void followNothing() {
        client.close();
        client = client(Redirect.NEVER);
    }

    public HttpResponse<String> open(URI uri) {
        return Town.send(client, request(uri).build());
    }

    /// Presses the button of a claim page.
    public HttpResponse<String> press(URI link, String item) {
        return post(link, "item=" + item);
    }

    /// Sends a form.
    public HttpResponse<String> post(URI uri, String form) {
        var request = request(uri)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build();
        return Town.send(client, request);
    }

    /// Sends an empty form from a page of another site.
    public HttpResponse<String> foreign(URI uri) {
        var request = request(uri)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Origin", "https://evil.example")
                .POST(BodyPublishers.noBody())
                .build();
        return Town.send(client, request);
    }

    private HttpRequest.Builder request(URI uri) {
        var request = HttpRequest.newBuilder(uri);
        headers.forEach(request::header);
        return request;
    }

    @Override
    public void close() {
        client.close();
    }
}
