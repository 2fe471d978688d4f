package slipstream.cloudlink.service.gateway.wechat;

import io.avaje.json.JsonException;
import java.net.http.HttpResponse;
import java.util.Set;
import slipstream.cloudlink.service.gateway.Shown;

/// An answer of the platform that refuses.
///
/// @param number the number after the last `-` of the `Request-Id` header: the precise error
record WeChatRefusal(int status, String code, String number) {
    /// Order absent, in both spellings the platform uses.
    private static final Set<String> ABSENT = Set.of("ORDER_NOT_EXIST", "ORDER_NOT_EXISTS");
    /// Order absent; not this merchant's; not this sub-merchant's.
    private static final Set<String> ABSENT_NUMBERS = Set.of("268512771", "268447843", "268447845");

    static WeChatRefusal of(HttpResponse<byte[]> answer) {
        var number = answer.headers()
                .firstValue("Request-Id")
                .map(id -> id.substring(id.lastIndexOf('-') + 1))
                .orElse("");
        return new WeChatRefusal(answer.statusCode(), code(answer.body()), number);
    }

    private static String code(byte[] body) {
        try {
            var error = WeChatJson.ERROR.read(body);
            return error.code() == null ? "" : error.code();
        } catch (JsonException e) {
            return "";
        }
    }

    /// Whether it says that the merchant has no such order.
    boolean saysAbsent() {
        return ABSENT.contains(code) || ABSENT_NUMBERS.contains(number);
    }

    String sentence() {
        return "HTTP status " + status + ", code " + Shown.of(code) + ", error number " + Shown.of(number);
    }
}
