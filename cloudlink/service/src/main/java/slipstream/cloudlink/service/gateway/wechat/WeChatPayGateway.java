package slipstream.cloudlink.service.gateway.wechat;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.NANOSECONDS;

import io.avaje.json.JsonException;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import slipstream.cloudlink.protocol.PaymentReference;
import slipstream.cloudlink.service.gateway.PaymentGateway;
import slipstream.cloudlink.service.merchant.Merchant;

/// Asks WeChat Pay about an order: `GET /v3/pay/transactions/id/…` and `…/out-trade-no/…`, direct mode.
///
/// Safe for any number of threads; each call blocks for at most its timeout.
public final class WeChatPayGateway implements PaymentGateway, AutoCloseable {
    private static final int MOST_ANSWER_BYTES = 65_536;

    private final CredentialFiles credentials;
    private final Clock clock;
    private final Duration timeout;
    private final HttpClient http;

    /// @param timeout for one whole question, from connecting to the last byte of the answer
    public WeChatPayGateway(CredentialFiles credentials, Clock clock, Duration timeout) {
        this.credentials = credentials;
        this.clock = clock;
        this.timeout = timeout;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(timeout)
                .build();
    }

    @Override
    public Answer find(Merchant merchant, PaymentReference reference) {
        var path = path(reference);
        if (path.isEmpty()) {
            return new Answer.Unsupported();
        }
        try {
            var held = credentials.of(merchant);
            return read(held, reference, ask(held, path.get() + "?mchid=" + held.mchid()));
        } catch (TimeoutException e) {
            return new Answer.Unavailable("no answer within " + timeout.toMillis() + " ms");
        } catch (IOException e) {
            return new Answer.Unavailable(e.getMessage() == null ? e.toString() : e.getMessage());
        }
    }

    private static Optional<String> path(PaymentReference reference) {
        return switch (reference.kind()) {
            case "transaction_id" -> Optional.of("/v3/pay/transactions/id/" + encoded(reference.value()));
            case "out_trade_no" -> Optional.of("/v3/pay/transactions/out-trade-no/" + encoded(reference.value()));
            default -> Optional.empty();
        };
    }

    private static String encoded(String segment) {
        return URLEncoder.encode(segment, UTF_8).replace("+", "%20");
    }

    private HttpResponse<byte[]> ask(WeChatCredentials held, String pathAndQuery) throws IOException, TimeoutException {
        var uri = URI.create(held.base().toString().replaceAll("/+$", "") + pathAndQuery);
        var signer = new RequestSigner(held, clock);
        var sent = uri.getRawPath() + "?" + uri.getRawQuery();
        var request = HttpRequest.newBuilder(uri)
                .header("Authorization", signer.authorization("GET", sent, ""))
                .header("Accept", "application/json")
                .header("User-Agent", "Slipstream")
                .header(
                        "Wechatpay-Serial",
                        held.platformKeys().keySet().iterator().next())
                .build();
        // The request's own timeout ends with the headers; this one covers the body too.
        var answer = http.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), MOST_ANSWER_BYTES));
        try {
            return answer.get(timeout.toNanos(), NANOSECONDS);
        } catch (ExecutionException e) {
            throw new IOException("cannot reach " + held.base() + ": " + rootSentence(e), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for " + held.base(), e);
        } finally {
            answer.cancel(true);
        }
    }

    private static String rootSentence(Throwable thrown) {
        var cause = thrown;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }

    private Answer read(WeChatCredentials held, PaymentReference reference, HttpResponse<byte[]> answer) {
        if (answer.statusCode() != 200) {
            return refusal(answer);
        }
        var message = SignedMessage.of(answer.headers()::firstValue, answer.body());
        var doubt = new MessageVerifier(held.platformKeys(), clock).objection(message);
        if (doubt.isPresent()) {
            return new Answer.Unavailable("the answer cannot be believed: " + doubt.get());
        }
        try {
            var order = WeChatJson.TRANSACTION.read(answer.body());
            var objection = order == null ? Optional.of("it is empty") : order.objection(held.mchid());
            if (objection.isPresent()) {
                return new Answer.Unavailable("the answer is of no use: " + objection.get());
            }
            if (!order.answers(reference)) {
                return new Answer.Unavailable("the answer tells of another order than the one asked for");
            }
            return new Answer.Found(order.payment());
        } catch (JsonException e) {
            return new Answer.Unavailable("the answer is signed but is not an order");
        }
    }

    /// Order absent, in both spellings the platform uses, or not this merchant's order.
    private static Answer refusal(HttpResponse<byte[]> answer) {
        var number = answer.headers()
                .firstValue("Request-Id")
                .map(id -> id.substring(id.lastIndexOf('-') + 1))
                .orElse("");
        var code = code(answer.body());
        if (code.equals("ORDER_NOT_EXIST")
                || code.equals("ORDER_NOT_EXISTS")
                || number.equals("268512771")
                || number.equals("268447843")) {
            return new Answer.NotFound();
        }
        return new Answer.Unavailable(
                "HTTP status " + answer.statusCode() + ", code '" + code + "', error number '" + number + "'");
    }

    private static String code(byte[] body) {
        try {
            var error = WeChatJson.ERROR.read(body);
            return error == null || error.code() == null ? "" : error.code();
        } catch (JsonException e) {
            return "";
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
        http.close();
    }
}
