package slipstream.cloudlink.service.web;

import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import slipstream.cloudlink.service.claim.Claims;
import slipstream.cloudlink.service.copy.Copies;
import slipstream.cloudlink.service.figures.Looks;
import slipstream.cloudlink.service.gateway.Checkout;
import slipstream.cloudlink.service.gateway.PaymentGateway;
import slipstream.cloudlink.service.gateway.WalletCheckout;
import slipstream.cloudlink.service.gateway.WalletLogin;
import slipstream.cloudlink.service.merchant.Merchant;
import slipstream.cloudlink.service.merchant.Platform;
import slipstream.cloudlink.service.message.Addresses;
import slipstream.cloudlink.service.payer.Payers;
import slipstream.cloudlink.service.pool.AtScan;
import slipstream.cloudlink.service.reward.Invitations;
import slipstream.cloudlink.service.sale.Sales;
import slipstream.cloudlink.service.secret.Keyring;
import slipstream.cloudlink.service.secret.Vault;
import slipstream.cloudlink.service.web.claim.ClaimRoutes;
import slipstream.cloudlink.service.web.claim.ClaimUrls;
import slipstream.cloudlink.service.web.copy.CopyRoutes;
import slipstream.cloudlink.service.web.http.Guesses;
import slipstream.cloudlink.service.web.http.Section;
import slipstream.cloudlink.service.web.http.Work;
import slipstream.cloudlink.service.web.login.Logins;
import slipstream.cloudlink.service.web.login.Visitors;
import slipstream.cloudlink.service.web.payer.PayerRoutes;
import slipstream.cloudlink.service.web.shop.ShopRoutes;

/// What payers' pages lead to.
///
/// @param looks is told when the page of a link is opened
/// @param logins the wallets that can vouch for payers
/// @param checkouts the platforms on whose pages items are paid for
/// @param inWallets the platforms in whose wallets items are paid for
/// @param addresses where payers have asked to be told
/// @param gateway asks the platform each time
/// @param vault seals what browsers keep for us
public record PayerSide(
        Claims claims,
        Looks looks,
        AtScan atScan,
        Copies copies,
        Payers payers,
        Invitations invitations,
        Sales sales,
        Map<Platform, WalletLogin> logins,
        Map<Platform, Checkout> checkouts,
        Map<Platform, WalletCheckout> inWallets,
        Addresses addresses,
        PaymentGateway gateway,
        Keyring keyring,
        Vault vault,
        Clock clock) {
    /// The pages.
    ///
    /// @param house the merchant whose applications vouch where a merchant has none of its own, if any
    /// @param zone in which days end
    List<Section> sections(
            Function<String, Optional<Merchant>> merchants,
            Guesses guesses,
            Optional<String> house,
            ZoneId zone,
            ClaimUrls urls,
            Work work) {
        var visitors = new Visitors(vault, urls.isSecure(), clock);
        var wallets = new Logins(logins, merchants, keyring, visitors, house, urls.publicUrl(), work);
        return List.of(
                wallets,
                new ClaimRoutes(claims, looks, atScan, copies, merchants, visitors, wallets, guesses, zone, urls, work),
                new CopyRoutes(copies, claims, visitors, guesses, urls.publicUrl(), work),
                new PayerRoutes(
                        claims,
                        atScan,
                        payers,
                        addresses,
                        invitations,
                        merchants,
                        visitors,
                        wallets,
                        guesses,
                        merchant -> !sales.offered(merchant).isEmpty(),
                        zone,
                        urls.publicUrl(),
                        clock,
                        work),
                new ShopRoutes(
                        sales,
                        checkouts,
                        inWallets,
                        gateway,
                        merchants,
                        visitors,
                        wallets,
                        guesses,
                        urls.publicUrl(),
                        work));
    }
}
