package slipstream.cloudlink.service.web.payer;

import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import slipstream.cloudlink.service.merchant.Merchant;
import slipstream.cloudlink.service.merchant.Platform;
import slipstream.cloudlink.service.message.Address;
import slipstream.cloudlink.service.message.Addresses;
import slipstream.cloudlink.service.web.login.Logins;
import slipstream.cloudlink.service.web.login.Visitors;

/// The payer's wish to be told of rewards by WeChat, from their own page there: the application that has vouched for
/// them sends the messages.
record Tellings(Addresses addresses, Visitors visitors, Logins logins) {
    /// What the payer has asked for, if anything.
    Optional<Address> asked(Place place) {
        return addresses.of(place.visitor().payers());
    }

    /// Whether the payer could be told.
    boolean arePossible(RoutingContext ctx, Place place) {
        return application(place)
                .flatMap(merchant -> addresses.reach(merchant, visitors.names(ctx)))
                .isPresent();
    }

    /// The payer asks for it; false where that cannot be.
    boolean agree(RoutingContext ctx, Place place) {
        var application = application(place);
        var name = application.flatMap(merchant -> addresses.reach(merchant, visitors.names(ctx)));
        var payer = place.visitor().payer();
        return name.isPresent() && payer.isPresent() && addresses.agree(payer.get(), application.get(), name.get());
    }

    void stop(Place place) {
        addresses.stop(place.visitor().payers());
    }

    private Optional<Merchant> application(Place place) {
        return logins.application(Platform.WECHAT, place.merchant());
    }
}
