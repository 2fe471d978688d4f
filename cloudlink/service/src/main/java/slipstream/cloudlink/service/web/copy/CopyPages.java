package slipstream.cloudlink.service.web.copy;

import io.vertx.ext.web.RoutingContext;
import java.util.Map;
import slipstream.cloudlink.service.claim.ClaimToken;
import slipstream.cloudlink.service.copy.Copies.Copy;
import slipstream.cloudlink.service.web.http.Reply;
import slipstream.cloudlink.service.web.page.Templates;
import slipstream.cloudlink.service.web.page.Wordbook;
import slipstream.cloudlink.service.web.page.Words;

/// One page for each way a copy may stand.
final class CopyPages {
    private static final String SECONDS = "5";

    private final Wordbook wordbook = new Wordbook(CopyPages.class);
    private final Templates templates = new Templates(CopyPages.class);

    /// The page of a copy; while it is being fetched it looks again by itself.
    Reply copy(ClaimToken token, Copy copy, Words words) {
        return switch (copy) {
            case Copy.NotAsked notAsked -> asking("ask", token, words);
            case Copy.Gone gone -> asking("gone", token, words);
            case Copy.Fetching fetching ->
                page("fetching", "fetching", words, Map.of("token", token.value()))
                        .with("Refresh", SECONDS);
            case Copy.Here here -> page("here", "here", words, Map.of("token", token.value(), "text", here.text()));
        };
    }

    /// A page with the button.
    private Reply asking(String kind, ClaimToken token, Words words) {
        return page(kind, "ask", words, Map.of("token", token.value(), "lead", words.get(kind + "Text")));
    }

    private Reply page(String kind, String template, Words words, Map<String, ?> values) {
        return templates.page(200, words.get(kind + "Title"), template, words, values);
    }

    Words words(RoutingContext ctx) {
        return wordbook.of(ctx);
    }

    /// A page that only says something; its texts are `<kind>Title` and `<kind>Text`.
    Reply notice(int status, String kind, RoutingContext ctx) {
        return templates.notice(status, kind, words(ctx));
    }

    Reply busy(RoutingContext ctx) {
        return notice(503, "busy", ctx).with("Retry-After", SECONDS);
    }

    Reply failed(RoutingContext ctx) {
        return notice(500, "failed", ctx);
    }
}
