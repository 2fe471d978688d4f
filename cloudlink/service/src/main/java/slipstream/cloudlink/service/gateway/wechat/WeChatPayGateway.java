package slipstream.cloudlink.service.gateway.wechat;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.avaje.json.JsonException;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.util.Optional;
import slipstream.cloudlink.protocol.PaymentReference;
import slipstream.cloudlink.service.gateway.CardSlip;
import slipstream.cloudlink.service.gateway.Credentials;
import slipstream.cloudlink.service.gateway.NoCredentials;
import slipstream.cloudlink.service.gateway.PaymentGateway;
import slipstream.cloudlink.service.merchant.Merchant;

/// Asks WeChat Pay about an order, in direct mode (`GET /v3/pay/transactions/id/…`, `…/out-trade-no/…`) and in
/// partner mode (`/v3/pay/partner/transactions/…`). Orders placed through API v2 are found in the same way.
///
/// Safe for any number of threads.
public final class WeChatPayGateway implements PaymentGateway {
    private final Credentials<WeChatCredentials> credentials;
    private final WeChatPlatform platform;

    public WeChatPayGateway(Credentials<WeChatCredentials> credentials, WeChatPlatform platform) {
        this.credentials = credentials;
        this.platform = platform;
    }

    @Override
    public Answer find(Merchant merchant, PaymentReference reference, Optional<CardSlip> slip) {
        var path = path(reference);
        if (path.isEmpty()) {
            return new Answer.Unsupported();
        }
        try {
            var held = credentials.of(merchant);
            var account = held.account();
            return read(held, reference, platform.get(held, account.orders() + path.get() + account.query()));
        } catch (NoCredentials e) {
            return new Answer.Unsupported();
        } catch (IOException e) {
            return new Answer.Unavailable(e.getMessage() == null ? e.toString() : e.getMessage());
        }
    }

    private static Optional<String> path(PaymentReference reference) {
        return switch (reference.kind()) {
            case "transaction_id" -> Optional.of("id/" + encoded(reference.value()));
            case "out_trade_no" -> Optional.of("out-trade-no/" + encoded(reference.value()));
            default -> Optional.empty();
        };
    }

    private static String encoded(String segment) {
        return URLEncoder.encode(segment, UTF_8).replace("+", "%20");
    }

    private Answer read(WeChatCredentials held, PaymentReference reference, HttpResponse<byte[]> answer) {
        if (answer.statusCode() != 200) {
            var refusal = WeChatRefusal.of(answer);
            return refusal.saysAbsent() ? new Answer.NotFound() : new Answer.Unavailable(refusal.sentence());
        }
        var message = SignedMessage.of(answer.headers()::firstValue, answer.body());
        var doubt = platform.objection(held, message);
        if (doubt.isPresent()) {
            return new Answer.Unavailable("the answer cannot be believed: " + doubt.get());
        }
        try {
            var order = WeChatJson.TRANSACTION.read(answer.body());
            var objection = order.objection(held.account());
            if (objection.isPresent()) {
                return new Answer.Unavailable("the answer is of no use: " + objection.get());
            }
            if (!order.answers(reference)) {
                return new Answer.Unavailable("the answer tells of another order than the one asked for");
            }
            return new Answer.Found(order.payment(held.account()));
        } catch (JsonException e) {
            return new Answer.Unavailable("the answer is signed but is not an order");
        }
    }
}
