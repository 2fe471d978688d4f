package slipstream.cloudlink.service.gateway.wechat.simulator;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Set;

/// An order on the simulated platform.
///
/// @param payee whose order it is
/// @param transactionId empty as long as nobody has paid
/// @param total in fen
/// @param tradeState one of [#STATES]
record Order(
        Payee payee,
        String transactionId,
        String outTradeNo,
        String openid,
        long total,
        String tradeState,
        String tradeType) {

    static final Set<String> STATES =
            Set.of("SUCCESS", "REFUND", "NOTPAY", "CLOSED", "REVOKED", "USERPAYING", "PAYERROR");
    private static final ZoneOffset BEIJING = ZoneOffset.ofHours(8);

    /// @param mchid the merchant, in partner mode the sub-merchant
    /// @param appid its application; may be empty in partner mode
    /// @param provider who placed the order for it; null in direct mode
    record Payee(String mchid, String appid, SimulatedMerchant provider) {
        JsonObject json() {
            if (provider == null) {
                return new JsonObject().put("appid", appid).put("mchid", mchid);
            }
            var json = new JsonObject()
                    .put("sp_appid", provider.appid())
                    .put("sp_mchid", provider.mchid())
                    .put("sub_mchid", mchid);
            return appid.isEmpty() ? json : json.put("sub_appid", appid);
        }

        JsonObject payer(String openid) {
            if (provider == null) {
                return new JsonObject().put("openid", openid);
            }
            var json = new JsonObject().put("sp_openid", openid);
            return appid.isEmpty() ? json : json.put("sub_openid", "sub-" + openid);
        }

        /// Whose orders `merchant` sees under `mchid`.
        boolean belongsTo(SimulatedMerchant merchant) {
            return provider == null
                    ? mchid.equals(merchant.mchid())
                    : provider.mchid().equals(merchant.mchid());
        }
    }

    Order in(String state) {
        return new Order(payee, transactionId, outTradeNo, openid, total, state, tradeType);
    }

    /// As the query answers it, and as a notice carries it.
    JsonObject json(Instant now) {
        var json = payee.json()
                .put("out_trade_no", outTradeNo)
                .put("trade_state", tradeState)
                .put("trade_state_desc", tradeState);
        if (transactionId.isEmpty()) {
            return json;
        }
        return json.put("transaction_id", transactionId)
                .put("trade_type", tradeType)
                .put("bank_type", "OTHERS")
                .put("attach", "")
                .put("success_time", beijing(now))
                .put("payer", payee.payer(openid))
                .put(
                        "amount",
                        new JsonObject()
                                .put("total", total)
                                .put("payer_total", total)
                                .put("currency", "CNY")
                                .put("payer_currency", "CNY"));
    }

    static String beijing(Instant now) {
        return OffsetDateTime.ofInstant(now, BEIJING)
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();
    }
}
