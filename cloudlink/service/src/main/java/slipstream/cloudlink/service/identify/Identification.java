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
import slipstream.cloudlink.service.identify.DecisionStore.Standing;
import slipstream.cloudlink.service.identify.Enactment.Enacted;
import slipstream.cloudlink.service.ledger.Ledger;
import slipstream.cloudlink.service.ledger.TryAgain;
import slipstream.cloudlink.service.merchant.Merchant;
import slipstream.cloudlink.service.reward.PushChannel;
import slipstream.cloudlink.service.secret.Keyring;

/// Who made this payment, and does the receipt earn a link? Safe for any number of threads; blocks.
///
/// One payment is decided once, for ever, by whichever of its names it is called and however often. What
/// the platform does not know, or cannot say, is not decided: it may be asked again.
public final class Identification {
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
    ///
    /// A late question has no receipt any more that could carry what is given: where something would be given, the
    /// payment stays undecided and its payer as they were, for a reprint.
    public Decision identify(Merchant merchant, IdentifyRequest request) {
        var name = names.asked(merchant, request);
        if (name.isEmpty()) {
            return ask(merchant, request, name);
        }
        var total = Optional.ofNullable(request.total());
        var standing = ledger.read(books -> books.decisions().named(name.get()));
        return standing.filter(kept -> kept.decision().isPresent())
                .map(kept -> answer(kept, total))
                .orElseGet(() -> flights.share(
                        name.get() + total + request.isLate(),
                        () -> obtain(merchant, request, name.get(), standing.map(Standing::payment))));
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

    /// What a receipt of this total is told of a payment that is not to be decided, or no more.
    private static Decision answer(Standing kept, Optional<Money> total) {
        return kept.payment().agreesWith(total)
                ? kept.decision().orElse(new Decision.Plain(Reason.NOT_SUCCESSFUL))
                : new Decision.Plain(Reason.AMOUNT_DIFFERS);
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
            return decide(books, merchant, key, total, Optional.empty(), request.isLate());
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

    /// Decides, within a transaction; that is done again when what was decided upon has changed meanwhile.
    ///
    /// @param campaign the only campaign that is tried, if any
    /// @param late whether nothing can be printed any more: what gives something is left open
    Enacted decide(
            Books books,
            Merchant merchant,
            String key,
            Optional<Money> total,
            Optional<String> campaign,
            boolean late) {
        var now = clock.instant();
        var begun = books.decisions().begin(key, total, now);
        if (begun.isEmpty()) {
            var kept = books.decisions().of(key).orElseThrow();
            return new Enacted(answer(kept, total), Optional.empty());
        }
        // As it is now that it is held: a refund may have come in between.
        var held = begun.get();
        var found = facts.facts(held, merchant, books, now, campaign);
        var verdict = Rules.decide(found);
        if (late && verdict.gives()) {
            books.decisions().leaveOpen(held);
            return new Enacted(new Decision.Plain(Reason.ASKED_LATE), Optional.empty());
        }
        var enacted = enactment
                .enact(verdict, found, held, merchant, books, now)
                .orElseThrow(() -> new TryAgain("the facts about a payment changed"));
        books.decisions().conclude(held, enacted.decision(), enacted.reward());
        return enacted;
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
