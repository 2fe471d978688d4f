package slipstream.cloudlink.service.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.StringReader;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;

/// The page templates, read once; and the one style sheet, which every page carries within itself.
final class Templates {
    private final Template page;
    private final String style;

    Templates() {
        this.page = Mustache.compiler()
                .escapeHTML(true)
                .emptyStringIsFalse(true)
                .withLoader(name -> new StringReader(resource(name + ".mustache")))
                .compile(resource("page.mustache"));
        this.style = resource("page.css");
    }

    /// The page of these values.
    String render(Map<String, Object> values) {
        return page.execute(values);
    }

    String style() {
        return style;
    }

    /// Allows our own style sheet by its hash, our own form, and nothing else.
    String contentSecurityPolicy() {
        return "default-src 'none'; style-src 'sha256-" + sha256(style)
                + "'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
    }

    private static String sha256(String text) {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }

    private static String resource(String name) {
        try (var stream = Objects.requireNonNull(Templates.class.getResourceAsStream(name), name)) {
            return new String(stream.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("the program's own file " + name + " cannot be read", e);
        }
    }
}
