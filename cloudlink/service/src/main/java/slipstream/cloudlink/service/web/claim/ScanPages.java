package slipstream.cloudlink.service.web.claim;

import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import slipstream.cloudlink.service.claim.ClaimToken;
import slipstream.cloudlink.service.claim.Claimant;
import slipstream.cloudlink.service.copy.Copies;
import slipstream.cloudlink.service.identify.Reason;
import slipstream.cloudlink.service.merchant.Merchant;
import slipstream.cloudlink.service.merchant.Platform;
import slipstream.cloudlink.service.pool.AtScan;
import slipstream.cloudlink.service.pool.AtScan.Scan;
import slipstream.cloudlink.service.web.http.Reply;
import slipstream.cloudlink.service.web.login.Browser;
import slipstream.cloudlink.service.web.login.Logins;
import slipstream.cloudlink.service.web.login.Visitors;

/// The page behind a token that a box has printed without knowing who paid: the wallet says who scans; with cash and
/// cards, outside a wallet, it is the browser. Looking decides nothing: there is a button.
record ScanPages(
        AtScan atScan,
        Copies copies,
        Function<String, Optional<Merchant>> merchants,
        Visitors visitors,
        Logins logins,
        Pages pages,
        ClaimUrls urls) {
    /// Payments of these only a wallet can vouch for.
    private static final Set<String> WALLETS = Set.of(Platform.WECHAT.word(), Platform.ALIPAY.word());

    /// Nothing where the token is no box's.
    Optional<Reply> look(RoutingContext ctx, ClaimToken token) {
        return shown(ctx, token, atScan.look(token));
    }

    /// Applies the rules, once it is known who scans. Nothing where the token is no box's.
    ///
    /// @param browser who scans where no wallet says so
    Optional<Reply> resolve(RoutingContext ctx, ClaimToken token, Claimant browser) {
        var standing = atScan.look(token);
        if (!(standing instanceof Scan.Open open)) {
            return shown(ctx, token, standing);
        }
        if (visitors.isKnownAt(ctx, open.merchantId())) {
            return shown(ctx, token, atScan.resolve(token, visitors.of(ctx).payers()));
        }
        if (needsWallet(ctx, open)) {
            return Optional.of(whoIsThere(ctx, token, open.merchantId()));
        }
        return shown(ctx, token, atScan.resolve(token, List.of(browser.key())))
                .map(reply -> reply.with("Set-Cookie", visitors.remember(browser)));
    }

    private Optional<Reply> shown(RoutingContext ctx, ClaimToken token, Scan scan) {
        var words = pages.words(ctx);
        return switch (scan) {
            case Scan.Unknown unknown -> Optional.empty();
            case Scan.NotUsed notUsed -> Optional.of(pages.notice(404, "notPrinted", words));
            case Scan.Expired expired -> Optional.of(pages.notice(410, "expired", words));
            case Scan.Open open -> Optional.of(open(ctx, token, open));
            case Scan.Link made -> {
                copies.printed(token, made.link());
                yield Optional.of(Reply.redirect("/C/" + made.link().token().value() + "?lang="
                        + words.language().getLanguage()));
            }
            case Scan.Plain plain ->
                Optional.of(pages.told(
                        200, plain.reason() == Reason.FIRST_PAYMENT ? "scanFirst" : "scanNothing", token, words));
            case Scan.OfAnother another -> Optional.of(pages.told(410, "scanAnother", token, words));
        };
    }

    private Reply open(RoutingContext ctx, ClaimToken token, Scan.Open open) {
        if (!visitors.isKnownAt(ctx, open.merchantId())) {
            var asking = logins.begin(ctx, open.merchantId(), "/C/" + token.value());
            if (asking.isPresent()) {
                return asking.get();
            }
            if (needsWallet(ctx, open)) {
                return whoIsThere(ctx, token, open.merchantId());
            }
        }
        return pages.scan(merchants.apply(open.merchantId()), token, pages.words(ctx));
    }

    /// Whether a wallet has to say who scans: because one has moved the money, or because the page is open in it.
    /// Where nobody has entrusted anything by which any could, neither the merchant nor the house, the receipt in
    /// somebody's hands has to do, as with cash.
    private boolean needsWallet(RoutingContext ctx, Scan.Open open) {
        var able = wallets(open.merchantId());
        return !able.isEmpty()
                && (WALLETS.contains(open.paidBy())
                        || Browser.of(ctx.request())
                                .wallet()
                                .filter(able::contains)
                                .isPresent());
    }

    private List<Platform> wallets(String merchantId) {
        return merchants.apply(merchantId).map(logins::at).orElse(List.of());
    }

    private Reply whoIsThere(RoutingContext ctx, ClaimToken token, String merchantId) {
        return pages.whoIsThere(wallets(merchantId), urls.of(token), token, pages.words(ctx));
    }
}
