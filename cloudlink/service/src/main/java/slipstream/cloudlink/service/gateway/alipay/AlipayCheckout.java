package slipstream.cloudlink.service.gateway.alipay;

import io.avaje.jsonb.Json;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import slipstream.cloudlink.protocol.JsonMessage;
import slipstream.cloudlink.service.gateway.Checkout;
import slipstream.cloudlink.service.gateway.Credentials;
import slipstream.cloudlink.service.merchant.Merchant;

/// Alipay's page for paying on a phone: `alipay.trade.wap.pay`. Nothing is asked of the platform: the signed
/// parameters are the page's address.
public final class AlipayCheckout implements Checkout {
    private static final String METHOD = "alipay.trade.wap.pay";
    private static final String CURRENCY = "CNY";
    private static final JsonMessage<Content> CONTENT = JsonMessage.of(Content.class);

    private final Credentials<AlipayCredentials> credentials;
    private final Clock clock;

    public AlipayCheckout(Credentials<AlipayCredentials> credentials, Clock clock) {
        this.credentials = credentials;
        this.clock = clock;
    }

    @Override
    public boolean serves(Merchant merchant) {
        return credentials.serve(merchant, held -> true);
    }

    @Override
    public URI place(Merchant merchant, Order order) throws IOException {
        if (!order.price().currency().equals(CURRENCY)) {
            throw new IOException("the price is in " + order.price().currency() + ", expected " + CURRENCY);
        }
        var held = credentials.of(merchant);
        var yuan = BigDecimal.valueOf(order.price().minorUnits(), 2).toPlainString();
        var content = CONTENT.write(new Content(order.number(), yuan, order.subject(), "QUICK_WAP_WAY"));
        var addresses = Map.of(
                "return_url",
                order.back().toString(),
                "notify_url",
                order.notices().toString());
        return AlipayRequest.page(held, METHOD, content, addresses, clock);
    }

    @Json(naming = Json.Naming.LowerUnderscore)
    record Content(String outTradeNo, String totalAmount, String subject, String productCode) {}
}
