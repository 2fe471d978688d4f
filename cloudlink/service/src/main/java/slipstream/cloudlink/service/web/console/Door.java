package slipstream.cloudlink.service.web.console;

import io.vertx.ext.web.RoutingContext;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import slipstream.cloudlink.service.account.RandomWords;
import slipstream.cloudlink.service.account.Sessions;
import slipstream.cloudlink.service.account.User;
import slipstream.cloudlink.service.web.http.Reply;
import slipstream.cloudlink.service.web.http.SameOrigin;
import slipstream.cloudlink.service.web.page.Wordbook;
import slipstream.cloudlink.service.web.page.Words;

/// Who is there: reads and writes the cookies of the console.
///
/// Before anybody signs in the cookie holds a secret that only proves that a form went to this browser. A new
/// one takes its place when somebody signs in, so that nobody can plant a session (session fixation).
final class Door {
    private static final Pattern SECRET = Pattern.compile("[0-9A-Za-z_-]{1,80}");
    private static final String LANGUAGE = "slipstream-language";

    private final Sessions sessions;
    private final SameOrigin sameOrigin;
    private final Wordbook wordbook = new Wordbook(Door.class);
    private final boolean secure;
    private final String cookie;

    /// @param publicUrl how browsers reach the console; where it begins with https, cookies do not leave it
    Door(Sessions sessions, String publicUrl) {
        this.sessions = sessions;
        this.sameOrigin = new SameOrigin(publicUrl);
        this.secure = publicUrl.toLowerCase(Locale.ROOT).startsWith("https:");
        // RFC 6265bis, 4.1.3.2: __Host- cookies are Secure, of this host only, and good for every path.
        this.cookie = (secure ? "__Host-" : "") + "slipstream-console";
    }

    Visit visit(RoutingContext ctx) {
        var secret = Optional.ofNullable(ctx.request().getCookie(cookie))
                .map(found -> found.getValue())
                .filter(found -> SECRET.matcher(found).matches());
        return new Visit(ctx, words(ctx), secret.orElse(""), secret.flatMap(sessions::user));
    }

    Words words(RoutingContext ctx) {
        var kept = ctx.request().getCookie(LANGUAGE);
        return ctx.request().getParam("lang") == null && kept != null
                ? wordbook.in(Locale.forLanguageTag(kept.getValue()))
                : wordbook.of(ctx);
    }

    /// Whether a form comes from one of our own pages.
    boolean isOurs(Visit visit) {
        return !visit.secret().isEmpty() && sameOrigin.holds(visit.ctx()) && visit.formIsOurs();
    }

    /// A visit that has a secret; where it is new, the reply must carry [#cookie].
    Visit withSecret(Visit visit) {
        return visit.secret().isEmpty()
                ? new Visit(visit.ctx(), visit.words(), RandomWords.kept("door"), visit.user())
                : visit;
    }

    /// The browser keeps this secret.
    Reply keeping(Reply reply, String secret) {
        return reply.with("Set-Cookie", header(cookie, secret, ""));
    }

    /// Starts a session for the user.
    Reply signedIn(Reply reply, User user) {
        return keeping(reply, sessions.start(user));
    }

    Reply signedOut(Reply reply, Visit visit) {
        sessions.end(visit.secret());
        return reply.with("Set-Cookie", header(cookie, "", "; Max-Age=0"));
    }

    /// The browser keeps the language that was chosen.
    Reply language(Reply reply, Words words) {
        return reply.with("Set-Cookie", header(LANGUAGE, words.language().getLanguage(), "; Max-Age=31536000"));
    }

    private String header(String name, String value, String more) {
        return name + "=" + value + "; Path=/; HttpOnly; SameSite=Strict" + more + (secure ? "; Secure" : "");
    }
}
