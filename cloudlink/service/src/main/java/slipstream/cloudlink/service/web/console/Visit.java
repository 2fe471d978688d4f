package slipstream.cloudlink.service.web.console;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.ext.web.RoutingContext;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import slipstream.cloudlink.service.account.RandomWords;
import slipstream.cloudlink.service.account.User;
import slipstream.cloudlink.service.web.http.FormFiles;
import slipstream.cloudlink.service.web.page.Words;

/// One request to the console.
///
/// @param words in the reader's language
/// @param secret of the browser's session, or of its visit to the door
/// @param user who is signed in, if anybody
record Visit(RoutingContext ctx, Words words, String secret, Optional<User> user) {
    /// What each form carries, and another site cannot know.
    String formToken() {
        return RandomWords.hash("form", secret);
    }

    /// Whether the form that was sent is one of ours, sent to this browser.
    boolean formIsOurs() {
        var sent = Optional.ofNullable(ctx.request().getFormAttribute("form")).orElse("");
        return MessageDigest.isEqual(sent.getBytes(UTF_8), formToken().getBytes(UTF_8));
    }

    User signedIn() {
        return user.orElseThrow();
    }

    /// A part of the address that the route names.
    String part(String name) {
        return Optional.ofNullable(ctx.pathParam(name)).orElse("");
    }

    /// What the address asks for, behind the question mark.
    Optional<String> query(String name) {
        return ctx.queryParam(name).stream().findFirst().filter(text -> !text.isBlank());
    }

    /// What a form sent.
    Values form() {
        var sent = new HashMap<String, List<String>>();
        var attributes = ctx.request().formAttributes();
        attributes.names().forEach(name -> sent.put(name, attributes.getAll(name)));
        return new Values(Map.copyOf(sent), FormFiles.of(ctx));
    }
}
