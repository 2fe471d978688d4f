package slipstream.cloudlink.service.claim;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import slipstream.cloudlink.service.mark.PayerKey;

/// Who looks at a page.
///
/// @param browser by its cookie, if it has one
/// @param payers the payer for whom a wallet has vouched: under the present key first, then under those that
///     came before; empty when nobody has
public record Visitor(Optional<Claimant> browser, List<PayerKey> payers) {
    public Visitor {
        payers = List.copyOf(payers);
    }

    /// A browser, and nothing is known about who holds it.
    public static Visitor of(Optional<Claimant> browser) {
        return new Visitor(browser, List.of());
    }

    /// Whether a wallet has said who this is.
    public boolean isKnown() {
        return !payers.isEmpty();
    }

    /// The payer, by the present key.
    public Optional<PayerKey> payer() {
        return payers.stream().findFirst();
    }

    /// Whether this is the payer whose receipt carried the link; of cash and cards that is whose browser was first.
    public boolean isPayerOf(ClaimLink link) {
        return Stream.concat(payers.stream(), browser.stream().map(Claimant::key))
                .anyMatch(link.payer()::equals);
    }

    /// As whom the visitor may have claimed something before.
    Stream<Claimant> claimants() {
        return Stream.concat(payers.stream().map(Claimant::of), browser.stream());
    }

    /// As whom the visitor claims now: the payer where one is known, so that any browser of theirs shows it.
    public Claimant claimant() {
        return claimants().findFirst().orElseGet(Claimant::random);
    }

    /// Under which keys something may be listed for this visitor.
    public List<PayerKey> keys() {
        return claimants().map(Claimant::key).toList();
    }

    /// Whether `claimant`, as it is kept beside the link of `token`, is this visitor.
    public boolean claims(ClaimToken token, String claimant) {
        return claimants().map(one -> one.hash(token)).anyMatch(claimant::equals);
    }

    /// Whether the visitor has claimed this link, given who did. What somebody has paid for is theirs.
    boolean claimed(ClaimLink link, Optional<String> claimant) {
        if (link.isBought() && isPayerOf(link)) {
            return true;
        }
        return claimant.isPresent() && claims(link.token(), claimant.get());
    }
}
