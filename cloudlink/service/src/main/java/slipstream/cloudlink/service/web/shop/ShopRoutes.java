package slipstream.cloudlink.service.web.shop;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.io.IOException;
import java.net.URI;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.tinylog.Logger;
import slipstream.cloudlink.protocol.PaymentReference;
import slipstream.cloudlink.service.gateway.Checkout;
import slipstream.cloudlink.service.gateway.Payment.PayerId;
import slipstream.cloudlink.service.gateway.PaymentGateway;
import slipstream.cloudlink.service.gateway.PaymentGateway.Answer;
import slipstream.cloudlink.service.gateway.WalletCheckout;
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
import slipstream.cloudlink.service.web.login.Logins;
import slipstream.cloudlink.service.web.login.Visitors;

/// `GET` and `POST /buy/{merchant}`: what a shop sells, and an order; `GET /buy/{merchant}/{number}`: the way back
/// from the checkout. Whoever comes back early asks the platform, which need not have sent its notice yet.
///
/// Within WeChat the payer is asked for first (silently): there an order is placed for one payer, and the page calls
/// WeChat's payment window.
public final class ShopRoutes implements Section {
    private static final int MOST_FORM_BYTES = 4096;

    private final Sales sales;
    private final Map<Platform, Checkout> checkouts;
    private final Map<Platform, WalletCheckout> inWallets;
    private final PaymentGateway gateway;
    private final Function<String, Optional<Merchant>> merchants;
    private final Visitors visitors;
    private final Logins logins;
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
            Map<Platform, WalletCheckout> inWallets,
            PaymentGateway gateway,
            Function<String, Optional<Merchant>> merchants,
            Visitors visitors,
            Logins logins,
            Guesses guesses,
            String publicUrl,
            Work work) {
        this.sales = sales;
        this.checkouts = Map.copyOf(checkouts);
        this.inWallets = Map.copyOf(inWallets);
        this.gateway = gateway;
        this.merchants = merchants;
        this.visitors = visitors;
        this.logins = logins;
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
        var items = sales.offered(merchant);
        if (!items.isEmpty()
                && inWallet(ctx, merchant).isPresent()
                && payer(ctx, merchant).isEmpty()) {
            var asking = logins.begin(ctx, merchant.id(), "/buy/" + merchant.id());
            if (asking.isPresent()) {
                return asking.get();
            }
        }
        return pages.shop(ctx, merchant, items, ways(ctx, merchant));
    }

    /// The wallet in which the page is open, if it takes money by a call of the page.
    private Optional<WalletCheckout> inWallet(RoutingContext ctx, Merchant merchant) {
        return Browser.of(ctx.request())
                .wallet()
                .flatMap(wallet -> Optional.ofNullable(inWallets.get(wallet)))
                .filter(checkout -> checkout.serves(merchant));
    }

    /// Who would pay there.
    private Optional<PayerId> payer(RoutingContext ctx, Merchant merchant) {
        return inWallet(ctx, merchant).flatMap(checkout -> checkout.payer(merchant, visitors.names(ctx)));
    }

    /// In a wallet only that wallet pays; within WeChat not by a page of its own.
    private List<Platform> ways(RoutingContext ctx, Merchant merchant) {
        return switch (Browser.of(ctx.request())) {
            case PLAIN -> byPage(merchant);
            case ALIPAY ->
                byPage(merchant).stream().filter(Platform.ALIPAY::equals).toList();
            case WECHAT ->
                payer(ctx, merchant).map(payer -> List.of(Platform.WECHAT)).orElse(List.of());
        };
    }

    private List<Platform> byPage(Merchant merchant) {
        return checkouts.keySet().stream()
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
            var reply =
                    place(ctx, merchant, item.get(), order(ctx, merchant, item.get(), number, way.get()), way.get());
            return visitor.isKnown() ? reply : reply.with("Set-Cookie", visitors.remember(claimant));
        } catch (IOException e) {
            Logger.warn("merchant {}: {} takes no order: {}", merchant.id(), by, e.getMessage());
            return pages.notice(503, "checkout", ctx);
        }
    }

    private Reply place(
            RoutingContext ctx, Merchant merchant, VirtualItem item, Checkout.Order order, Platform platform)
            throws IOException {
        var payer = payer(ctx, merchant);
        if (payer.isEmpty()) {
            return pages.pay(ctx, merchant, item, checkouts.get(platform).place(merchant, order));
        }
        var call = inWallets.get(platform).place(merchant, order, payer.get());
        return pages.payHere(
                ctx, merchant, item, call, order.back(), !byPage(merchant).isEmpty());
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
        var platforms = EnumSet.noneOf(Platform.class);
        platforms.addAll(byPage(merchant));
        inWallets.keySet().stream()
                .filter(platform -> inWallets.get(platform).serves(merchant))
                .forEach(platforms::add);
        for (var platform : platforms) {
            if (gateway.find(merchant, new PaymentReference(platform.word(), "out_trade_no", number))
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
