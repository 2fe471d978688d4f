package slipstream.cloudlink.service.gateway.wechat;

import java.util.ArrayList;
import java.util.List;
import slipstream.cloudlink.protocol.PaymentReference;

/// How receipts may call an order.
final class OrderNames {
    private OrderNames() {}

    /// @param transactionId null as long as nobody has paid
    /// @param outTradeNo may be null
    static List<PaymentReference> of(String transactionId, String outTradeNo) {
        var names = new ArrayList<PaymentReference>();
        if (transactionId != null) {
            names.add(new PaymentReference("wechat", "transaction_id", transactionId));
        }
        if (outTradeNo != null) {
            names.add(new PaymentReference("wechat", "out_trade_no", outTradeNo));
        }
        return names;
    }
}
