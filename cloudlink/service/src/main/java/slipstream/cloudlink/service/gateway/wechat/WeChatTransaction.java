package slipstream.cloudlink.service.gateway.wechat;

import io.avaje.jsonb.Json;
import java.util.ArrayList;
import java.util.Optional;
import slipstream.cloudlink.protocol.PaymentReference;
import slipstream.cloudlink.service.gateway.Payment;
import slipstream.cloudlink.service.gateway.PaymentState;

/// An order as the query's answer and the notice's plaintext tell it; only the fields we use.
@Json(naming = Json.Naming.LowerUnderscore)
record WeChatTransaction(
        String appid, String mchid, String outTradeNo, String transactionId, String tradeState, Payer payer) {

    @Json
    record Payer(String openid) {}

    /// Why this is not an order of `mchid` that we can use; nothing when it is.
    Optional<String> objection(String merchant) {
        if (!merchant.equals(mchid)) {
            return Optional.of("it tells of an order of another merchant, or of a service provider");
        }
        if (appid == null || (transactionId == null && outTradeNo == null)) {
            return Optional.of("it names no appid or no order");
        }
        boolean paid = state() == PaymentState.SUCCESSFUL;
        return paid && (transactionId == null || payerId().isEmpty())
                ? Optional.of("it tells of a paid order but not who paid it")
                : Optional.empty();
    }

    /// The payment it tells of.
    Payment payment() {
        var names = new ArrayList<PaymentReference>();
        if (transactionId != null) {
            names.add(new PaymentReference("wechat", "transaction_id", transactionId));
        }
        if (outTradeNo != null) {
            names.add(new PaymentReference("wechat", "out_trade_no", outTradeNo));
        }
        // An order nobody has paid has no transaction_id yet.
        var id = transactionId != null ? transactionId : mchid + "/" + outTradeNo;
        return new Payment("wechat", id, names, state(), payerId());
    }

    private Optional<Payment.PayerId> payerId() {
        return Optional.ofNullable(payer)
                .map(Payer::openid)
                .filter(openid -> !openid.isBlank())
                .map(openid -> new Payment.PayerId(appid, openid));
    }

    private PaymentState state() {
        return switch (tradeState == null ? "" : tradeState) {
            case "SUCCESS" -> PaymentState.SUCCESSFUL;
            case "REFUND" -> PaymentState.REFUNDED;
            case "CLOSED", "REVOKED", "PAYERROR" -> PaymentState.FAILED;
            default -> PaymentState.PENDING;
        };
    }

    /// Whether `reference` is one of this order's names.
    boolean answers(PaymentReference reference) {
        return reference.value().equals(reference.kind().equals("transaction_id") ? transactionId : outTradeNo);
    }
}
