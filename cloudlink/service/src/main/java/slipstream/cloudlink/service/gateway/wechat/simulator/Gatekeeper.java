package slipstream.cloudlink.service.gateway.wechat.simulator;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.vertx.core.http.HttpServerRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Checks a question's `Authorization` as the platform does; never skipped.
final class Gatekeeper {
    private static final Pattern HEADER = Pattern.compile("(WECHATPAY2-[A-Z0-9-]+) (.*)");
    private static final Pattern FIELD = Pattern.compile("([a-z_]+)=\"([^\"]*)\"(?:,|$)");
    private static final Pattern NONCE = Pattern.compile("[0-9A-Za-z]{1,32}");
    private static final long MOST_SECONDS_OFF = 300;

    private final Map<String, SimulatedMerchant> merchants;
    private final Clock clock;
    private final Cache<String, Boolean> nonces;

    Gatekeeper(Map<String, SimulatedMerchant> merchants, Clock clock) {
        this.merchants = merchants;
        this.clock = clock;
        this.nonces = Caffeine.newBuilder()
                .expireAfterWrite(Duration.ofSeconds(2 * MOST_SECONDS_OFF))
                .ticker(() -> Duration.ofMillis(clock.millis()).toNanos())
                .build();
    }

    /// Who asks, or why it is refused.
    ///
    /// @param body as it came; empty for GET
    Verdict check(HttpServerRequest request, String body) {
        if (request.getHeader("Accept") == null || request.getHeader("User-Agent") == null) {
            return new Verdict.Refused(Refusal.parameter("Http头缺少Accept或User-Agent"));
        }
        var header = HEADER.matcher(
                Optional.ofNullable(request.getHeader("Authorization")).orElse(""));
        var fields = header.matches() ? fields(header.group(2)) : Optional.<Map<String, String>>empty();
        if (fields.isEmpty()) {
            return refused("Http头Authorization值格式错误，请参考《微信支付商户REST API签名规则》");
        }
        return check(request, body, header.group(1), fields.get());
    }

    private Verdict check(HttpServerRequest request, String body, String scheme, Map<String, String> fields) {
        if (!isFresh(fields.get("timestamp"))) {
            return refused("Http头Authorization中的timestamp与发起请求的时间不得超过5分钟");
        }
        var merchant = merchants.get(fields.get("mchid"));
        if (merchant == null || !merchant.serial().equals(fields.get("serial_no"))) {
            return refused("商户证书序列号有误。请使用签名私钥匹配的证书序列号");
        }
        if (!Crypto.scheme(merchant.trust()).equals(scheme)) {
            return refused("Http头Authorization中的认证类型不正确");
        }
        var nonce = fields.get("nonce_str");
        var signed = request.method() + "\n" + request.uri() + "\n" + fields.get("timestamp") + "\n" + nonce + "\n"
                + body + "\n";
        if (!Crypto.verifies(merchant.trust(), merchant.key(), signed, fields.get("signature"))) {
            return new Verdict.Refused(
                    Refusal.signatureMismatch(request.method().name(), request.uri(), signed));
        }
        return NONCE.matcher(nonce).matches() && isNew(merchant.mchid() + " " + nonce)
                ? new Verdict.Admitted(merchant)
                : refused("Http头Authorization中的nonce_str格式错误或已被使用");
    }

    /// A question that is heard twice is not the merchant's second time.
    private boolean isNew(String nonce) {
        return nonces.asMap().putIfAbsent(nonce, true) == null;
    }

    private static Verdict refused(String message) {
        return new Verdict.Refused(Refusal.signature(message));
    }

    private static Optional<Map<String, String>> fields(String text) {
        var fields = new HashMap<String, String>();
        var matcher = FIELD.matcher(text);
        while (matcher.find()) {
            fields.put(matcher.group(1), matcher.group(2));
        }
        var needed = Set.of("mchid", "nonce_str", "timestamp", "serial_no", "signature");
        return fields.keySet().containsAll(needed) ? Optional.of(fields) : Optional.empty();
    }

    private boolean isFresh(String timestamp) {
        try {
            return Math.abs(clock.instant().getEpochSecond() - Long.parseLong(timestamp)) <= MOST_SECONDS_OFF;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    sealed interface Verdict {
        record Admitted(SimulatedMerchant merchant) implements Verdict {}

        record Refused(Refusal refusal) implements Verdict {}
    }
}
