package slipstream.cloudlink.service.staff;

import java.time.Instant;
import java.util.Optional;

/// Somebody who may redeem a merchant's vouchers.
///
/// @param id random
/// @param name what the merchant calls them, e.g. the person or the counter
/// @param revokedAt since when they may not any more, if so
public record Staff(String id, String merchantId, String name, Instant addedAt, Optional<Instant> revokedAt) {
    private static final int LONGEST_NAME = 40;

    public Staff {
        if (name == null || name.isBlank() || name.length() > LONGEST_NAME) {
            throw new IllegalArgumentException(
                    "staff name '" + name + "': expected 1 to " + LONGEST_NAME + " characters");
        }
    }
}
