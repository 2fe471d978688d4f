package slipstream.cloudlink.service.web;

import io.vertx.ext.web.RoutingContext;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.tinylog.Logger;
import slipstream.cloudlink.service.gateway.Notice;
import slipstream.cloudlink.service.gateway.Notices;
import slipstream.cloudlink.service.gateway.Notices.Opened;
import slipstream.cloudlink.service.identify.Identification;
import slipstream.cloudlink.service.merchant.Merchant;

/// `POST /notify/{platform}/{merchant}`: a platform tells of a payment. Accepted once it is kept; until then
/// it comes again.
final class NoticeRoute {
    private final Function<String, Optional<Merchant>> merchants;
    private final Map<String, Notices> platforms;
    private final Identification identification;

    NoticeRoute(
            Function<String, Optional<Merchant>> merchants,
            Map<String, Notices> platforms,
            Identification identification) {
        this.merchants = merchants;
        this.platforms = platforms;
        this.identification = identification;
    }

    Reply receive(RoutingContext ctx) {
        var notices = platforms.get(ctx.pathParam("platform"));
        var merchant = merchants.apply(ctx.pathParam("merchant"));
        if (notices == null || merchant.isEmpty()) {
            return Reply.problem(404, "not-found", "there is no such platform, or no such merchant");
        }
        var body =
                ctx.body().buffer() == null ? new byte[0] : ctx.body().buffer().getBytes();
        var headers = ctx.request().headers();
        var notice = new Notice(name -> Optional.ofNullable(headers.get(name)), body);
        return switch (notices.open(merchant.get(), notice)) {
            case Opened.Told told -> {
                if (!identification.told(merchant.get(), told.id(), told.payment())) {
                    Logger.info(
                            "merchant {}: a notice came again", merchant.get().id());
                }
                yield reply(notices.accepted());
            }
            case Opened.Ignored ignored -> {
                Logger.info(
                        "merchant {}: notice of type {} has no use here",
                        merchant.get().id(),
                        ignored.kind());
                yield reply(notices.accepted());
            }
            case Opened.Refused refused -> {
                Logger.warn("merchant {}: notice refused: {}", merchant.get().id(), refused.why());
                yield reply(notices.refused(refused));
            }
        };
    }

    private static Reply reply(Notices.Reply reply) {
        return new Reply(reply.status(), reply.type(), reply.body(), Map.of());
    }
}
