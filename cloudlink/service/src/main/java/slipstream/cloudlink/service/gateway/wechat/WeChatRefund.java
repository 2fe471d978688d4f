package slipstream.cloudlink.service.gateway.wechat;

import io.avaje.jsonb.Json;
import java.util.Optional;
import slipstream.cloudlink.service.gateway.Payment;
import slipstream.cloudlink.service.gateway.PaymentState;

/// A refund as its notice tells it, in either mode; only the fields we use.
@Json(naming = Json.Naming.LowerUnderscore)
record WeChatRefund(
        String mchid, String spMchid, String subMchid, String outTradeNo, String transactionId, String refundStatus) {

    /// Why this is not a refund at that account that we can use; nothing when it is.
    Optional<String> objection(Account account) {
        boolean theirs = switch (account) {
            case Account.Direct direct -> direct.mchid().equals(mchid);
            case Account.Partner partner ->
                partner.spMchid().equals(spMchid) && partner.subMchid().equals(subMchid);
        };
        if (!theirs) {
            return Optional.of("it tells of a refund at another merchant, or at a service provider");
        }
        return transactionId == null ? Optional.of("it names no order") : Optional.empty();
    }

    /// The payment that was given back, wholly or partly. A refund does not say who had paid, nor how much.
    Payment payment() {
        return new Payment(
                "wechat",
                transactionId,
                OrderNames.of(transactionId, outTradeNo),
                PaymentState.REFUNDED,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
