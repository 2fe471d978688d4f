package slipstream.cloudlink.service.gateway.wechat.simulator;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Set;

/// An order on the simulated platform.
///
/// @param transactionId empty as long as nobody has paid
/// @param total in fen
/// @param tradeState one of [#STATES]
record Order(
        String mchid,
        String appid,
        String transactionId,
        String outTradeNo,
        String openid,
        long total,
        String tradeState,
        String tradeType) {

    static final Set<String> STATES =
            Set.of("SUCCESS", "REFUND", "NOTPAY", "CLOSED", "REVOKED", "USERPAYING", "PAYERROR");
    private static final ZoneOffset BEIJING = ZoneOffset.ofHours(8);

    /// As the query answers it, and as a notice carries it.
    JsonObject json(Instant now) {
        var json = new JsonObject()
                .put("appid", appid)
                .put("mchid", mchid)
                .put("out_trade_no", outTradeNo)
                .put("trade_state", tradeState)
                .put("trade_state_desc", tradeState);
        if (transactionId.isEmpty()) {
            return json;
        }
        var when = OffsetDateTime.ofInstant(now, BEIJING).truncatedTo(ChronoUnit.SECONDS);
        return json.put("transaction_id", transactionId)
                .put("trade_type", tradeType)
                .put("bank_type", "OTHERS")
                .put("attach", "")
                .put("success_time", when.toString())
                .put("payer", new JsonObject().put("openid", openid))
                .put(
                        "amount",
                        new JsonObject()
                                .put("total", total)
                                .put("payer_total", total)
                                .put("currency", "CNY")
                                .put("payer_currency", "CNY"));
    }
}
