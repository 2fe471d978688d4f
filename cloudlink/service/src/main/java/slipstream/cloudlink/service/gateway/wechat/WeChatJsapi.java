package slipstream.cloudlink.service.gateway.wechat;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.avaje.json.JsonException;
import io.avaje.jsonb.Json;
import java.io.IOException;
import java.security.PrivateKey;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import slipstream.cloudlink.protocol.JsonMessage;
import slipstream.cloudlink.service.gateway.Checkout.Order;
import slipstream.cloudlink.service.gateway.Credentials;
import slipstream.cloudlink.service.gateway.Payment.PayerId;
import slipstream.cloudlink.service.gateway.WalletCheckout;
import slipstream.cloudlink.service.merchant.Merchant;

/// Paying within WeChat: `POST /v3/pay/transactions/jsapi`, or `/v3/pay/partner/transactions/jsapi`, and the
/// signature with which the page opens WeChat's payment window.
///
/// The payer is named by the openid of the application that places the order, in partner mode the service
/// provider's: it is the one that vouches for payers.
public final class WeChatJsapi implements WalletCheckout {
    private static final JsonMessage<Question> QUESTION = JsonMessage.of(Question.class);
    private static final JsonMessage<Answer> ANSWER = JsonMessage.of(Answer.class);

    private final Credentials<WeChatCredentials> credentials;
    private final WeChatPlatform platform;
    private final Clock clock;

    public WeChatJsapi(Credentials<WeChatCredentials> credentials, WeChatPlatform platform, Clock clock) {
        this.credentials = credentials;
        this.platform = platform;
        this.clock = clock;
    }

    /// With an RSA key: no other kind is known to the page's call.
    @Override
    public boolean serves(Merchant merchant) {
        return credentials.serve(merchant, WeChatJsapi::canSign);
    }

    private static boolean canSign(WeChatCredentials held) {
        return Suite.of(held.key()) == Suite.RSA;
    }

    @Override
    public Optional<PayerId> payer(Merchant merchant, List<PayerId> names) {
        return names.stream()
                .filter(name -> credentials.serve(
                        merchant,
                        held -> canSign(held) && held.account().appid().equals(name.appid())))
                .findFirst();
    }

    @Override
    public Call place(Merchant merchant, Order order, PayerId payer) throws IOException {
        var held = credentials.of(merchant);
        var question = question(held.account(), order, payer.openid());
        var answer = platform.believed(held, held.account().orders() + "jsapi", QUESTION.write(question));
        try {
            var prepayId = ANSWER.read(answer).prepayId();
            if (prepayId == null || prepayId.isBlank()) {
                throw new IOException("the answer is signed but names no order to pay");
            }
            return call(held.account().appid(), held.key(), clock.instant().getEpochSecond(), Nonce.random(), prepayId);
        } catch (JsonException e) {
            throw new IOException("the answer is signed but is not the JSON it should be", e);
        }
    }

    private static Question question(Account account, Order order, String openid) {
        var amount = new Amount(order.price().minorUnits(), order.price().currency());
        var notices = order.notices().toString();
        return switch (account) {
            case Account.Direct direct ->
                new Question(
                        direct.appid(),
                        direct.mchid(),
                        null,
                        null,
                        null,
                        null,
                        order.subject(),
                        order.number(),
                        notices,
                        amount,
                        new Payer(openid, null));
            case Account.Partner partner ->
                new Question(
                        null,
                        null,
                        partner.spAppid(),
                        partner.spMchid(),
                        partner.subAppid().orElse(null),
                        partner.subMchid(),
                        order.subject(),
                        order.number(),
                        notices,
                        amount,
                        new Payer(null, openid));
        };
    }

    /// What opens the payment window: four lines, each ended by a line feed, signed with SHA256withRSA.
    static Call call(String appid, PrivateKey key, long seconds, String nonce, String prepayId) {
        var packaged = "prepay_id=" + prepayId;
        var signed = appid + "\n" + seconds + "\n" + nonce + "\n" + packaged + "\n";
        return new Call(appid, Long.toString(seconds), nonce, packaged, Suite.sign(key, signed.getBytes(UTF_8)));
    }

    /// In direct mode, `appid` and `mchid`; in partner mode, the other four.
    @Json(naming = Json.Naming.LowerUnderscore)
    record Question(
            String appid,
            String mchid,
            String spAppid,
            String spMchid,
            String subAppid,
            String subMchid,
            String description,
            String outTradeNo,
            String notifyUrl,
            Amount amount,
            Payer payer) {}

    @Json
    record Amount(long total, String currency) {}

    @Json(naming = Json.Naming.LowerUnderscore)
    record Payer(String openid, String spOpenid) {}

    @Json(naming = Json.Naming.LowerUnderscore)
    record Answer(String prepayId) {}
}
