package slipstream.cloudlink.service.web.shop;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.tinylog.Logger;
import slipstream.cloudlink.protocol.PaymentReference;
import slipstream.cloudlink.service.gateway.Checkout;
import slipstream.cloudlink.service.gateway.PaymentGateway;
import slipstream.cloudlink.service.gateway.PaymentGateway.Answer;
import slipstream.cloudlink.service.item.VirtualItem;
import slipstream.cloudlink.service.merchant.Merchant;
import slipstream.cloudlink.service.merchant.Platform;
import slipstream.cloudlink.service.sale.Sales;
import slipstream.cloudlink.service.web.http.ClientAddress;
import slipstream.cloudlink.service.web.http.Guesses;
import slipstream.cloudlink.service.web.http.Reply;
import slipstream.cloudlink.service.web.http.SameOrigin;
import slipstream.cloudlink.service.web.http.Section;
import slipstream.cloudlink.service.web.http.Work;
import slipstream.cloudlink.service.web.login.Browser;
import slipstream.cloudlink.service.web.login.Visitors;

/// `GET` and `POST /buy/{merchant}`: what a shop sells, and an order; `GET /buy/{merchant}/{number}`: the way back
/// from the checkout. Whoever comes back early asks the platform, which need not have sent its notice yet.
public final class ShopRoutes implements Section {
    private static final int MOST_FORM_BYTES = 4096;

    private final Sales sales;
    private final Map<Platform, Checkout> checkouts;
    private final PaymentGateway gateway;
    private final Function<String, Optional<Merchant>> merchants;
    private final Visitors visitors;
    private final Guesses guesses;
    private final ShopPages pages = new ShopPages();
    private final String publicUrl;
    private final SameOrigin sameOrigin;
    private final Work work;

    /// @param gateway asks the platform each time
    /// @param publicUrl how phones reach the pages, without a slash at its end
    public ShopRoutes(
            Sales sales,
            Map<Platform, Checkout> checkouts,
            PaymentGateway gateway,
            Function<String, Optional<Merchant>> merchants,
            Visitors visitors,
            Guesses guesses,
            String publicUrl,
            Work work) {
        this.sales = sales;
        this.checkouts = Map.copyOf(checkouts);
        this.gateway = gateway;
        this.merchants = merchants;
        this.visitors = visitors;
        this.guesses = guesses;
        this.publicUrl = publicUrl;
        this.sameOrigin = new SameOrigin(publicUrl);
        this.work = work;
    }

    @Override
    public void open(Router router) {
        router.get("/buy/:merchant").handler(work.handler(ctx -> at(ctx, this::shop), pages::busy, pages::failed));
        router.post("/buy/:merchant")
                .handler(BodyHandler.create(false).setBodyLimit(MOST_FORM_BYTES))
                .handler(work.handler(
                        ctx -> sameOrigin.holds(ctx) ? at(ctx, this::order) : pages.notice(403, "foreign", ctx),
                        pages::busy,
                        pages::failed));
        router.get("/buy/:merchant/:number")
                .handler(work.handler(ctx -> at(ctx, this::back), pages::busy, pages::failed));
    }

    private Reply at(RoutingContext ctx, Page page) {
        if (guesses.exhausted(ctx.request())) {
            return pages.notice(429, "tooMany", ctx).with("Retry-After", "60");
        }
        var merchant = merchants.apply(ctx.pathParam("merchant"));
        if (merchant.isEmpty()) {
            guesses.wrong(ctx.request());
            return pages.notice(404, "nothing", ctx);
        }
        return page.of(ctx, merchant.get());
    }

    private Reply shop(RoutingContext ctx, Merchant merchant) {
        return pages.shop(ctx, merchant, sales.offered(merchant), ways(ctx, merchant));
    }

    /// In a wallet only that wallet pays; within WeChat only a script could.
    private List<Platform> ways(RoutingContext ctx, Merchant merchant) {
        var browser = Browser.of(ctx.request());
        return checkouts.keySet().stream()
                .filter(platform ->
                        browser == Browser.PLAIN || (browser == Browser.ALIPAY && platform == Platform.ALIPAY))
                .filter(platform -> checkouts.get(platform).serves(merchant))
                .sorted()
                .toList();
    }

    private Reply order(RoutingContext ctx, Merchant merchant) {
        var itemId = Optional.ofNullable(ctx.request().getFormAttribute("item")).orElse("");
        var by = Optional.ofNullable(ctx.request().getFormAttribute("by")).orElse("");
        var item = sales.offered(merchant).stream()
                .filter(one -> one.id().equals(itemId))
                .findFirst();
        var way = ways(ctx, merchant).stream()
                .filter(platform -> platform.word().equals(by))
                .findFirst();
        if (item.isEmpty() || way.isEmpty()) {
            return pages.notice(400, "cannotBuy", ctx);
        }
        var visitor = visitors.of(ctx);
        var claimant = visitor.claimant();
        var number = sales.order(item.get(), claimant);
        try {
            var page = checkouts.get(way.get()).place(merchant, order(ctx, merchant, item.get(), number, way.get()));
            var reply = pages.pay(ctx, merchant, item.get(), page);
            return visitor.isKnown() ? reply : reply.with("Set-Cookie", visitors.remember(claimant));
        } catch (IOException e) {
            Logger.warn("merchant {}: {} takes no order: {}", merchant.id(), by, e.getMessage());
            return pages.notice(503, "checkout", ctx);
        }
    }

    private Checkout.Order order(
            RoutingContext ctx, Merchant merchant, VirtualItem item, String number, Platform platform) {
        return new Checkout.Order(
                number,
                item.title().text(),
                item.price().orElseThrow(),
                URI.create(publicUrl + "/buy/" + merchant.id() + "/" + number),
                URI.create(publicUrl + "/notify/" + platform.word() + "/" + merchant.id()),
                ClientAddress.literal(ctx.request()));
    }

    private Reply back(RoutingContext ctx, Merchant merchant) {
        var number = ctx.pathParam("number");
        var sale = sales.find(merchant.id(), number);
        if (sale.isEmpty()) {
            guesses.wrong(ctx.request());
            return pages.notice(404, "nothing", ctx);
        }
        if (sale.get().paidAt().isEmpty()) {
            ask(merchant, number);
        }
        return sales.find(merchant.id(), number)
                .filter(one -> one.paidAt().isPresent())
                .filter(one -> visitors.of(ctx).claims(one.token(), one.claimant()))
                .map(one -> Reply.redirect("/C/" + one.token().value() + "?lang=" + pages.language(ctx)))
                .orElseGet(() -> pages.waiting(ctx));
    }

    private void ask(Merchant merchant, String number) {
        for (var platform : checkouts.keySet()) {
            if (checkouts.get(platform).serves(merchant)
                    && gateway.find(merchant, new PaymentReference(platform.word(), "out_trade_no", number))
                            instanceof Answer.Found found) {
                sales.told(merchant, found.payment());
            }
        }
    }

    @FunctionalInterface
    private interface Page {
        Reply of(RoutingContext ctx, Merchant merchant);
    }
}
