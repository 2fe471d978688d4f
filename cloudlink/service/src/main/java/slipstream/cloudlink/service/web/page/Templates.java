package slipstream.cloudlink.service.web.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import slipstream.cloudlink.service.web.http.Reply;

/// Makes the pages of one part of the service: a frame, a template within it, and one style sheet, which every
/// page carries within itself. No page needs a second request, and none a script but where a wallet must be called.
public final class Templates {
    private final Class<?> home;
    private final Mustache.Compiler compiler;
    private final Template frame;
    private final String style;
    private final String allowed;
    private final Map<String, Template> contents = new ConcurrentHashMap<>();

    /// @param home a class beside which the templates are; what is not there is taken from the shared ones:
    ///     `<name>.mustache`, the frame `page.mustache`, and `page.css`; what a part says besides in `more.css` comes
    ///     after it
    /// @param allowed what these pages may load besides, as the Content-Security-Policy says it
    public Templates(Class<?> home, String... allowed) {
        this.home = home;
        this.allowed = String.join(
                "", Stream.of(allowed).map(directive -> directive + "; ").toList());
        this.compiler = Mustache.compiler()
                .escapeHTML(true)
                .emptyStringIsFalse(true)
                .withLoader(name -> new StringReader(text(name + ".mustache")));
        this.frame = compiler.compile(text("page.mustache"));
        this.style = text("page.css") + (home.getResource("more.css") == null ? "" : text("more.css"));
    }

    /// A page.
    ///
    /// @param template its name, without `.mustache`
    /// @param values what the template asks for besides the words
    public Reply page(int status, String title, String template, Words words, Map<String, ?> values) {
        var all = new HashMap<String, Object>(words.all());
        all.put("lang", words.language().getLanguage());
        all.put("title", title);
        all.putAll(values);
        var content = contents.computeIfAbsent(template, name -> compiler.compile(text(name + ".mustache")))
                .execute(all);
        all.put("style", style);
        all.put("content", content);
        return new Reply(
                status,
                "text/html; charset=utf-8",
                frame.execute(all),
                Map.of(
                        "Content-Security-Policy", contentSecurityPolicy(),
                        "Referrer-Policy", "same-origin",
                        "X-Frame-Options", "DENY",
                        "Vary", "Accept-Language, Cookie"));
    }

    /// A page that only says something; its texts are `<kind>Title` and `<kind>Text`.
    public Reply notice(int status, String kind, Words words) {
        var heading = words.get(kind + "Title");
        return page(status, heading, "notice", words, Map.of("heading", heading, "text", words.get(kind + "Text")));
    }

    /// Allows our own style sheet by its hash, our own forms, and nothing else.
    private String contentSecurityPolicy() {
        return "default-src 'none'; " + allowed + "style-src 'sha256-" + sha256(style)
                + "'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
    }

    /// What a policy calls a style sheet or script by.
    public static String sha256(String text) {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }

    /// One of the part's files.
    public String text(String name) {
        try (var stream = open(name)) {
            return new String(stream.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("the program's own file " + name + " cannot be read", e);
        }
    }

    private InputStream open(String name) {
        var own = home.getResourceAsStream(name);
        return own != null ? own : Objects.requireNonNull(Templates.class.getResourceAsStream(name), name);
    }
}
