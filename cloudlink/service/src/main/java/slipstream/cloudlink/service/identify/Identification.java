package slipstream.cloudlink.service.identify;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.tinylog.Logger;
import slipstream.cloudlink.protocol.IdentifyRequest;
import slipstream.cloudlink.protocol.Money;
import slipstream.cloudlink.service.claim.ClaimLink;
import slipstream.cloudlink.service.gateway.Masked;
import slipstream.cloudlink.service.gateway.Payment;
import slipstream.cloudlink.service.gateway.PaymentGateway;
import slipstream.cloudlink.service.gateway.PaymentGateway.Answer;
import slipstream.cloudlink.service.gateway.PaymentState;
import slipstream.cloudlink.service.identify.Enactment.Enacted;
import slipstream.cloudlink.service.ledger.Ledger;
import slipstream.cloudlink.service.merchant.Merchant;
import slipstream.cloudlink.service.reward.PushChannel;
import slipstream.cloudlink.service.secret.Keyring;

/// Who made this payment, and does the receipt earn a link? Safe for any number of threads; blocks.
///
/// One payment is decided once, for ever, by whichever of its names it is called and however often. What
/// the platform does not know, or cannot say, is not decided: it may be asked again.
public final class Identification {
    /// Each attempt after the first means that somebody else has got on; this many in a row does not happen.
    private static final int MOST_ATTEMPTS = 50;

    private final Ledger<Books> ledger;
    private final PaymentGateway gateway;
    private final Keyring keyring;
    private final Names names;
    private final FactFinder facts;
    private final Enactment enactment;
    private final PushChannel push;
    private final Clock clock;
    private final Flights<Decision> flights = new Flights<>();

    /// @param linkLife how long a claim link may be claimed when the campaign does not say
    /// @param push tells an inviting payer of a reward
    public Identification(
            Ledger<Books> ledger,
            PaymentGateway gateway,
            Keyring keyring,
            Duration linkLife,
            PushChannel push,
            Clock clock) {
        this.ledger = ledger;
        this.gateway = gateway;
        this.keyring = keyring;
        this.names = new Names(keyring);
        this.facts = new FactFinder(keyring);
        this.enactment = new Enactment(linkLife);
        this.push = push;
        this.clock = clock;
    }

    /// Decides about the payment that a receipt of `merchant` tells of. The total it tells, where it was read,
    /// must be what the platform says.
    public Decision identify(Merchant merchant, IdentifyRequest request) {
        var name = names.asked(merchant, request);
        if (name.isEmpty()) {
            return ask(merchant, request, name);
        }
        var total = Optional.ofNullable(request.total());
        var kept = ledger.read(books -> kept(books, name.get(), total));
        return kept.decision()
                .orElseGet(() ->
                        flights.share(name.get() + total, () -> obtain(merchant, request, name.get(), kept.payment())));
    }

    /// Keeps a payment of which the platform told us, so that it need not be asked. When it was given back, so
    /// is what it earned. False when this notice came before.
    ///
    /// @param notice the notice's own id
    public boolean told(Merchant merchant, String notice, Payment payment) {
        var known = known(merchant, payment);
        var hash = keyring.name("notice", payment.platform(), merchant.id(), notice);
        return ledger.write(books -> {
            boolean fresh = books.payments().note(hash, clock.instant());
            if (fresh) {
                keep(books, merchant, payment, known);
            }
            return fresh;
        });
    }

    /// Keeps a payment as its platform says, asked again, it is now. When it was given back, so is what it earned.
    void found(Merchant merchant, Payment payment) {
        var known = known(merchant, payment);
        ledger.write(books -> {
            keep(books, merchant, payment, known);
            return null;
        });
    }

    private void keep(Books books, Merchant merchant, Payment payment, KnownPayment known) {
        remember(books, merchant, payment, known, Optional.empty());
        if (known.state() == PaymentState.REFUNDED && books.decisions().takeBack(known, clock.instant())) {
            Logger.info("merchant {}: {} given back, its links taken back", merchant.id(), payment);
        }
    }

    /// What is kept of a payment so far.
    private record Kept(Optional<KnownPayment> payment, Optional<Decision> decision) {}

    private static Kept kept(Books books, String name, Optional<Money> total) {
        var payment = books.payments().named(name);
        var decision = payment.flatMap(books.decisions()::about);
        return decision.isPresent() && !payment.get().agreesWith(total)
                ? new Kept(payment, Optional.of(new Decision.Plain(Reason.AMOUNT_DIFFERS)))
                : new Kept(payment, decision);
    }

    private Decision obtain(
            Merchant merchant, IdentifyRequest request, String name, Optional<KnownPayment> remembered) {
        return remembered.isPresent() && remembered.get().state().isFinal()
                ? decide(merchant, remembered.get().key(), request, books -> {})
                : ask(merchant, request, Optional.of(name));
    }

    private Decision ask(Merchant merchant, IdentifyRequest request, Optional<String> name) {
        var reference = request.reference();
        return switch (gateway.find(merchant, reference, Names.slip(request))) {
            case Answer.Found found -> {
                var known = known(merchant, found.payment());
                yield decide(
                        merchant,
                        known.key(),
                        request,
                        books -> remember(books, merchant, found.payment(), known, name));
            }
            case Answer.NotFound notFound -> new Decision.Plain(Reason.UNKNOWN_PAYMENT);
            case Answer.Unsupported unsupported -> new Decision.Plain(Reason.UNSUPPORTED_SCHEME);
            case Answer.Unavailable unavailable -> {
                Logger.warn(
                        "merchant {}: {} {} cannot be looked up: {}",
                        merchant.id(),
                        reference.scheme(),
                        Masked.of(reference.value()),
                        unavailable.why());
                yield new Decision.Plain(Reason.PLATFORM_UNAVAILABLE);
            }
        };
    }

    /// Decides about a payment, or finds it decided, in one transaction.
    ///
    /// @param before what comes first in that transaction
    private Decision decide(Merchant merchant, String key, IdentifyRequest request, Consumer<Books> before) {
        var total = Optional.ofNullable(request.total());
        var enacted = ledger.write(books -> {
            before.accept(books);
            return decide(books, merchant, key, total, Optional.empty());
        });
        enacted.reward().ifPresent(this::push);
        return enacted.decision();
    }

    /// A channel at fault must not cost the receipt its link.
    void push(ClaimLink reward) {
        try {
            push.tell(reward);
        } catch (RuntimeException e) {
            Logger.warn("a reward could not be pushed, it will be printed: {}", e.toString());
        }
    }

    /// Decides, within a transaction.
    ///
    /// @param campaign the only campaign that is tried, if any
    Enacted decide(Books books, Merchant merchant, String key, Optional<Money> total, Optional<String> campaign) {
        var now = clock.instant();
        var payment = books.payments().find(key).orElseThrow();
        if (!payment.agreesWith(total)) {
            return plain(Reason.AMOUNT_DIFFERS);
        }
        if (!payment.state().isFinal()) {
            return plain(Reason.NOT_SUCCESSFUL);
        }
        var begun = books.decisions().begin(payment, now);
        if (begun.isEmpty()) {
            return new Enacted(books.decisions().about(payment).orElseThrow(), Optional.empty());
        }
        // As it is now that it is held: a refund may have come in between.
        var held = begun.get();
        for (int i = 0; i < MOST_ATTEMPTS; i++) {
            var enacted = books.attempt(() -> {
                var found = facts.facts(held, merchant, books, now, campaign);
                return enactment.enact(Rules.decide(found), found, held, merchant, books, now);
            });
            if (enacted.isPresent()) {
                books.decisions()
                        .conclude(held, enacted.get().decision(), enacted.get().reward());
                return enacted.get();
            }
        }
        throw new IllegalStateException("the facts about a payment changed " + MOST_ATTEMPTS + " times in a row");
    }

    private static Enacted plain(Reason reason) {
        return new Enacted(new Decision.Plain(reason), Optional.empty());
    }

    /// @param asked the name by which a box has asked for it, if one has
    private void remember(Books books, Merchant merchant, Payment payment, KnownPayment known, Optional<String> asked) {
        var all = new TreeSet<>(names.told(merchant, payment));
        asked.ifPresent(all::add);
        books.payments().remember(known, List.copyOf(all), clock.instant());
        payment.payer()
                .ifPresent(id -> keyring.formerly(payment.platform(), id.appid(), id.openid())
                        .forEach(former -> books.rekey(former, known.payer().orElseThrow())));
    }

    private KnownPayment known(Merchant merchant, Payment payment) {
        return new KnownPayment(
                names.payment(payment),
                merchant.id(),
                payment.state(),
                payment.payer().map(id -> keyring.payer(payment.platform(), id.appid(), id.openid())),
                payment.amount(),
                payment.paidAt());
    }
}
