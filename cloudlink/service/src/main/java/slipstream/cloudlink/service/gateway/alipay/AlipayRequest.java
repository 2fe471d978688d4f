package slipstream.cloudlink.service.gateway.alipay;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// A question to Alipay's gateway: form parameters, signed with RSA2.
final class AlipayRequest {
    private AlipayRequest() {}

    /// @param method e.g. `alipay.trade.query`
    /// @param content the JSON of `biz_content`
    static HttpRequest of(AlipayCredentials held, String method, String content, Clock clock) {
        return of(held, signed(held, method, content, clock));
    }

    /// A question that has parameters of its own and no content.
    static HttpRequest of(AlipayCredentials held, String method, Map<String, String> own, Clock clock) {
        var parameters = common(held, method, clock);
        parameters.putAll(own);
        return of(held, signed(held, parameters));
    }

    /// The address of a page that a phone opens.
    ///
    /// @param own parameters besides the content
    static URI page(AlipayCredentials held, String method, String content, Map<String, String> own, Clock clock) {
        var parameters = common(held, method, clock);
        parameters.putAll(own);
        put(held, content, parameters);
        return URI.create(held.gateway() + "?" + form(signed(held, parameters)));
    }

    private static HttpRequest of(AlipayCredentials held, Map<String, String> signed) {
        return HttpRequest.newBuilder(URI.create(held.gateway() + "?charset=utf-8"))
                .header("Content-Type", "application/x-www-form-urlencoded;charset=utf-8")
                .header("Accept", "application/json")
                .header("User-Agent", "Slipstream")
                .POST(HttpRequest.BodyPublishers.ofString(form(signed)))
                .build();
    }

    static Map<String, String> signed(AlipayCredentials held, String method, String content, Clock clock) {
        var parameters = common(held, method, clock);
        put(held, content, parameters);
        return signed(held, parameters);
    }

    private static void put(AlipayCredentials held, String content, Map<String, String> parameters) {
        if (held.encryption().isPresent()) {
            var encryption = held.encryption().get();
            parameters.put("encrypt_type", encryption.cipher.name());
            parameters.put("biz_content", encrypted(encryption, content));
        } else {
            parameters.put("biz_content", content);
        }
    }

    private static Map<String, String> signed(AlipayCredentials held, Map<String, String> parameters) {
        parameters.put("sign", SignContent.sign(held.key(), SignContent.of(parameters, SignContent.OF_REQUEST)));
        return parameters;
    }

    private static Map<String, String> common(AlipayCredentials held, String method, Clock clock) {
        var parameters = new TreeMap<String, String>();
        parameters.put("app_id", held.appId());
        parameters.put("method", method);
        parameters.put("format", "JSON");
        parameters.put("charset", "utf-8");
        parameters.put("sign_type", "RSA2");
        parameters.put(
                "timestamp",
                LocalDateTime.ofInstant(clock.instant(), AlipayTrade.BEIJING).format(AlipayTrade.TIME));
        parameters.put("version", "1.0");
        held.authToken().ifPresent(token -> parameters.put("app_auth_token", token));
        held.certificates().ifPresent(numbers -> {
            parameters.put("app_cert_sn", numbers.app());
            parameters.put("alipay_root_cert_sn", numbers.root());
        });
        return parameters;
    }

    private static String encrypted(AlipayCredentials.Encryption encryption, String content) {
        try {
            return encryption.cipher.encrypt(encryption.key, content.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the content key cannot encrypt: " + e.getMessage(), e);
        }
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(one -> encoded(one.getKey()) + "=" + encoded(one.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }
}
