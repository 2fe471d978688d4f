package slipstream.cloudlink.service.web.staff;

import io.vertx.core.http.Cookie;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import slipstream.cloudlink.service.staff.StaffDoor;

/// The cookie of a session: for the staff page alone, out of reach of scripts and of other sites' forms.
///
/// @param secure whether browsers reach the page by TLS
record StaffCookie(boolean secure) {
    private static final String NAME = "slipstream-staff";

    String of(String session) {
        return cookie(session, StaffDoor.SESSION.toSeconds());
    }

    /// Has the browser forget it.
    String none() {
        return cookie("", 0);
    }

    Optional<String> in(RoutingContext ctx) {
        return Optional.ofNullable(ctx.request().getCookie(NAME)).map(Cookie::getValue);
    }

    private String cookie(String value, long seconds) {
        return NAME + "=" + value + "; Path=/staff; Max-Age=" + seconds + "; HttpOnly; SameSite=Strict"
                + (secure ? "; Secure" : "");
    }
}
