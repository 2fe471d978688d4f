package slipstream.cloudlink.service.web.console;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import slipstream.cloudlink.service.town.Town;

/// A browser without scripts at the console: keeps cookies, sends forms with the token of the page before.
final class Visitor implements AutoCloseable {
    private static final Pattern TOKEN = Pattern.compile("name=\"form\" value=\"([0-9a-f]+)\"");

    private static final String BOUNDARY = "between-the-fields";

    final CookieManager cookies = new CookieManager();
    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(cookies).build();
    private final URI home;
    private String token = "none";

    Visitor(Town town) {
        home = town.service.open();
    }

    HttpResponse<String> get(String path) {
        return seen(Town.send(
                client,
                HttpRequest.newBuilder(home.resolve(path))
                        .header("Accept-Language", "en")
                        .build()));
    }

    /// Sends a form of ours.
    ///
    /// @param fields name, value, name, value
    HttpResponse<String> post(String path, String... fields) {
        var all = new ArrayList<>(List.of("form", token));
        all.addAll(List.of(fields));
        return send(path, all.toArray(String[]::new));
    }

    /// Sends a form of ours with files.
    HttpResponse<String> upload(String path, List<Path> files, String... fields) throws IOException {
        var body = new StringBuilder(part("form", "", token));
        for (int i = 0; i < fields.length; i += 2) {
            body.append(part(fields[i], "", fields[i + 1]));
        }
        for (var file : files) {
            body.append(part("files", "; filename=\"" + file.getFileName() + "\"", Files.readString(file)));
        }
        return send(HttpRequest.newBuilder(home.resolve(path))
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .header("Accept-Language", "en")
                .POST(BodyPublishers.ofString(body + "--" + BOUNDARY + "--\r\n"))
                .build());
    }

    private static String part(String name, String file, String content) {
        return "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name + "\"" + file + "\r\n\r\n"
                + content + "\r\n";
    }

    /// Sends just these fields.
    HttpResponse<String> send(String path, String... fields) {
        return seen(Town.send(client, request(path, fields).build()));
    }

    HttpRequest.Builder request(String path, String... fields) {
        var body = new ArrayList<String>();
        for (int i = 0; i < fields.length; i += 2) {
            body.add(fields[i] + "=" + URLEncoder.encode(fields[i + 1], UTF_8));
        }
        return HttpRequest.newBuilder(home.resolve(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept-Language", "en")
                .POST(BodyPublishers.ofString(String.join("&", body), StandardCharsets.US_ASCII));
    }

    HttpResponse<String> send(HttpRequest request) {
        return seen(Town.send(client, request));
    }

    private HttpResponse<String> seen(HttpResponse<String> response) {
        var found = TOKEN.matcher(response.body());
        if (found.find()) {
            token = found.group(1);
        }
        return response;
    }

    /// The token that the page before carried.
    String token() {
        return token;
    }

    void useToken(String other) {
        token = other;
    }

    @Override
    public void close() {
        client.close();
    }
}
