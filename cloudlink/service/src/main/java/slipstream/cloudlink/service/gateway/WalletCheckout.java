package slipstream.cloudlink.service.gateway;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import slipstream.cloudlink.service.gateway.Payment.PayerId;
import slipstream.cloudlink.service.merchant.Merchant;

/// Where a platform takes money for an order in its own wallet, called by the page that is open there. Safe for any
/// number of threads.
public interface WalletCheckout {
    /// Whether a merchant can be paid this way.
    boolean serves(Merchant merchant);

    /// Which of somebody's names in the wallet the merchant's orders go by; nothing where none of them does.
    Optional<PayerId> payer(Merchant merchant, List<PayerId> names);

    /// Places an order that only this payer can pay; what the page calls the wallet with. Blocks, but only for a
    /// bounded time.
    ///
    /// @throws IOException in one sentence, when the platform does not take it
    Call place(Merchant merchant, Checkout.Order order, PayerId payer) throws IOException;

    /// What WeChat's `getBrandWCPayRequest` is called with.
    ///
    /// @param timeStamp seconds since 1970
    /// @param packaged goes by the name `package`
    /// @param paySign of the kind `RSA`
    record Call(String appId, String timeStamp, String nonceStr, String packaged, String paySign) {
        /// Names the application only: whoever has the rest can show the payer the payment window.
        @Override
        public String toString() {
            return "Call of " + appId;
        }
    }
}
