package slipstream.cloudlink.service.gateway.wechat.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.http.HttpServerRequest;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.Clock;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Checks a question's `Authorization` as the platform does; never skipped.
final class Gatekeeper {
    private static final String SCHEME = "WECHATPAY2-SHA256-RSA2048 ";
    private static final Pattern FIELD = Pattern.compile("([a-z_]+)=\"([^\"]*)\"(?:,|$)");
    private static final long MOST_SECONDS_OFF = 300;

    private final Map<String, SimulatedMerchant> merchants;
    private final Clock clock;

    Gatekeeper(Map<String, SimulatedMerchant> merchants, Clock clock) {
        this.merchants = merchants;
        this.clock = clock;
    }

    /// Who asks, or why it is refused.
    Verdict check(HttpServerRequest request) {
        if (request.getHeader("Accept") == null || request.getHeader("User-Agent") == null) {
            return new Verdict.Refused(Refusal.parameter("Http头缺少Accept或User-Agent"));
        }
        var fields = fields(request.getHeader("Authorization"));
        if (fields.isEmpty()) {
            return refused("Http头Authorization值格式错误，请参考《微信支付商户REST API签名规则》");
        }
        if (!isFresh(fields.get().get("timestamp"))) {
            return refused("Http头Authorization中的timestamp与发起请求的时间不得超过5分钟");
        }
        var merchant = merchants.get(fields.get().get("mchid"));
        if (merchant == null || !merchant.serial().equals(fields.get().get("serial_no"))) {
            return refused("商户证书序列号有误。请使用签名私钥匹配的证书序列号");
        }
        var signed = request.method() + "\n" + request.uri() + "\n"
                + fields.get().get("timestamp") + "\n" + fields.get().get("nonce_str") + "\n\n";
        return matches(merchant, signed, fields.get().get("signature"))
                ? new Verdict.Admitted(merchant)
                : new Verdict.Refused(Refusal.signatureMismatch(request.method().name(), request.uri(), signed));
    }

    private static Verdict refused(String message) {
        return new Verdict.Refused(Refusal.signature(message));
    }

    private static Optional<Map<String, String>> fields(String header) {
        if (header == null || !header.startsWith(SCHEME)) {
            return Optional.empty();
        }
        var fields = new HashMap<String, String>();
        var matcher = FIELD.matcher(header.substring(SCHEME.length()));
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

    private static boolean matches(SimulatedMerchant merchant, String signed, String signature) {
        try {
            var verifier = Signature.getInstance("SHA256withRSA");
            verifier.initVerify(merchant.key());
            verifier.update(signed.getBytes(UTF_8));
            return verifier.verify(Base64.getDecoder().decode(signature));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    sealed interface Verdict {
        record Admitted(SimulatedMerchant merchant) implements Verdict {}

        record Refused(Refusal refusal) implements Verdict {}
    }
}
