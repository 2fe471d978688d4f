package slipstream.cloudlink.service.web.shop;

import io.vertx.ext.web.RoutingContext;
import java.math.BigDecimal;
import java.net.URI;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import slipstream.cloudlink.protocol.Money;
import slipstream.cloudlink.service.gateway.WalletCheckout;
import slipstream.cloudlink.service.item.VirtualItem;
import slipstream.cloudlink.service.merchant.Merchant;
import slipstream.cloudlink.service.merchant.Platform;
import slipstream.cloudlink.service.web.http.Reply;
import slipstream.cloudlink.service.web.page.Templates;
import slipstream.cloudlink.service.web.page.Wordbook;
import slipstream.cloudlink.service.web.page.Words;

/// What a shop's page shows.
final class ShopPages {
    private final Wordbook wordbook = new Wordbook(ShopPages.class);
    private final Templates templates = new Templates(ShopPages.class);
    private final String script = templates.text("pay.js");
    /// On some phones the wallet's call goes through a frame of an address of its own.
    private final Templates calling = new Templates(
            ShopPages.class, "script-src 'sha256-" + Templates.sha256(script) + "'", "frame-src weixin: wx:");

    String language(RoutingContext ctx) {
        return wordbook.of(ctx).language().getLanguage();
    }

    /// @param ways by which one may pay here
    Reply shop(RoutingContext ctx, Merchant merchant, List<VirtualItem> items, List<Platform> ways) {
        var words = wordbook.of(ctx);
        var rows = items.stream().map(item -> row(item, ways, words)).toList();
        var values = Map.of(
                "merchant",
                merchant.name().in(words.language()),
                "items",
                rows,
                "empty",
                rows.isEmpty(),
                "nowhere",
                ways.isEmpty() && !rows.isEmpty());
        return templates.page(200, words.get("shopTitle"), "shop", words, values);
    }

    private static Map<String, Object> row(VirtualItem item, List<Platform> ways, Words words) {
        return Map.of(
                "id",
                item.id(),
                "what",
                item.title().in(words.language()),
                "terms",
                item.terms().map(terms -> terms.in(words.language())).orElse(""),
                "price",
                price(item.price().orElseThrow(), words.language()),
                "valid",
                words.get("shopValid", item.validDays()),
                "ways",
                ways.stream()
                        .map(way -> Map.of("by", way.word(), "label", words.get("payBy", words.get(way.word()))))
                        .toList());
    }

    private static String price(Money money, Locale language) {
        var currency = Currency.getInstance(money.currency());
        var format = NumberFormat.getCurrencyInstance(language.equals(Locale.CHINESE) ? Locale.CHINA : Locale.UK);
        format.setCurrency(currency);
        format.setMinimumFractionDigits(currency.getDefaultFractionDigits());
        return format.format(BigDecimal.valueOf(money.minorUnits(), currency.getDefaultFractionDigits()));
    }

    /// The way to the checkout: a link, for a form of ours leads nowhere else.
    Reply pay(RoutingContext ctx, Merchant merchant, VirtualItem item, URI page) {
        var words = wordbook.of(ctx);
        var values = Map.of(
                "merchant", merchant.name().in(words.language()),
                "what", item.title().in(words.language()),
                "price", price(item.price().orElseThrow(), words.language()),
                "page", page.toString());
        return templates.page(200, words.get("payTitle"), "pay", words, values);
    }

    /// The page that calls the wallet it is open in.
    ///
    /// @param back where the voucher will be seen
    /// @param elsewhere whether other browsers can pay, too
    Reply payHere(
            RoutingContext ctx,
            Merchant merchant,
            VirtualItem item,
            WalletCheckout.Call call,
            URI back,
            boolean elsewhere) {
        var words = wordbook.of(ctx);
        var shop = back.resolve("/buy/" + merchant.id());
        var values = new HashMap<String, Object>();
        values.put("merchant", merchant.name().in(words.language()));
        values.put("what", item.title().in(words.language()));
        values.put("price", price(item.price().orElseThrow(), words.language()));
        values.put("appId", call.appId());
        values.put("timeStamp", call.timeStamp());
        values.put("nonceStr", call.nonceStr());
        values.put("packaged", call.packaged());
        values.put("paySign", call.paySign());
        values.put("back", back + "?lang=" + words.language().getLanguage());
        values.put("elsewhere", elsewhere ? words.get("payElsewhere", shop) : words.get("payOnlyHere"));
        values.put("script", script);
        return calling.page(200, words.get("payTitle"), "payhere", words, values);
    }

    Reply waiting(RoutingContext ctx) {
        var words = wordbook.of(ctx);
        return templates.page(202, words.get("waitingTitle"), "waiting", words, Map.of());
    }

    Reply notice(int status, String kind, RoutingContext ctx) {
        return templates.notice(status, kind, wordbook.of(ctx));
    }

    Reply busy(RoutingContext ctx) {
        return notice(503, "busy", ctx).with("Retry-After", "5");
    }

    Reply failed(RoutingContext ctx) {
        return notice(500, "failed", ctx);
    }
}
