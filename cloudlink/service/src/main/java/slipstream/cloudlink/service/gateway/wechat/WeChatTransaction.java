package slipstream.cloudlink.service.gateway.wechat;

import io.avaje.jsonb.Json;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.Optional;
import slipstream.cloudlink.protocol.Money;
import slipstream.cloudlink.protocol.PaymentReference;
import slipstream.cloudlink.service.gateway.Payment;
import slipstream.cloudlink.service.gateway.Payment.PayerId;
import slipstream.cloudlink.service.gateway.PaymentState;

/// An order as the query's answer and the notice's plaintext tell it, in either mode; only the fields we use.
@Json(naming = Json.Naming.LowerUnderscore)
record WeChatTransaction(
        String appid,
        String mchid,
        String spAppid,
        String spMchid,
        String subAppid,
        String subMchid,
        String outTradeNo,
        String transactionId,
        String tradeState,
        String successTime,
        Payer payer,
        Amount amount) {

    @Json(naming = Json.Naming.LowerUnderscore)
    record Payer(String openid, String spOpenid, String subOpenid) {}

    /// @param total in the smallest unit, fen for CNY
    @Json
    record Amount(Long total, String currency) {}

    /// Why this is not an order of that account that we can use; nothing when it is.
    Optional<String> objection(Account account) {
        boolean theirs = switch (account) {
            case Account.Direct direct -> direct.mchid().equals(mchid);
            case Account.Partner partner ->
                partner.spMchid().equals(spMchid) && partner.subMchid().equals(subMchid);
        };
        if (!theirs) {
            return Optional.of("it tells of an order of another merchant, or of a service provider");
        }
        if (transactionId == null && outTradeNo == null) {
            return Optional.of("it names no order");
        }
        boolean paid = state() == PaymentState.SUCCESSFUL;
        return paid && (transactionId == null || payer(account).isEmpty())
                ? Optional.of("it tells of a paid order but not who paid it")
                : Optional.empty();
    }

    /// The payment it tells of.
    Payment payment(Account account) {
        // An order nobody has paid has no transaction_id yet.
        var id = transactionId != null ? transactionId : account.query() + "/" + outTradeNo;
        return new Payment(
                "wechat", id, OrderNames.of(transactionId, outTradeNo), state(), payer(account), money(), paidAt());
    }

    /// The service provider's openid first: it is the same at all of its sub-merchants.
    private Optional<PayerId> payer(Account account) {
        if (payer == null) {
            return Optional.empty();
        }
        return switch (account) {
            case Account.Direct direct -> payerId(appid, payer.openid);
            case Account.Partner partner ->
                payerId(spAppid, payer.spOpenid).or(() -> payerId(subAppid, payer.subOpenid));
        };
    }

    private static Optional<PayerId> payerId(String appid, String openid) {
        return appid == null || openid == null || openid.isBlank()
                ? Optional.empty()
                : Optional.of(new PayerId(appid, openid));
    }

    private Optional<Money> money() {
        return amount == null || amount.total == null
                ? Optional.empty()
                : Optional.of(new Money(amount.total, Objects.requireNonNullElse(amount.currency, "CNY")));
    }

    private Optional<Instant> paidAt() {
        try {
            return successTime == null
                    ? Optional.empty()
                    : Optional.of(OffsetDateTime.parse(successTime).toInstant());
        } catch (DateTimeException e) {
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
