package slipstream.cloudlink.service.web.login;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.tinylog.Logger;
import slipstream.cloudlink.service.gateway.WalletLogin;
import slipstream.cloudlink.service.gateway.WalletLogin.Vouched;
import slipstream.cloudlink.service.mark.PayerKey;
import slipstream.cloudlink.service.merchant.Merchant;
import slipstream.cloudlink.service.merchant.Platform;
import slipstream.cloudlink.service.secret.Keyring;
import slipstream.cloudlink.service.web.http.Reply;
import slipstream.cloudlink.service.web.http.Section;
import slipstream.cloudlink.service.web.http.Work;
import slipstream.cloudlink.service.web.page.Templates;
import slipstream.cloudlink.service.web.page.Wordbook;

/// Sends phones to their wallet to say whose they are, and receives them back at `GET /oauth/{platform}`.
///
/// The `state` is random and bound to the browser: a cookie sealed for that very state holds where the phone was
/// going. Without it, or with another's, whoever comes back is not believed.
public final class Logins implements Section {
    /// Where a page is opened that a login has led back to: it does not ask once more.
    public static final String ASKED = "asked";

    private static final String COOKIE = "slipstream-login";
    private static final String PATH = "/oauth";
    private static final Duration LIFE = Duration.ofMinutes(10);
    private static final int STATE_BYTES = 20;
    private static final int LONGEST_CODE = 256;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Map<Platform, WalletLogin> wallets;
    private final Function<String, Optional<Merchant>> merchants;
    private final Keyring keyring;
    private final Visitors visitors;
    private final Optional<String> house;
    private final String publicUrl;
    private final Work work;
    private final Wordbook wordbook = new Wordbook(Logins.class);
    private final Templates templates = new Templates(Logins.class);

    /// @param house the merchant whose applications vouch where a merchant has none of its own, if any
    /// @param publicUrl how phones reach the pages, without a slash at its end
    public Logins(
            Map<Platform, WalletLogin> wallets,
            Function<String, Optional<Merchant>> merchants,
            Keyring keyring,
            Visitors visitors,
            Optional<String> house,
            String publicUrl,
            Work work) {
        this.wallets = Map.copyOf(wallets);
        this.merchants = merchants;
        this.keyring = keyring;
        this.visitors = visitors;
        this.house = house;
        this.publicUrl = publicUrl;
        this.work = work;
    }

    @Override
    public void open(Router router) {
        router.get(PATH + "/:platform")
                .handler(work.handler(this::back, ctx -> notice(503, "busy", ctx), ctx -> notice(500, "failed", ctx)));
    }

    /// The wallets that can say who somebody is at this merchant.
    public List<Platform> at(Merchant merchant) {
        return wallets.keySet().stream()
                .filter(platform -> application(platform, merchant).isPresent())
                .sorted()
                .toList();
    }

    /// Whose application vouches for payers at a merchant: its own, else the house's.
    public Optional<Merchant> application(Platform platform, Merchant merchant) {
        return Stream.concat(Stream.of(merchant), house.flatMap(merchants).stream())
                .filter(wallets.get(platform)::serves)
                .findFirst();
    }

    /// Sends the phone to the wallet in which the page is open; nothing where that cannot be, or has just been
    /// done.
    ///
    /// @param returnTo the path, without query, of the page that wants to know
    public Optional<Reply> begin(RoutingContext ctx, String merchantId, String returnTo) {
        var wallet = Browser.of(ctx.request()).wallet();
        var merchant = merchants.apply(merchantId);
        var application = wallet.flatMap(one -> merchant.flatMap(at -> application(one, at)));
        if (application.isEmpty() || ctx.request().getParam(ASKED) != null) {
            return Optional.empty();
        }
        var state = state();
        var language = wordbook.of(ctx).language().getLanguage();
        var until = visitors.clock().instant().plus(LIFE).toEpochMilli();
        var pending =
                String.join(" ", merchantId, Long.toString(until), returnTo + "?lang=" + language + "&" + ASKED + "=1");
        try {
            var page = wallets.get(wallet.get()).page(application.get(), here(wallet.get()), state);
            return Optional.of(Reply.redirect(page.toString())
                    .with(
                            "Set-Cookie",
                            visitors.cookies()
                                    .seal(
                                            COOKIE,
                                            PATH,
                                            pending,
                                            LIFE,
                                            wallet.get().word(),
                                            state)));
        } catch (IOException e) {
            Logger.warn("merchant {}: phones cannot be asked whose they are: {}", merchantId, e.getMessage());
            return Optional.empty();
        }
    }

    private URI here(Platform platform) {
        return URI.create(publicUrl + PATH + "/" + platform.word());
    }

    private static String state() {
        var bytes = new byte[STATE_BYTES];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private Reply back(RoutingContext ctx) {
        var platform = platform(ctx.pathParam("platform"));
        var state = Optional.ofNullable(ctx.request().getParam("state")).orElse("");
        var code = Optional.ofNullable(ctx.request().getParam("code"))
                .or(() -> Optional.ofNullable(ctx.request().getParam("auth_code")))
                .filter(one -> !one.isBlank() && one.length() <= LONGEST_CODE);
        var pending = platform.flatMap(one -> visitors.cookies().open(ctx.request(), COOKIE, one.word(), state))
                .map(text -> text.split(" ", 3))
                .filter(words -> visitors.clock().millis() < Long.parseLong(words[1]));
        if (pending.isEmpty() || code.isEmpty()) {
            return notice(400, "login", ctx);
        }
        var merchant = merchants.apply(pending.get()[0]);
        return merchant.isEmpty()
                ? notice(400, "login", ctx)
                : vouched(ctx, platform.get(), merchant.get(), code.get(), pending.get()[2]);
    }

    private Reply vouched(RoutingContext ctx, Platform platform, Merchant merchant, String code, String returnTo) {
        var application = application(platform, merchant).orElse(merchant);
        return switch (wallets.get(platform).redeem(application, code)) {
            case Vouched.For payer ->
                Reply.redirect(returnTo)
                        .with("Set-Cookie", visitors.vouched(merchant.id(), keys(platform, payer), payer.names()));
            case Vouched.Snapshot snapshot -> notice(403, "snapshot", ctx);
            case Vouched.Refused refused -> {
                Logger.info("merchant {}: {} refused a code: {}", merchant.id(), platform.word(), refused.why());
                yield notice(400, "login", ctx);
            }
            case Vouched.Unavailable unavailable -> {
                Logger.warn(
                        "merchant {}: {} cannot say whose phone it is: {}",
                        merchant.id(),
                        platform.word(),
                        unavailable.why());
                yield notice(503, "loginLater", ctx);
            }
        };
    }

    /// The present keys first, then those that came before.
    private List<PayerKey> keys(Platform platform, Vouched.For payer) {
        var keys = new ArrayList<PayerKey>();
        payer.names().forEach(id -> keys.add(keyring.payer(platform.word(), id.appid(), id.openid())));
        payer.names().forEach(id -> keys.addAll(keyring.formerly(platform.word(), id.appid(), id.openid())));
        return keys;
    }

    private Optional<Platform> platform(String word) {
        return wallets.keySet().stream()
                .filter(one -> one.word().equals(word.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    private Reply notice(int status, String kind, RoutingContext ctx) {
        return templates.notice(status, kind, wordbook.of(ctx));
    }
}
