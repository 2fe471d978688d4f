package slipstream.cloudlink.service.gateway.wechat;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.avaje.json.JsonException;
import io.avaje.jsonb.Json;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URLEncoder;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import slipstream.cloudlink.protocol.JsonMessage;
import slipstream.cloudlink.service.gateway.Credentials;
import slipstream.cloudlink.service.gateway.MessageChannel;
import slipstream.cloudlink.service.gateway.Payment.PayerId;
import slipstream.cloudlink.service.gateway.client.PlatformClient;
import slipstream.cloudlink.service.merchant.Merchant;

/// Template messages of a WeChat service account: `POST /cgi-bin/message/template/send`. They reach its followers.
///
/// `client_msg_id` has WeChat deliver a message once for ten minutes, however often it is sent.
public final class WeChatMessages implements MessageChannel {
    /// The token is not (any more) what it should be.
    private static final Set<Integer> TOKEN = Set.of(40001, 40014, 42001);
    /// Not a follower; wants no messages; no person of this application.
    private static final Set<Integer> PERSON = Set.of(43004, 43101, 40003);

    private static final JsonMessage<Question> QUESTION = JsonMessage.of(Question.class);
    private static final JsonMessage<Answer> ANSWER = JsonMessage.of(Answer.class);

    private final Credentials<WeChatCredentials> credentials;
    private final PlatformClient client;
    private final AccessTokens tokens;

    public WeChatMessages(Credentials<WeChatCredentials> credentials, PlatformClient client, Clock clock) {
        this.credentials = credentials;
        this.client = client;
        this.tokens = new AccessTokens(client, clock);
    }

    @Override
    public String platform() {
        return "wechat";
    }

    @Override
    public Optional<String> application(Merchant merchant) {
        try {
            var held = credentials.of(merchant);
            return held.app()
                    .flatMap(WeChatApp::template)
                    .map(template -> held.account().appid());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    @Override
    public Sending send(Merchant merchant, PayerId to, Text text) {
        WeChatCredentials held;
        try {
            held = credentials.of(merchant);
        } catch (IOException e) {
            return new Sending.NotNow(e.getMessage());
        }
        var template = held.app().flatMap(WeChatApp::template);
        if (template.isEmpty() || !held.account().appid().equals(to.appid())) {
            return new Sending.NotNow("its credentials name no template, or another application than the payer's");
        }
        return send(held.account().appid(), held.app().get(), QUESTION.write(question(template.get(), to, text)));
    }

    private static Question question(MessageTemplate template, PayerId to, Text text) {
        var data = template.values(text).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, field -> new Value(field.getValue())));
        return new Question(to.openid(), template.id(), text.page().toString(), text.id(), data);
    }

    private Sending send(String appid, WeChatApp app, String body) {
        String token;
        try {
            token = tokens.of(appid, app);
        } catch (IOException e) {
            return new Sending.NotNow(e.getMessage());
        }
        var first = attempt(appid, app, token, body);
        if (!first.errcode().filter(TOKEN::contains).isPresent()) {
            return first.sending();
        }
        try {
            return attempt(appid, app, tokens.insteadOf(token, appid, app), body)
                    .sending();
        } catch (IOException e) {
            return new Sending.NotNow(e.getMessage());
        }
    }

    private Attempt attempt(String appid, WeChatApp app, String token, String body) {
        var uri =
                AccessTokens.at(app, "/cgi-bin/message/template/send?access_token=" + URLEncoder.encode(token, UTF_8));
        var request = HttpRequest.newBuilder(uri)
                .header("Content-Type", "application/json")
                .header("User-Agent", "Slipstream")
                .POST(BodyPublishers.ofString(body));
        try {
            return read(client.send(appid, request.build()));
        } catch (IOException e) {
            var why = e.getMessage() == null ? e.toString() : e.getMessage();
            return new Attempt(Optional.empty(), mayHaveArrived(e) ? new Sending.Unsure(why) : new Sending.NotNow(why));
        }
    }

    /// Not where nothing was sent: the platform is left alone, or could not be connected to.
    private static boolean mayHaveArrived(IOException trouble) {
        for (var cause = trouble.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof ConnectException || cause instanceof HttpConnectTimeoutException) {
                return false;
            }
        }
        return trouble.getCause() != null;
    }

    private static Attempt read(HttpResponse<byte[]> answer) {
        try {
            var code = answer.statusCode() == 200 ? ANSWER.read(answer.body()).errcode() : null;
            if (code == null) {
                return new Attempt(Optional.empty(), new Sending.Unsure("HTTP status " + answer.statusCode()));
            }
            var why = "errcode " + code;
            var sending = code == 0
                    ? new Sending.Sent()
                    : PERSON.contains(code) ? new Sending.Refused(why) : new Sending.NotNow(why);
            return new Attempt(Optional.of(code), sending);
        } catch (JsonException e) {
            return new Attempt(Optional.empty(), new Sending.Unsure("the answer is not the JSON it should be"));
        }
    }

    private record Attempt(Optional<Integer> errcode, Sending sending) {}

    @Json(naming = Json.Naming.LowerUnderscore)
    record Question(String touser, String templateId, String url, String clientMsgId, Map<String, Value> data) {}

    @Json
    record Value(String value) {}

    @Json
    record Answer(Integer errcode) {}
}
