package slipstream.cloudlink.service.web.console;

import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import slipstream.cloudlink.service.account.Accounts;
import slipstream.cloudlink.service.account.Sessions;
import slipstream.cloudlink.service.account.SignIn;
import slipstream.cloudlink.service.account.User;
import slipstream.cloudlink.service.administration.Administration;
import slipstream.cloudlink.service.figures.Figures;
import slipstream.cloudlink.service.merchant.Merchant;

/// All that the console works with.
///
/// @param zone in which days end
public record Desk(
        Administration administration,
        Accounts accounts,
        SignIn signIn,
        Sessions sessions,
        Figures figures,
        ZoneId zone,
        Clock clock) {
    /// Changes are made in the user's name.
    Administration of(User user) {
        return administration.as(user.name());
    }

    /// The shops that a user may see, by id.
    List<Merchant> merchants(User user) {
        var scope = user.scope();
        return administration.merchants().stream().filter(scope::holds).toList();
    }

    /// The ids of [#merchants].
    List<String> ids(User user) {
        return merchants(user).stream().map(Merchant::id).toList();
    }

    /// A shop that the user may see.
    ///
    /// @throws Wrong when there is none of that id for them
    Merchant merchant(User user, Optional<String> id) {
        var wanted = id.or(user::merchantId).orElseThrow(() -> new Wrong("wrongMissing", "merchant"));
        return merchants(user).stream()
                .filter(merchant -> merchant.id().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new Wrong("wrongMerchant", "merchant", wanted));
    }
}
