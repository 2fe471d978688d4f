package slipstream.cloudlink.service.web.login;

import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import slipstream.cloudlink.service.claim.Claimant;
import slipstream.cloudlink.service.claim.Visitor;
import slipstream.cloudlink.service.gateway.Payment.PayerId;
import slipstream.cloudlink.service.mark.PayerKey;
import slipstream.cloudlink.service.secret.Vault;

/// Tells who looks at a page. Safe for any number of threads.
public final class Visitors {
    private static final String BROWSER = "slipstream";
    private static final String PAYER = "slipstream-payer";
    private static final Duration BROWSER_LIFE = Duration.ofDays(365);
    /// Asking the wallet again is silent, so this need not be long.
    private static final Duration PAYER_LIFE = Duration.ofHours(1);

    private final Cookies cookies;
    private final Clock clock;

    /// @param secure whether browsers reach the pages by HTTPS
    public Visitors(Vault vault, boolean secure, Clock clock) {
        this.cookies = new Cookies(vault, secure);
        this.clock = clock;
    }

    /// Who is there.
    public Visitor of(RoutingContext ctx) {
        return new Visitor(
                cookies.read(ctx.request(), BROWSER).flatMap(Claimant::read),
                session(ctx).map(Session::payers).orElse(List.of()));
    }

    /// By which names the platform may call the visitor, in clear: for one request to that platform, and for nothing
    /// else. Empty where no wallet has said who this is.
    public List<PayerId> names(RoutingContext ctx) {
        return session(ctx).map(Session::names).orElse(List.of());
    }

    /// Whether a wallet has vouched for the visitor with the application of this merchant.
    public boolean isKnownAt(RoutingContext ctx, String merchantId) {
        return session(ctx).filter(one -> one.merchantId().equals(merchantId)).isPresent();
    }

    /// The header `Set-Cookie` by which a browser is known again.
    public String remember(Claimant browser) {
        return cookies.set(BROWSER, "/", browser.word(), BROWSER_LIFE);
    }

    /// The header `Set-Cookie` by which a browser forgets who claimed with it.
    public String forget() {
        return cookies.set(BROWSER, "/", "", Duration.ZERO);
    }

    /// The header `Set-Cookie` that says for whom a wallet has vouched.
    String vouched(String merchantId, List<PayerKey> payers, List<PayerId> names) {
        var session = new Session(merchantId, payers, names, clock.instant().plus(PAYER_LIFE));
        return cookies.seal(PAYER, "/", session.text(), PAYER_LIFE);
    }

    private Optional<Session> session(RoutingContext ctx) {
        return cookies.open(ctx.request(), PAYER)
                .flatMap(Session::read)
                .filter(one -> clock.instant().isBefore(one.until()));
    }

    Cookies cookies() {
        return cookies;
    }

    Clock clock() {
        return clock;
    }
}
