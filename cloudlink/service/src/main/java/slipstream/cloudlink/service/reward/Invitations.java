package slipstream.cloudlink.service.reward;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import slipstream.cloudlink.service.claim.ClaimToken;
import slipstream.cloudlink.service.identify.Books;
import slipstream.cloudlink.service.ledger.Ledger;
import slipstream.cloudlink.service.mark.Mark;
import slipstream.cloudlink.service.mark.MarkSource;
import slipstream.cloudlink.service.mark.PayerKey;
import slipstream.cloudlink.service.reward.InvitationStore.Invitation;
import slipstream.cloudlink.service.secret.Keyring;

/// How a payer comes to be marked by another payer (active mark). Safe for any number of threads.
///
/// Sharing an invitation earns nothing; the inviting payer is thanked when the invited one pays (rule 5).
public final class Invitations {
    private final Ledger<Books> ledger;
    private final Function<Invitation, ClaimToken> naming;
    private final Clock clock;

    /// Every invitation is another one.
    public Invitations(Ledger<Books> ledger, Clock clock) {
        this(ledger, invitation -> ClaimToken.random(), clock);
    }

    /// A payer's invitation into a circle is always the same.
    ///
    /// @param keyring from whose keys it follows
    public Invitations(Ledger<Books> ledger, Keyring keyring, Clock clock) {
        this(
                ledger,
                one -> ClaimToken.from(keyring.name("invitation", one.inviter().hash(), one.circle())),
                clock);
    }

    private Invitations(Ledger<Books> ledger, Function<Invitation, ClaimToken> naming, Clock clock) {
        this.ledger = ledger;
        this.naming = naming;
        this.clock = clock;
    }

    /// Whether invitations into a circle are switched on: a campaign in its window says so.
    public boolean areOpen(String circle) {
        var now = clock.instant();
        return ledger.read(books -> books.campaigns().ofCircle(circle)).stream()
                .anyMatch(
                        campaign -> campaign.invitations() && campaign.window().contains(now));
    }

    /// An invitation that somebody has made.
    public Optional<Invitation> find(ClaimToken token) {
        return ledger.read(books -> books.invitations().find(token));
    }

    /// The rewards of a payer, newest first.
    public List<Reward> rewards(PayerKey payer) {
        return ledger.read(books -> books.rewards().of(payer));
    }

    /// Makes an invitation into a circle; nothing when the payer is not marked there, or opted out.
    public Optional<ClaimToken> invite(PayerKey payer, String circle) {
        return ledger.write(books -> {
            if (books.optOuts().contains(payer)
                    || books.marks().find(payer, circle).isEmpty()) {
                return Optional.empty();
            }
            var invitation = new Invitation(payer, circle);
            var token = naming.apply(invitation);
            books.invitations().add(token, invitation, clock.instant());
            return Optional.of(token);
        });
    }

    /// A payer, whose id a platform has vouched for, follows an invitation.
    public Joined join(ClaimToken token, PayerKey payer) {
        return join(token, List.of(payer));
    }

    /// A payer, whose id a platform has vouched for, follows an invitation.
    ///
    /// @param keys the present key first, then those that came before
    public Joined join(ClaimToken token, List<PayerKey> keys) {
        var payer = keys.getFirst();
        return ledger.write(books -> {
            keys.stream().filter(key -> key.version() < payer.version()).forEach(former -> books.rekey(former, payer));
            var found = books.invitations().find(token);
            if (found.isEmpty()) {
                return Joined.UNKNOWN;
            }
            var invitation = found.get();
            if (keys.contains(invitation.inviter())) {
                return Joined.OWN_INVITATION;
            }
            if (books.optOuts().contains(payer)) {
                return Joined.OPTED_OUT;
            }
            var now = clock.instant();
            var source = new MarkSource.ByPayer(invitation.inviter());
            if (!books.marks().mark(new Mark(payer, invitation.circle(), source, now, now))) {
                return Joined.MARKED_BEFORE;
            }
            books.invitations().joined(invitation, payer, now);
            return Joined.MARKED;
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
