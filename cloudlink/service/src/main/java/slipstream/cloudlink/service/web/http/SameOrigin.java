package slipstream.cloudlink.service.web.http;

import io.vertx.ext.web.RoutingContext;
import java.util.Locale;

/// Whether a form was sent from a page of ours: browsers say where a form comes from
/// (Fetch Metadata, `Sec-Fetch-Site`; RFC 6454, `Origin`).
///
/// @param publicUrl how browsers reach the pages
public record SameOrigin(String publicUrl) {
    /// False when the browser names another origin than the one the form goes to.
    public boolean holds(RoutingContext ctx) {
        var site = ctx.request().getHeader("Sec-Fetch-Site");
        if (site != null && !site.equals("same-origin") && !site.equals("none")) {
            return false;
        }
        var origin = ctx.request().getHeader("Origin");
        if (origin == null) {
            return true;
        }
        var host = ctx.request().getHeader("Host");
        var lower = origin.toLowerCase(Locale.ROOT);
        return lower.equals(originOf(publicUrl))
                || (host != null && lower.replaceFirst("^https?://", "").equals(host.toLowerCase(Locale.ROOT)));
    }

    private static String originOf(String url) {
        return url.toLowerCase(Locale.ROOT).replaceFirst("^(https?://[^/]+).*", "$1");
    }
}
