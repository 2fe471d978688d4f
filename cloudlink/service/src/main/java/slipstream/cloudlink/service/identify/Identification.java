package slipstream.cloudlink.service.identify;

import java.time.Clock;
import java.util.List;
import org.tinylog.Logger;
import slipstream.cloudlink.protocol.PaymentReference;
import slipstream.cloudlink.service.gateway.Masked;
import slipstream.cloudlink.service.gateway.Payment;
import slipstream.cloudlink.service.gateway.PaymentGateway;
import slipstream.cloudlink.service.gateway.PaymentGateway.Answer;
import slipstream.cloudlink.service.ledger.Ledger;
import slipstream.cloudlink.service.merchant.Merchant;
import slipstream.cloudlink.service.secret.Keyring;

/// Who made this payment, and does the receipt earn a link? Safe for any number of threads; blocks.
///
/// One payment is decided once, for ever, by whichever of its names it is called and however often. What
/// the platform does not know, or cannot say, is not decided: it may be asked again.
public final class Identification {
    private final Ledger<Books> ledger;
    private final PaymentGateway gateway;
    private final Keyring keyring;
    private final Rules rules;
    private final Clock clock;
    private final Flights<Decision> flights = new Flights<>();

    public Identification(Ledger<Books> ledger, PaymentGateway gateway, Keyring keyring, Rules rules, Clock clock) {
        this.ledger = ledger;
        this.gateway = gateway;
        this.keyring = keyring;
        this.rules = rules;
        this.clock = clock;
    }

    /// Decides about the payment that a receipt of `merchant` calls by `reference`.
    public Decision identify(Merchant merchant, PaymentReference reference) {
        var name = name(merchant, reference);
        return ledger.read(books -> books.decisions().named(name))
                .orElseGet(() -> flights.share(name, () -> obtain(merchant, reference, name)));
    }

    /// Keeps a payment of which the platform told us, so that it need not be asked; false when this
    /// notice came before.
    ///
    /// @param notice the notice's own id
    public boolean told(Merchant merchant, String notice, Payment payment) {
        var known = known(merchant, payment);
        var hash = keyring.name("notice", payment.platform(), merchant.id(), notice);
        return ledger.write(books -> {
            boolean fresh = books.payments().note(hash, clock.instant());
            if (fresh) {
                remember(books, merchant, payment, known);
            }
            return fresh;
        });
    }

    private Decision obtain(Merchant merchant, PaymentReference reference, String name) {
        var remembered = ledger.read(books -> books.payments().named(name));
        if (remembered.isPresent() && remembered.get().state().isFinal()) {
            return ledger.write(books -> decide(books, merchant, remembered.get()));
        }
        return switch (gateway.find(merchant, reference)) {
            case Answer.Found found -> found(merchant, found.payment());
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

    private Decision found(Merchant merchant, Payment payment) {
        var known = known(merchant, payment);
        return ledger.write(books -> {
            remember(books, merchant, payment, known);
            return known.state().isFinal() ? decide(books, merchant, known) : new Decision.Plain(Reason.NOT_SUCCESSFUL);
        });
    }

    private Decision decide(Books books, Merchant merchant, KnownPayment payment) {
        var now = clock.instant();
        if (!books.decisions().begin(payment, now)) {
            return books.decisions().about(payment).orElseThrow();
        }
        var decision = rules.decide(payment, merchant, books, now);
        books.decisions().conclude(payment, decision);
        return decision;
    }

    private void remember(Books books, Merchant merchant, Payment payment, KnownPayment known) {
        List<String> names =
                payment.names().stream().map(name -> name(merchant, name)).toList();
        books.payments().remember(known, names, clock.instant());
        payment.payer()
                .ifPresent(id -> keyring.formerly(payment.platform(), id.appid(), id.openid())
                        .forEach(former ->
                                books.marks().rekey(former, known.payer().orElseThrow())));
    }

    private KnownPayment known(Merchant merchant, Payment payment) {
        return new KnownPayment(
                keyring.name("payment", payment.platform(), payment.id()),
                merchant.id(),
                payment.state(),
                payment.payer().map(id -> keyring.payer(payment.platform(), id.appid(), id.openid())));
    }

    private String name(Merchant merchant, PaymentReference reference) {
        return keyring.name("reference", merchant.id(), reference.scheme(), reference.kind(), reference.value());
    }
}
