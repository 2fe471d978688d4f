package slipstream.cloudlink.service.account;

import java.util.Optional;
import slipstream.cloudlink.service.merchant.Merchant;

/// What a user may see: one circle, or of it one shop.
///
/// @param merchantId the only shop, for merchants
public record Scope(String circle, Optional<String> merchantId) {
    /// Whether a shop is within it.
    public boolean holds(Merchant merchant) {
        return merchant.circle().equals(circle)
                && merchantId.map(merchant.id()::equals).orElse(true);
    }
}
