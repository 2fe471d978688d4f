package slipstream.cloudlink.service.gateway.simulator;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.net.URI;
import java.util.Set;

/// The page on which a payer pays for an order, and the way back.
public final class Cashier {
    /// Where phones may be sent back to.
    private static final Set<String> DOMAINS = Set.of("127.0.0.1", "localhost");

    private Cashier() {}

    /// Asks for a tap.
    ///
    /// @param action the path that pays
    /// @param sum as people read it
    public static void show(RoutingContext ctx, String action, String sum) {
        ctx.response()
                .putHeader("Content-Type", "text/html; charset=utf-8")
                .end("<!DOCTYPE html><html lang=\"zh\"><title>收银台</title><h1>" + sum + "</h1><form method=\"post\""
                        + " action=\"" + action + "\"><button type=\"submit\">立即付款</button></form></html>");
    }

    /// Sends the phone back, once the notice was sent, whatever became of it.
    public static void back(RoutingContext ctx, Future<?> notice, String to) {
        notice.onComplete(done -> ctx.redirect(to));
    }

    /// Whether phones may be sent there.
    public static boolean allows(String url) {
        try {
            return DOMAINS.contains(String.valueOf(URI.create(url).getHost()));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
