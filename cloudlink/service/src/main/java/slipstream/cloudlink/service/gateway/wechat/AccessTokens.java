package slipstream.cloudlink.service.gateway.wechat;

import io.avaje.json.JsonException;
import io.avaje.jsonb.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import slipstream.cloudlink.protocol.JsonMessage;
import slipstream.cloudlink.service.gateway.client.PlatformClient;

/// The service accounts' access tokens: `POST /cgi-bin/stable_token`. Safe for any number of threads.
///
/// In its usual mode that gives every node the same token, and a new one five minutes before the old one ends, so
/// nodes need not agree on anything. Forcing a new one makes the old one worthless, and is allowed 20 times a day.
final class AccessTokens {
    private static final Duration EARLY = Duration.ofMinutes(4);
    private static final Duration BETWEEN_FORCED = Duration.ofMinutes(10);
    private static final JsonMessage<Question> QUESTION = JsonMessage.of(Question.class);
    private static final JsonMessage<Answer> ANSWER = JsonMessage.of(Answer.class);

    private final PlatformClient client;
    private final Clock clock;
    private final Map<String, Token> tokens = new ConcurrentHashMap<>();
    private final Map<String, Instant> forced = new ConcurrentHashMap<>();

    AccessTokens(PlatformClient client, Clock clock) {
        this.client = client;
        this.clock = clock;
    }

    /// @throws IOException in one sentence, when none is given
    String of(String appid, WeChatApp app) throws IOException {
        var held = tokens.get(appid);
        return held != null && clock.instant().isBefore(held.until) ? held.text : ask(appid, app, false);
    }

    /// Another token than one that was found to be worth nothing.
    ///
    /// @throws IOException in one sentence, when none is given
    String insteadOf(String worthless, String appid, WeChatApp app) throws IOException {
        var present = ask(appid, app, false);
        if (!present.equals(worthless)) {
            return present;
        }
        var now = clock.instant();
        if (forced.getOrDefault(appid, Instant.MIN).isAfter(now.minus(BETWEEN_FORCED))) {
            throw new IOException("WeChat gives a token that it does not take, and was asked for another just now");
        }
        forced.put(appid, now);
        return ask(appid, app, true);
    }

    private String ask(String appid, WeChatApp app, boolean force) throws IOException {
        var request = HttpRequest.newBuilder(at(app, "/cgi-bin/stable_token"))
                .header("Content-Type", "application/json")
                .header("User-Agent", "Slipstream")
                .POST(BodyPublishers.ofString(
                        QUESTION.write(new Question("client_credential", appid, app.secret(), force))));
        var answer = client.send(appid, request.build());
        try {
            var read = ANSWER.read(answer.body());
            if (read.accessToken() == null || read.expiresIn() == null) {
                throw new IOException(
                        "WeChat gives no token: HTTP status " + answer.statusCode() + ", errcode " + read.errcode());
            }
            var life = Duration.ofSeconds(read.expiresIn()).minus(EARLY);
            tokens.put(appid, new Token(read.accessToken(), clock.instant().plus(life)));
            return read.accessToken();
        } catch (JsonException e) {
            throw new IOException(
                    "WeChat gives no token: HTTP status " + answer.statusCode() + ", not the JSON it should be", e);
        }
    }

    /// Where something is asked for.
    static URI at(WeChatApp app, String pathAndQuery) {
        return URI.create(app.api().toString().replaceAll("/+$", "") + pathAndQuery);
    }

    private record Token(String text, Instant until) {}

    @Json(naming = Json.Naming.LowerUnderscore)
    record Question(String grantType, String appid, String secret, boolean forceRefresh) {}

    @Json(naming = Json.Naming.LowerUnderscore)
    record Answer(String accessToken, Long expiresIn, Integer errcode) {}
}
