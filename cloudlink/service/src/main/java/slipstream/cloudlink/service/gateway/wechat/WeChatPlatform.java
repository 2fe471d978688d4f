package slipstream.cloudlink.service.gateway.wechat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.Optional;
import slipstream.cloudlink.service.gateway.client.PlatformClient;

/// WeChat Pay as it is talked to: questions signed, answers and notices verified. Safe for any number of
/// threads.
public final class WeChatPlatform {
    private final PlatformClient client;
    private final PlatformKeys keys;
    private final Clock clock;

    public WeChatPlatform(PlatformClient client, Clock clock) {
        this.client = client;
        this.keys = new PlatformKeys(clock);
        this.clock = clock;
    }

    /// Asks for what is at `pathAndQuery`.
    ///
    /// @throws IOException in one sentence, when there is no answer
    HttpResponse<byte[]> get(WeChatCredentials held, String pathAndQuery) throws IOException {
        return send(held, "GET", pathAndQuery, "");
    }

    /// Sends `body`, which is JSON, to what is at `path`.
    ///
    /// @throws IOException in one sentence, when there is no answer
    HttpResponse<byte[]> post(WeChatCredentials held, String path, String body) throws IOException {
        return send(held, "POST", path, body);
    }

    /// Sends `body` to what is at `path`; what is answered, when it is a genuine 200.
    ///
    /// @throws IOException in one sentence, when it is not, or there is no answer
    byte[] believed(WeChatCredentials held, String path, String body) throws IOException {
        var answer = post(held, path, body);
        if (answer.statusCode() != 200) {
            throw new IOException(WeChatRefusal.of(answer).sentence());
        }
        var doubt = objection(held, SignedMessage.of(answer.headers()::firstValue, answer.body()));
        if (doubt.isPresent()) {
            throw new IOException("the answer cannot be believed: " + doubt.get());
        }
        return answer.body();
    }

    private HttpResponse<byte[]> send(WeChatCredentials held, String method, String pathAndQuery, String body)
            throws IOException {
        var uri = URI.create(held.base().toString().replaceAll("/+$", "") + pathAndQuery);
        var sent = uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
        var request = HttpRequest.newBuilder(uri)
                .header("Authorization", new RequestSigner(held, clock).authorization(method, sent, body))
                .header("Accept", "application/json")
                .header("User-Agent", "Slipstream");
        if (!body.isEmpty()) {
            request.header("Content-Type", "application/json").POST(BodyPublishers.ofString(body));
        }
        held.platformKeys().keySet().stream()
                .sorted()
                .findFirst()
                .ifPresent(id -> request.header("Wechatpay-Serial", id));
        return client.send(held.account().asker(), request.build());
    }

    /// Why a message is not to be believed; nothing when it is genuine.
    Optional<String> objection(WeChatCredentials held, SignedMessage message) {
        return new MessageVerifier(serial -> keys.find(held, serial, path -> download(held, path)), clock)
                .objection(message);
    }

    private SignedMessage download(WeChatCredentials held, String pathAndQuery) throws IOException {
        var answer = get(held, pathAndQuery);
        if (answer.statusCode() != 200) {
            throw new IOException(WeChatRefusal.of(answer).sentence());
        }
        return SignedMessage.of(answer.headers()::firstValue, answer.body());
    }
}
