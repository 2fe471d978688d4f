package slipstream.cloudlink.service.gateway.wechat;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.avaje.json.JsonException;
import io.avaje.jsonb.Json;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import slipstream.cloudlink.protocol.JsonMessage;
import slipstream.cloudlink.service.gateway.Checkout;
import slipstream.cloudlink.service.gateway.Credentials;
import slipstream.cloudlink.service.merchant.Merchant;

/// WeChat Pay's page for paying from a phone's own browser: `POST /v3/pay/transactions/h5`. Not for use within
/// WeChat: there it is [WeChatJsapi].
public final class WeChatCheckout implements Checkout {
    private static final String PATH = "/v3/pay/transactions/h5";
    private static final JsonMessage<Question> QUESTION = JsonMessage.of(Question.class);
    private static final JsonMessage<Answer> ANSWER = JsonMessage.of(Answer.class);

    private final Credentials<WeChatCredentials> credentials;
    private final WeChatPlatform platform;

    public WeChatCheckout(Credentials<WeChatCredentials> credentials, WeChatPlatform platform) {
        this.credentials = credentials;
        this.platform = platform;
    }

    /// In direct mode.
    @Override
    public boolean serves(Merchant merchant) {
        return credentials.serve(merchant, held -> held.account() instanceof Account.Direct);
    }

    @Override
    public URI place(Merchant merchant, Order order) throws IOException {
        var held = credentials.of(merchant);
        var question = new Question(
                held.account().appid(),
                held.account().asker(),
                order.subject(),
                order.number(),
                order.notices().toString(),
                new Amount(order.price().minorUnits(), order.price().currency()),
                new Scene(order.clientAddress(), new Info("Wap")));
        var answer = platform.believed(held, PATH, QUESTION.write(question));
        try {
            var page = ANSWER.read(answer).h5Url();
            return URI.create(page + (page.contains("?") ? "&" : "?") + "redirect_url="
                    + URLEncoder.encode(order.back().toString(), UTF_8));
        } catch (JsonException | NullPointerException | IllegalArgumentException e) {
            throw new IOException("the answer is signed but names no page", e);
        }
    }

    @Json(naming = Json.Naming.LowerUnderscore)
    record Question(
            String appid,
            String mchid,
            String description,
            String outTradeNo,
            String notifyUrl,
            Amount amount,
            Scene sceneInfo) {}

    @Json
    record Amount(long total, String currency) {}

    @Json(naming = Json.Naming.LowerUnderscore)
    record Scene(
            String payerClientIp, @Json.Property("h5_info") Info h5Info) {}

    @Json
    record Info(String type) {}

    @Json
    record Answer(@Json.Property("h5_url") String h5Url) {}
}
