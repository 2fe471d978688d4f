package slipstream.cloudlink.service.gateway.wechat.simulator;

import io.vertx.core.json.JsonObject;
import java.time.Instant;

/// A refund of an order, wholly or partly.
///
/// @param refundId 29 digits, beginning with 50
/// @param amount in fen
record Refund(Order order, String outRefundNo, String refundId, long amount, Instant at) {

    /// As creating and querying it answer.
    JsonObject json() {
        return common().put("status", "SUCCESS").put("channel", "ORIGINAL").put("create_time", Order.beijing(at));
    }

    /// As a notice carries it: with the payee, and the status under another name.
    JsonObject notice() {
        return order.payee().json().mergeIn(common().put("refund_status", "SUCCESS"));
    }

    private JsonObject common() {
        return new JsonObject()
                .put("refund_id", refundId)
                .put("out_refund_no", outRefundNo)
                .put("transaction_id", order.transactionId())
                .put("out_trade_no", order.outTradeNo())
                .put("success_time", Order.beijing(at))
                .put("user_received_account", "支付用户零钱")
                .put(
                        "amount",
                        new JsonObject()
                                .put("total", order.total())
                                .put("refund", amount)
                                .put("payer_total", order.total())
                                .put("payer_refund", amount)
                                .put("currency", "CNY"));
    }
}
