package slipstream.cloudlink.service.gateway.wechat;

import io.avaje.jsonb.Json;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Optional;
import slipstream.cloudlink.protocol.Money;
import slipstream.cloudlink.protocol.PaymentReference;
import slipstream.cloudlink.service.gateway.Payment;
import slipstream.cloudlink.service.gateway.PaymentState;

/// An order as the query's answer and the notice's plaintext tell it; only the fields we use.
@Json(naming = Json.Naming.LowerUnderscore)
record WeChatTransaction(
        String appid,
        String mchid,
        String outTradeNo,
        String transactionId,
        String tradeState,
        String successTime,
        Payer payer,
        Amount amount) {

    @Json
    record Payer(String openid) {}

    /// @param total in the currency's smallest unit
    @Json
    record Amount(Long total, String currency) {}

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
        return new Payment("wechat", id, names, state(), payerId(), money(), paidAt());
    }

    private Optional<Payment.PayerId> payerId() {
        return Optional.ofNullable(payer)
                .map(Payer::openid)
                .filter(openid -> !openid.isBlank())
                .map(openid -> new Payment.PayerId(appid, openid));
    }

    private Optional<Money> money() {
        return amount == null || amount.total() == null
                ? Optional.empty()
                : Optional.of(new Money(amount.total(), amount.currency() == null ? "CNY" : amount.currency()));
    }

    /// RFC 3339; what is not a time counts as not said.
    private Optional<Instant> paidAt() {
        try {
            return Optional.ofNullable(successTime).map(OffsetDateTime::parse).map(OffsetDateTime::toInstant);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
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
