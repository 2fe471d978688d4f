package slipstream.cloudlink.service.gateway.alipay;

import io.avaje.jsonb.Json;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import slipstream.cloudlink.protocol.Money;
import slipstream.cloudlink.protocol.PaymentReference;
import slipstream.cloudlink.service.gateway.Payment;
import slipstream.cloudlink.service.gateway.Payment.PayerId;
import slipstream.cloudlink.service.gateway.PaymentState;

/// A trade as the query's answer and the notice tell it; only the fields we use. Amounts are in yuan.
///
/// @param code `10000` when the question was understood; notices have none
/// @param buyerUserId the payer, the same in all applications: 16 digits, `2088…`; newer applications do not
///     get it
/// @param buyerOpenId the payer, within the application
/// @param refundFee what was given back so far; only notices say it
@Json(naming = Json.Naming.LowerUnderscore)
record AlipayTrade(
        String code,
        String subCode,
        String tradeNo,
        String outTradeNo,
        String buyerUserId,
        String buyerOpenId,
        String tradeStatus,
        String totalAmount,
        String transCurrency,
        String sendPayDate,
        String refundFee) {

    /// The application name under which user ids are kept: they belong to none.
    static final String USER_ID = "user_id";

    static final ZoneOffset BEIJING = ZoneOffset.ofHours(8);
    static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    /// The trade in the parameters of a notice.
    static AlipayTrade ofNotice(Map<String, String> notice) {
        return new AlipayTrade(
                null,
                null,
                notice.get("trade_no"),
                notice.get("out_trade_no"),
                notice.get("buyer_id"),
                notice.get("buyer_open_id"),
                notice.get("trade_status"),
                notice.get("total_amount"),
                notice.get("trans_currency"),
                notice.get("gmt_payment"),
                notice.get("refund_fee"));
    }

    /// Why this is not a trade that we can use; nothing when it is.
    Optional<String> objection() {
        if (tradeNo == null || tradeStatus == null) {
            return Optional.of("it names no trade, or not its status");
        }
        return state() == PaymentState.SUCCESSFUL && payer("").isEmpty()
                ? Optional.of("it tells of a paid trade but not who paid it")
                : Optional.empty();
    }

    /// The payment it tells of.
    Payment payment(String appId) {
        var names = outTradeNo == null
                ? List.of(new PaymentReference("alipay", "trade_no", tradeNo))
                : List.of(
                        new PaymentReference("alipay", "trade_no", tradeNo),
                        new PaymentReference("alipay", "out_trade_no", outTradeNo));
        return new Payment("alipay", tradeNo, names, state(), payer(appId), money(), paidAt());
    }

    /// The user id where there is one: it tells the same payer at merchants with applications of their own.
    private Optional<PayerId> payer(String appId) {
        return Optional.ofNullable(buyerUserId)
                .filter(id -> !id.isBlank())
                .map(id -> new PayerId(USER_ID, id))
                .or(() -> Optional.ofNullable(buyerOpenId)
                        .filter(id -> !id.isBlank())
                        .map(id -> new PayerId(appId, id)));
    }

    private Optional<Money> money() {
        return fen(totalAmount).map(fen -> new Money(fen, transCurrency == null ? "CNY" : transCurrency));
    }

    private static Optional<Long> fen(String yuan) {
        try {
            return yuan == null || yuan.length() > 20
                    ? Optional.empty()
                    : Optional.of(new BigDecimal(yuan).movePointRight(2).longValueExact());
        } catch (ArithmeticException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private Optional<Instant> paidAt() {
        try {
            return sendPayDate == null
                    ? Optional.empty()
                    : Optional.of(LocalDateTime.parse(sendPayDate, TIME).toInstant(BEIJING));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /// A closed trade that had been paid was given back.
    private PaymentState state() {
        boolean givenBack = fen(refundFee).orElse(0L) > 0;
        return switch (tradeStatus) {
            case "TRADE_SUCCESS", "TRADE_FINISHED" -> givenBack ? PaymentState.REFUNDED : PaymentState.SUCCESSFUL;
            case "TRADE_CLOSED" -> givenBack || sendPayDate != null ? PaymentState.REFUNDED : PaymentState.FAILED;
            default -> PaymentState.PENDING;
        };
    }

    /// Whether `reference` is one of this trade's names.
    boolean answers(PaymentReference reference) {
        return reference.value().equals(reference.kind().equals("trade_no") ? tradeNo : outTradeNo);
    }
}
