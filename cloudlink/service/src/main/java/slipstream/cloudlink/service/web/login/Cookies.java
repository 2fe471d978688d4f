package slipstream.cloudlink.service.web.login;

import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import slipstream.cloudlink.service.secret.Vault;

/// Cookies that scripts and other sites cannot use, sealed where what is in them is nobody else's business.
///
/// @param vault seals for any node that has the same master key
/// @param secure whether browsers may send them over HTTPS only
record Cookies(Vault vault, boolean secure) {
    /// The header `Set-Cookie` for a plain value.
    String set(String name, String path, String value, Duration life) {
        return name + "=" + value + "; Path=" + path + "; Max-Age=" + life.toSeconds() + "; HttpOnly; SameSite=Lax"
                + (secure ? "; Secure" : "");
    }

    /// The header `Set-Cookie` for a sealed value.
    ///
    /// @param boundTo it opens only for the same words
    String seal(String name, String path, String value, Duration life, String... boundTo) {
        return set(name, path, vault.seal(value, words(name, boundTo)), life);
    }

    Optional<String> read(HttpServerRequest request, String name) {
        return Optional.ofNullable(request.getCookie(name)).map(cookie -> cookie.getValue());
    }

    /// A value that was sealed for the same words; nothing where it was not.
    Optional<String> open(HttpServerRequest request, String name, String... boundTo) {
        return read(request, name).flatMap(closed -> {
            try {
                return Optional.of(vault.open(closed, words(name, boundTo)));
            } catch (IOException e) {
                return Optional.empty();
            }
        });
    }

    private static String[] words(String name, String... boundTo) {
        var words = new String[boundTo.length + 2];
        words[0] = "cookie";
        words[1] = name;
        System.arraycopy(boundTo, 0, words, 2, boundTo.length);
        return words;
    }
}
