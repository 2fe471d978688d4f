package slipstream.cloudlink.service.gateway;

import java.io.IOException;
import java.net.URI;
import slipstream.cloudlink.protocol.Money;
import slipstream.cloudlink.service.merchant.Merchant;

/// Where a platform takes money for an order, on its own page. Safe for any number of threads.
public interface Checkout {
    /// Whether a merchant can be paid this way.
    boolean serves(Merchant merchant);

    /// Places an order; the platform's page on which it is paid. Blocks, but only for a bounded time.
    ///
    /// @throws IOException in one sentence, when the platform does not take it
    URI place(Merchant merchant, Order order) throws IOException;

    /// What is to be paid.
    ///
    /// @param number the merchant's number of it: 6 to 32 letters and digits
    /// @param subject what it is, as the payer reads it
    /// @param back where the phone is sent afterwards
    /// @param notices where the platform tells of the payment
    /// @param clientAddress the phone's address, which a platform may want to know
    record Order(String number, String subject, Money price, URI back, URI notices, String clientAddress) {}
}
