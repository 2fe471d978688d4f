package slipstream.cloudlink.service.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// The fields of an `application/x-www-form-urlencoded` body.
public final class FormFields {
    private FormFields() {}

    /// Empty when a field comes twice, or is not encoded as it should be: nobody could say what was signed.
    public static Optional<Map<String, String>> of(byte[] body) {
        var fields = new LinkedHashMap<String, String>();
        try {
            for (var field : new String(body, UTF_8).split("&")) {
                int equals = field.indexOf('=');
                if (equals > 0
                        && fields.put(decoded(field.substring(0, equals)), decoded(field.substring(equals + 1)))
                                != null) {
                    return Optional.empty();
                }
            }
            return Optional.of(fields);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, UTF_8);
    }
}
