package slipstream.cloudlink.service.gateway.alipay.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.time.Clock;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Writes asynchronous notices of trades.
record TradeNotices(SimulatedAlipay alipay, Clock clock) {
    static final String FORM = "application/x-www-form-urlencoded; charset=utf-8";

    /// @param probe with something that is no signature
    String body(Trade trade, boolean probe) {
        var app = alipay.app(trade.appId()).orElseThrow();
        var fields = new TreeMap<>(trade.notice());
        fields.put("notify_id", "20261122" + Crypto.word());
        fields.put("notify_type", "trade_status_sync");
        fields.put("notify_time", Trade.beijing(clock.instant()));
        fields.put("app_id", app.appId());
        fields.put("seller_id", app.sellerId());
        fields.put("charset", "utf-8");
        fields.put("version", "1.0");
        fields.put("sign_type", "RSA2");
        if (app.certified()) {
            fields.put("alipay_cert_sn", alipay.certificateNumber());
        }
        var content = Crypto.content(fields, Set.of("sign", "sign_type"));
        fields.put("sign", probe ? "SIGNTEST" : Crypto.sign(alipay.key(), content));
        return fields.entrySet().stream()
                .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
    }
}
