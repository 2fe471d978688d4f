package slipstream.cloudlink.service.account;

import java.time.Instant;
import java.util.Optional;
import slipstream.cloudlink.service.merchant.Merchant;

/// Somebody who may sign in.
///
/// @param name what they sign in with: lower-case letters, digits, `-`, at most 32
/// @param circle the business circle they belong to
/// @param merchantId whose shop; present for merchants, absent for operators
/// @param ready whether they have chosen a password and set up their second factor
public record User(String name, Role role, String circle, Optional<String> merchantId, boolean ready, Instant addedAt) {
    public User {
        Merchant.checkId("user name", name);
        Merchant.checkId("circle", circle);
        if (merchantId.isPresent() != (role == Role.MERCHANT)) {
            throw new IllegalArgumentException("user '" + name + "': a merchant's user names its merchant, expected"
                    + (role == Role.MERCHANT ? " one" : " none for an operator"));
        }
    }

    /// What this user may see.
    public Scope scope() {
        return new Scope(circle, merchantId);
    }
}
