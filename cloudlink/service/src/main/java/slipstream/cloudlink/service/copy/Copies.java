package slipstream.cloudlink.service.copy;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.tinylog.Logger;
import slipstream.cloudlink.protocol.CopyAnswer;
import slipstream.cloudlink.protocol.CopyName;
import slipstream.cloudlink.service.claim.ClaimLink;
import slipstream.cloudlink.service.claim.ClaimToken;
import slipstream.cloudlink.service.claim.Claims;
import slipstream.cloudlink.service.claim.Claims.Standing;
import slipstream.cloudlink.service.claim.Visitor;
import slipstream.cloudlink.service.ledger.Ledger;
import slipstream.cloudlink.service.merchant.Merchant;
import slipstream.cloudlink.service.secret.Vault;

/// Copies of receipts, between payers who ask and boxes that keep the last ones. Safe for any number of threads.
///
/// Sealed with the vault, each for its own name. No receipt text is ever logged.
public final class Copies {
    /// How long a box has time to hand a copy in; after that it is taken not to have it.
    public static final Duration PATIENCE = Duration.ofSeconds(60);

    /// How many wishes a box is told at a time.
    private static final int MOST_WANTED = 50;

    private static final String SEALED_FOR = "receipt copy";

    private final Ledger<CopyStore> ledger;
    private final Claims claims;
    private final Function<String, Optional<Merchant>> merchants;
    private final Vault vault;
    private final Clock clock;

    public Copies(
            Ledger<CopyStore> ledger,
            Claims claims,
            Function<String, Optional<Merchant>> merchants,
            Vault vault,
            Clock clock) {
        this.ledger = ledger;
        this.claims = claims;
        this.merchants = merchants;
        this.vault = vault;
        this.clock = clock;
    }

    /// Whether who has claimed this link may ask for a copy of the receipt it was printed on.
    public boolean offered(ClaimToken token) {
        return claims.link(token).flatMap(this::shop).isPresent();
    }

    /// How the copy stands; empty where this visitor has not claimed the link, or the merchant wants no copies.
    public Optional<Copy> look(ClaimToken token, Visitor visitor) {
        return shop(token, visitor).map(shop -> standing(ledger.read(store -> store.name(token))));
    }

    /// Asks the merchant's boxes for the copy, unless it is there or asked for; empty as with [#look].
    public Optional<Copy> ask(ClaimToken token, Visitor visitor) {
        return shop(token, visitor).map(shop -> {
            var name = ledger.read(store -> store.name(token));
            var standing = standing(name);
            if (standing instanceof Copy.Here || standing instanceof Copy.Fetching) {
                return standing;
            }
            ledger.write(store -> {
                store.ask(name, shop.id(), visitor.keys(), clock.instant());
                return null;
            });
            Logger.info("link {}: its payer asks for a copy of the receipt", token);
            return new Copy.Fetching();
        });
    }

    /// A link came of a token that a box had printed before it was known who paid: so the box calls the receipt by
    /// that token.
    public void printed(ClaimToken scanned, ClaimLink link) {
        if (shop(link).isPresent()) {
            ledger.write(store -> {
                store.printed(link.token(), CopyName.of(scanned.value()));
                return null;
            });
        }
    }

    /// What the boxes of a merchant should hand in.
    public CopyAnswer wanted(Merchant merchant) {
        return merchant.copies()
                ? new CopyAnswer(
                        true,
                        ledger.read(store ->
                                store.wanted(merchant.id(), clock.instant().minus(PATIENCE), MOST_WANTED)))
                : CopyAnswer.OFF;
    }

    /// A box hands a copy in. What nobody has asked this merchant's boxes for just now is thrown away.
    ///
    /// @param text as [slipstream.cloudlink.protocol.CopyText] allows it
    /// @return whether it was kept
    public boolean handIn(Merchant merchant, String name, String text) {
        var now = clock.instant();
        return merchant.copies()
                && ledger.write(store ->
                        store.keep(name, merchant.id(), vault.seal(text, SEALED_FOR, name), now.minus(PATIENCE), now));
    }

    private Optional<Merchant> shop(ClaimToken token, Visitor visitor) {
        return claims.look(token, visitor) instanceof Standing.Claimed
                ? claims.link(token).flatMap(this::shop)
                : Optional.empty();
    }

    /// The merchant on whose receipt the link was printed, if it wants copies. What was bought was not printed.
    private Optional<Merchant> shop(ClaimLink link) {
        return link.isBought()
                ? Optional.empty()
                : merchants.apply(link.merchantId()).filter(Merchant::copies);
    }

    private Copy standing(String name) {
        var kept = ledger.read(store -> store.find(name));
        if (kept.isEmpty()) {
            return new Copy.NotAsked();
        }
        var sealed = kept.get().sealed();
        if (sealed.isPresent()) {
            try {
                return new Copy.Here(vault.open(sealed.get(), SEALED_FOR, name));
            } catch (IOException e) {
                Logger.error("a copy of a receipt cannot be opened: {}", e.getMessage());
                return new Copy.Gone();
            }
        }
        return clock.instant().isBefore(kept.get().askedAt().plus(PATIENCE)) ? new Copy.Fetching() : new Copy.Gone();
    }

    /// How a copy stands.
    public sealed interface Copy {
        /// Nobody has asked for it, or it was deleted since.
        record NotAsked() implements Copy {}

        /// The box has time until it must have handed it in.
        record Fetching() implements Copy {}

        /// It has come.
        record Here(String text) implements Copy {}

        /// No box had it: switched off, started anew, or the receipt is too old.
        record Gone() implements Copy {}
    }
}
