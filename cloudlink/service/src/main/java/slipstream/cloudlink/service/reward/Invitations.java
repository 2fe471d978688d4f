package slipstream.cloudlink.service.reward;

import java.time.Clock;
import java.util.Optional;
import slipstream.cloudlink.service.claim.ClaimToken;
import slipstream.cloudlink.service.identify.Books;
import slipstream.cloudlink.service.ledger.Ledger;
import slipstream.cloudlink.service.mark.Mark;
import slipstream.cloudlink.service.mark.MarkSource;
import slipstream.cloudlink.service.mark.PayerKey;
import slipstream.cloudlink.service.reward.InvitationStore.Invitation;

/// How a payer comes to be marked by another payer (active mark). Safe for any number of threads.
///
/// Sharing an invitation earns nothing; the inviting payer is thanked when the invited one pays (rule 5).
public final class Invitations {
    private final Ledger<Books> ledger;
    private final Clock clock;

    public Invitations(Ledger<Books> ledger, Clock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    /// Makes an invitation into a circle; nothing when the payer is not marked there, or opted out.
    public Optional<ClaimToken> invite(PayerKey payer, String circle) {
        return ledger.write(books -> {
            if (books.optOuts().contains(payer)
                    || books.marks().find(payer, circle).isEmpty()) {
                return Optional.empty();
            }
            var token = ClaimToken.random();
            books.invitations().add(token, new Invitation(payer, circle), clock.instant());
            return Optional.of(token);
        });
    }

    /// A payer, whose id a platform has vouched for, follows an invitation.
    public Joined join(ClaimToken token, PayerKey payer) {
        return ledger.write(books -> {
            var found = books.invitations().find(token);
            if (found.isEmpty()) {
                return Joined.UNKNOWN;
            }
            var invitation = found.get();
            if (invitation.inviter().equals(payer)) {
                return Joined.OWN_INVITATION;
            }
            if (books.optOuts().contains(payer)) {
                return Joined.OPTED_OUT;
            }
            var now = clock.instant();
            var source = new MarkSource.ByPayer(invitation.inviter());
            return books.marks().mark(new Mark(payer, invitation.circle(), source, now, now))
                    ? Joined.MARKED
                    : Joined.MARKED_BEFORE;
        });
    }

    /// What became of following an invitation.
    public enum Joined {
        /// Marked now; the source is the inviting payer.
        MARKED,
        /// Known in the circle already; the source stays what it was.
        MARKED_BEFORE,
        /// One does not invite oneself.
        OWN_INVITATION,
        OPTED_OUT,
        /// There is no such invitation.
        UNKNOWN
    }
}
