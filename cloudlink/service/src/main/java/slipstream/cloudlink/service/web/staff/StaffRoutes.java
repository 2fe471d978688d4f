package slipstream.cloudlink.service.web.staff;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import slipstream.cloudlink.protocol.VoucherCode;
import slipstream.cloudlink.service.claim.Occasion;
import slipstream.cloudlink.service.claim.Redemptions;
import slipstream.cloudlink.service.claim.Redemptions.Redemption;
import slipstream.cloudlink.service.merchant.Merchant;
import slipstream.cloudlink.service.staff.StaffDoor;
import slipstream.cloudlink.service.staff.StaffDoor.Entry;
import slipstream.cloudlink.service.web.claim.ClaimUrls;
import slipstream.cloudlink.service.web.http.Reply;
import slipstream.cloudlink.service.web.http.SameOrigin;
import slipstream.cloudlink.service.web.http.Section;
import slipstream.cloudlink.service.web.http.Work;

/// `/staff`: signing in, looking at a voucher, redeeming it, and undoing that.
///
/// | address | does |
/// | --- | --- |
/// | `GET /staff`, `GET /staff/in/{link}` | the desk to those who are signed in; else the way in |
/// | `POST /staff/in`, `POST /staff/out` | signs in and out |
/// | `POST /staff/look`, `POST /staff/photo` | says what a code is; changes nothing |
/// | `POST /staff/redeem`, `POST /staff/undo` | uses a voucher up, and takes that back |
///
/// Every form is believed only from a page of ours (`Origin`, `Sec-Fetch-Site`, `SameSite=Strict`), and with the
/// word that the page carried for this session. Codes are never in addresses.
public final class StaffRoutes implements Section {
    private static final int MOST_FORM_BYTES = 4096;

    private final StaffDoor door;
    private final Redemptions redemptions;
    private final Function<String, Optional<Merchant>> merchants;
    private final StaffPages pages;
    private final StaffCookie cookie;
    private final SameOrigin sameOrigin;
    private final Photos photos = new Photos();
    private final Work work;

    /// @param zone in which days end
    public StaffRoutes(
            StaffDoor door,
            Redemptions redemptions,
            Function<String, Optional<Merchant>> merchants,
            ZoneId zone,
            ClaimUrls urls,
            Work work) {
        this.door = door;
        this.redemptions = redemptions;
        this.merchants = merchants;
        this.pages = new StaffPages(zone);
        this.cookie = new StaffCookie(urls.isSecure());
        this.sameOrigin = new SameOrigin(urls.publicUrl());
        this.work = work;
    }

    @Override
    public void open(Router router) {
        get(router, "/staff", this::desk);
        get(router, "/staff/in/:link", ctx -> pages.door(200, ctx, ctx.pathParam("link"), ""));
        post(router, "/staff/in", this::enter);
        post(router, "/staff/out", signedIn(this::leave));
        post(router, "/staff/look", signedIn((ctx, present) -> found(ctx, present, field(ctx, "code"), false)));
        post(router, "/staff/redeem", signedIn(this::redeem));
        post(router, "/staff/undo", signedIn(this::undo));
        photos.open(router, "/staff/photo", this::refused)
                .handler(work.handler(signedIn(this::photographed), pages::busy, pages::failed));
        // Where a reader changes the language, or comes back to a page that was an answer.
        for (var answer : new String[] {"in", "out", "look", "photo", "redeem", "undo"}) {
            get(router, "/staff/" + answer, pages::toDesk);
        }
    }

    private void get(Router router, String path, Function<RoutingContext, Reply> page) {
        router.get(path).handler(work.handler(page, pages::busy, pages::failed));
    }

    private void post(Router router, String path, Function<RoutingContext, Reply> page) {
        router.post(path)
                .handler(BodyHandler.create(false).setBodyLimit(MOST_FORM_BYTES))
                .handler(work.handler(page, pages::busy, pages::failed))
                .failureHandler(this::refused);
    }

    private void refused(RoutingContext ctx) {
        var kind = ctx.statusCode() == 413 ? "tooLarge" : ctx.statusCode() == 503 ? "busy" : "staffForeign";
        int status = ctx.statusCode() > 0 ? ctx.statusCode() : 500;
        pages.notice(status, ctx, kind).send(ctx.response());
    }

    private Reply desk(RoutingContext ctx) {
        return present(ctx).map(present -> pages.desk(ctx, present)).orElseGet(() -> pages.door(200, ctx, "", ""));
    }

    private Reply enter(RoutingContext ctx) {
        if (!sameOrigin.holds(ctx)) {
            return pages.notice(403, ctx, "staffForeign");
        }
        var link = field(ctx, "link");
        return switch (door.enter(link, field(ctx, "pin"))) {
            case Entry.Entered entered -> pages.toDesk(ctx).with("Set-Cookie", cookie.of(entered.session()));
            case Entry.Refused refused -> pages.door(403, ctx, link, "entryRefused");
            case Entry.TooMany tooMany ->
                pages.door(429, ctx, link, "entryTooMany")
                        .with("Retry-After", Long.toString(tooMany.pause().toSeconds()));
        };
    }

    private Reply leave(RoutingContext ctx, Present present) {
        door.leave(present.session());
        return pages.toDesk(ctx).with("Set-Cookie", cookie.none());
    }

    private Reply photographed(RoutingContext ctx, Present present) {
        var text = photos.text(ctx);
        return text.isEmpty() ? pages.nothingFound(ctx, present) : found(ctx, present, text.get(), true);
    }

    /// What a code that was typed or read is.
    private Reply found(RoutingContext ctx, Present present, String text, boolean read) {
        var code = VoucherCode.read(text);
        if (code.isPresent()) {
            return pages.redemption(
                    ctx,
                    present,
                    code.get(),
                    redemptions.look(code.get(), present.merchant().id()),
                    "");
        }
        return pages.noCode(ctx, present, read ? "" : text, text.matches("(?i)https?://.*/C/.*"));
    }

    private Reply redeem(RoutingContext ctx, Present present) {
        var code = VoucherCode.read(field(ctx, "code"));
        var press = field(ctx, "press");
        if (code.isEmpty() || press.isBlank()) {
            return pages.noCode(ctx, present, field(ctx, "code"), false);
        }
        var occasion = Occasion.ofPress(present.staff().id(), press);
        var became = redemptions.redeem(code.get(), present.merchant().id(), occasion);
        return pages.redemption(ctx, present, code.get(), became, press);
    }

    private Reply undo(RoutingContext ctx, Present present) {
        var code = VoucherCode.read(field(ctx, "code"));
        if (code.isEmpty()) {
            return pages.noCode(ctx, present, "", false);
        }
        var occasion = Occasion.ofPress(present.staff().id(), field(ctx, "press"));
        boolean undone = redemptions.undo(code.get(), occasion);
        var now = redemptions.look(code.get(), present.merchant().id());
        return undone && now instanceof Redemption.Good good
                ? pages.redemption(ctx, present, code.get(), new Redemption.Undone(good.voucher()), "")
                : pages.tooLateToUndo(ctx, present);
    }

    private Function<RoutingContext, Reply> signedIn(BiFunction<RoutingContext, Present, Reply> page) {
        return ctx -> {
            var present = present(ctx);
            if (present.isEmpty()) {
                return pages.door(403, ctx, "", "entryEnded");
            }
            return sameOrigin.holds(ctx) && present.get().sent(field(ctx, "form"))
                    ? page.apply(ctx, present.get())
                    : pages.notice(403, ctx, "staffForeign");
        };
    }

    private Optional<Present> present(RoutingContext ctx) {
        return cookie.in(ctx)
                .flatMap(session -> door.present(session)
                        .flatMap(staff -> merchants
                                .apply(staff.merchantId())
                                .map(merchant -> new Present(session, staff, merchant))));
    }

    private static String field(RoutingContext ctx, String name) {
        return Optional.ofNullable(ctx.request().getFormAttribute(name)).orElse("");
    }
}
