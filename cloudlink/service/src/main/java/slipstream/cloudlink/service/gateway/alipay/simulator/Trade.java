package slipstream.cloudlink.service.gateway.alipay.simulator;

import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// A trade on the simulated platform.
///
/// @param tradeNo 28 digits
/// @param userId the payer's `2088…`; empty where the application gets an open id only
/// @param openId the payer within the application; may be empty
/// @param total in fen
/// @param refunded in fen
/// @param status one of [#STATUSES]
/// @param paidAt null as long as nobody has paid
record Trade(
        String appId,
        String tradeNo,
        String outTradeNo,
        String userId,
        String openId,
        long total,
        long refunded,
        String status,
        Instant paidAt) {

    static final Set<String> STATUSES = Set.of("WAIT_BUYER_PAY", "TRADE_CLOSED", "TRADE_SUCCESS", "TRADE_FINISHED");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    /// The same after `fen` more were given back; given back wholly it is closed.
    Trade givenBack(long fen) {
        var next = refunded + fen == total ? "TRADE_CLOSED" : status;
        return new Trade(appId, tradeNo, outTradeNo, userId, openId, total, refunded + fen, next, paidAt);
    }

    /// As the query answers it.
    JsonObject json() {
        var json = new JsonObject()
                .put("code", "10000")
                .put("msg", "Success")
                .put("trade_no", tradeNo)
                .put("out_trade_no", outTradeNo)
                .put("buyer_logon_id", "138******00")
                .put("trade_status", status)
                .put("total_amount", yuan(total))
                .put("receipt_amount", yuan(paidAt == null ? 0 : total))
                .put("buyer_pay_amount", yuan(paidAt == null ? 0 : total))
                .put("point_amount", "0.00")
                .put("invoice_amount", yuan(total))
                .put("store_name", "山间{咖啡}\"店\"");
        put(json, "buyer_user_id", userId);
        put(json, "buyer_open_id", openId);
        return paidAt == null ? json : json.put("send_pay_date", beijing(paidAt));
    }

    private static void put(JsonObject json, String name, String text) {
        if (!text.isEmpty()) {
            json.put(name, text);
        }
    }

    /// As a notice carries it, without what every notice has.
    Map<String, String> notice() {
        var fields = new TreeMap<String, String>();
        fields.put("trade_no", tradeNo);
        fields.put("out_trade_no", outTradeNo);
        fields.put("buyer_id", userId);
        fields.put("buyer_open_id", openId);
        fields.put("trade_status", status);
        fields.put("total_amount", yuan(total));
        fields.put("receipt_amount", yuan(total));
        fields.put("subject", "咖啡 & 茶");
        fields.put("body", "");
        if (paidAt != null) {
            fields.put("gmt_payment", beijing(paidAt));
        }
        if (refunded > 0) {
            fields.put("refund_fee", yuan(refunded));
        }
        return fields;
    }

    static String yuan(long fen) {
        return BigDecimal.valueOf(fen, 2).toPlainString();
    }

    static String beijing(Instant at) {
        return LocalDateTime.ofInstant(at, ZoneOffset.ofHours(8)).format(TIME);
    }
}
