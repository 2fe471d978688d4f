package slipstream.cloudlink.service.web.copy;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import slipstream.cloudlink.service.claim.ClaimToken;
import slipstream.cloudlink.service.claim.Claims;
import slipstream.cloudlink.service.claim.Claims.Standing;
import slipstream.cloudlink.service.copy.Copies;
import slipstream.cloudlink.service.copy.Copies.Copy;
import slipstream.cloudlink.service.web.http.Guesses;
import slipstream.cloudlink.service.web.http.Reply;
import slipstream.cloudlink.service.web.http.SameOrigin;
import slipstream.cloudlink.service.web.http.Section;
import slipstream.cloudlink.service.web.http.Work;
import slipstream.cloudlink.service.web.login.Visitors;

/// `GET` and `POST /C/{token}/receipt`, `GET /C/{token}/receipt.txt`: for who has claimed the link, and nobody else.
public final class CopyRoutes implements Section {
    private static final int MOST_FORM_BYTES = 4096;

    private final Copies copies;
    private final Claims claims;
    private final Visitors visitors;
    private final Guesses guesses;
    private final SameOrigin sameOrigin;
    private final Work work;
    private final CopyPages pages = new CopyPages();

    /// @param publicUrl how phones reach the pages
    public CopyRoutes(Copies copies, Claims claims, Visitors visitors, Guesses guesses, String publicUrl, Work work) {
        this.copies = copies;
        this.claims = claims;
        this.visitors = visitors;
        this.guesses = guesses;
        this.sameOrigin = new SameOrigin(publicUrl);
        this.work = work;
    }

    @Override
    public void open(Router router) {
        for (var path : new String[] {"/C/:token/receipt", "/c/:token/receipt"}) {
            router.get(path).handler(work.handler(this::look, pages::busy, pages::failed));
            router.post(path)
                    .handler(BodyHandler.create(false).setBodyLimit(MOST_FORM_BYTES))
                    .handler(work.handler(this::ask, pages::busy, pages::failed));
            router.get(path + ".txt").handler(work.handler(this::download, pages::busy, pages::failed));
        }
    }

    private Reply look(RoutingContext ctx) {
        return answer(
                ctx,
                token -> copies.look(token, visitors.of(ctx)),
                (token, copy) -> pages.copy(token, copy, pages.words(ctx)));
    }

    private Reply ask(RoutingContext ctx) {
        if (!sameOrigin.holds(ctx)) {
            return pages.notice(403, "foreign", ctx);
        }
        return answer(
                ctx,
                token -> copies.ask(token, visitors.of(ctx)),
                (token, copy) -> Reply.redirect("/C/" + token.value() + "/receipt?lang="
                        + pages.words(ctx).language().getLanguage()));
    }

    /// Text and nothing else, whatever a box has sent: never taken for a page, and saved rather than shown.
    private Reply download(RoutingContext ctx) {
        return answer(
                ctx,
                token -> copies.look(token, visitors.of(ctx)),
                (token, copy) -> copy instanceof Copy.Here here
                        ? new Reply(
                                200,
                                "text/plain; charset=utf-8",
                                here.text() + "\n",
                                Map.of(
                                        "Content-Disposition", "attachment; filename=\"receipt.txt\"",
                                        "Content-Security-Policy", "default-src 'none'; sandbox"))
                        : pages.notice(404, "none", ctx));
    }

    private Reply answer(
            RoutingContext ctx,
            Function<ClaimToken, Optional<Copy>> asking,
            BiFunction<ClaimToken, Copy, Reply> answering) {
        if (guesses.exhausted(ctx.request())) {
            return pages.notice(429, "tooMany", ctx).with("Retry-After", "60");
        }
        var token = ClaimToken.read(ctx.pathParam("token"));
        var copy = token.flatMap(asking);
        if (copy.isPresent()) {
            return answering.apply(token.get(), copy.get());
        }
        if (token.isEmpty() || claims.look(token.get(), visitors.of(ctx)) instanceof Standing.Unknown) {
            guesses.wrong(ctx.request());
        }
        return pages.notice(404, "none", ctx);
    }
}
