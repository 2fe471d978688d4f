package slipstream.cloudlink.service.web;

import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import java.util.function.Function;
import org.tinylog.Logger;
import slipstream.cloudlink.service.gateway.wechat.SignedMessage;
import slipstream.cloudlink.service.gateway.wechat.WeChatNotices;
import slipstream.cloudlink.service.gateway.wechat.WeChatNotices.Opened;
import slipstream.cloudlink.service.identify.Identification;
import slipstream.cloudlink.service.merchant.Merchant;

/// `POST /notify/wechat/{merchant}`: WeChat Pay tells of a payment. 204 once it is kept; until then it comes
/// again.
final class NoticeRoute {
    private final Function<String, Optional<Merchant>> merchants;
    private final WeChatNotices notices;
    private final Identification identification;

    NoticeRoute(Function<String, Optional<Merchant>> merchants, WeChatNotices notices, Identification identification) {
        this.merchants = merchants;
        this.notices = notices;
        this.identification = identification;
    }

    Reply receive(RoutingContext ctx) {
        var merchant = merchants.apply(ctx.pathParam("merchant"));
        if (merchant.isEmpty()) {
            return refusal(404, "PARAM_ERROR", "no such merchant");
        }
        var body =
                ctx.body().buffer() == null ? new byte[0] : ctx.body().buffer().getBytes();
        var message = SignedMessage.of(name -> Optional.ofNullable(ctx.request().getHeader(name)), body);
        return switch (notices.open(merchant.get(), message)) {
            case Opened.Paid paid -> {
                if (!identification.told(merchant.get(), paid.id(), paid.payment())) {
                    Logger.info(
                            "merchant {}: a notice came again", merchant.get().id());
                }
                yield Reply.empty(204);
            }
            case Opened.Ignored ignored -> {
                Logger.info(
                        "merchant {}: notice of type {} has no use here",
                        merchant.get().id(),
                        ignored.eventType());
                yield Reply.empty(204);
            }
            case Opened.Refused refused -> {
                Logger.warn("merchant {}: notice refused: {}", merchant.get().id(), refused.why());
                yield refusal(refused.status(), refused.code(), "the notice was refused");
            }
        };
    }

    private static Reply refusal(int status, String code, String message) {
        return Reply.json(
                status,
                new JsonObject().put("code", code).put("message", message).encode());
    }
}
