package slipstream.cloudlink.service.web.notice;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.tinylog.Logger;
import slipstream.cloudlink.service.gateway.Notice;
import slipstream.cloudlink.service.gateway.Notices;
import slipstream.cloudlink.service.gateway.Notices.Opened;
import slipstream.cloudlink.service.gateway.Payment;
import slipstream.cloudlink.service.identify.Identification;
import slipstream.cloudlink.service.merchant.Merchant;
import slipstream.cloudlink.service.web.http.Reply;
import slipstream.cloudlink.service.web.http.Section;
import slipstream.cloudlink.service.web.http.Work;

/// `POST /notify/{platform}/{merchant}`: a platform tells of a payment. Accepted once it is kept; until then
/// it comes again.
public final class NoticeRoute implements Section {
    private static final int MOST_NOTICE_BYTES = 65_536;

    private final Function<String, Optional<Merchant>> merchants;
    private final Map<String, Notices> platforms;
    private final Identification identification;
    private final BiConsumer<Merchant, Payment> sales;
    private final BiConsumer<String, Opened> watch;
    private final Work work;

    /// @param platforms by name, as in addresses
    /// @param sales settles orders of ours, also when it is told twice
    /// @param watch is told what each notice turned out to be, by platform
    public NoticeRoute(
            Function<String, Optional<Merchant>> merchants,
            Map<String, Notices> platforms,
            Identification identification,
            BiConsumer<Merchant, Payment> sales,
            BiConsumer<String, Opened> watch,
            Work work) {
        this.merchants = merchants;
        this.platforms = platforms;
        this.identification = identification;
        this.sales = sales;
        this.watch = watch;
        this.work = work;
    }

    @Override
    public void open(Router router) {
        router.post("/notify/:platform/:merchant")
                .handler(BodyHandler.create(false).setBodyLimit(MOST_NOTICE_BYTES))
                .handler(work.handler(
                        this::receive,
                        ctx -> Reply.problem(503, "busy", "too many requests at a time"),
                        ctx -> Reply.problem(500, "internal", "the notice could not be kept")));
    }

    private Reply receive(RoutingContext ctx) {
        var notices = platforms.get(ctx.pathParam("platform"));
        var merchant = merchants.apply(ctx.pathParam("merchant"));
        if (notices == null || merchant.isEmpty()) {
            return Reply.problem(404, "not-found", "there is no such platform, or no such merchant");
        }
        var body =
                ctx.body().buffer() == null ? new byte[0] : ctx.body().buffer().getBytes();
        var headers = ctx.request().headers();
        var notice = new Notice(name -> Optional.ofNullable(headers.get(name)), body);
        var opened = notices.open(merchant.get(), notice);
        watch.accept(ctx.pathParam("platform"), opened);
        return switch (opened) {
            case Opened.Told told -> {
                if (!identification.told(merchant.get(), told.id(), told.payment())) {
                    Logger.info(
                            "merchant {}: a notice came again", merchant.get().id());
                }
                sales.accept(merchant.get(), told.payment());
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
