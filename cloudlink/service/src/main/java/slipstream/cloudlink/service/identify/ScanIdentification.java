package slipstream.cloudlink.service.identify;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import slipstream.cloudlink.protocol.IdentifyRequest;
import slipstream.cloudlink.service.gateway.PaymentState;
import slipstream.cloudlink.service.ledger.Ledger;
import slipstream.cloudlink.service.mark.PayerKey;
import slipstream.cloudlink.service.merchant.Merchant;
import slipstream.cloudlink.service.secret.Keyring;

/// Rules 3 to 6 for payments of which nobody can be asked who made them: by card, in cash, or at a platform where the
/// merchant has entrusted nothing. What was paid is known from the receipt, who paid from the scan.
///
/// Such a payment is kept as pending until somebody scans; the first who does is its payer, and it is decided in the
/// same transaction, as any other is.
public final class ScanIdentification {
    private final Identification identification;
    private final Ledger<Books> ledger;
    private final Keyring keyring;
    private final Names names;
    private final Clock clock;

    public ScanIdentification(Identification identification, Ledger<Books> ledger, Keyring keyring, Clock clock) {
        this.identification = identification;
        this.ledger = ledger;
        this.keyring = keyring;
        this.names = new Names(keyring);
        this.clock = clock;
    }

    /// Takes note of a receipt that asks to be scanned; the name by which [#scanned] finds its payment. Where the
    /// payment can be looked up after all, it is decided as ever. Nothing when it has to be told again later: the
    /// platform knows no such payment so far, or cannot be asked.
    ///
    /// @param question as the box would have asked; its reference may be null
    /// @param receipt the hash of box, till and receipt: what names a payment without a reference
    /// @param printedAt when
    public Optional<String> printed(Merchant merchant, IdentifyRequest question, String receipt, Instant printedAt) {
        var named = question.reference() == null ? Optional.<String>empty() : names.asked(merchant, question);
        var name = named.orElseGet(() -> keyring.name("receipt", receipt));
        if (question.reference() == null) {
            return await(merchant, question, name, printedAt);
        }
        return switch (identification.identify(merchant, question).reason()) {
            case UNSUPPORTED_SCHEME -> await(merchant, question, name, printedAt);
            case UNKNOWN_PAYMENT, PLATFORM_UNAVAILABLE -> Optional.empty();
            // This is not the receipt of that payment: there is none that could be scanned.
            case AMOUNT_DIFFERS -> Optional.of(keyring.name("differing", name, receipt));
            default -> Optional.of(name);
        };
    }

    private Optional<String> await(Merchant merchant, IdentifyRequest question, String name, Instant printedAt) {
        var payment = new KnownPayment(
                names.atScan(name),
                merchant.id(),
                PaymentState.PENDING,
                Optional.empty(),
                Optional.ofNullable(question.total()),
                Optional.of(printedAt));
        ledger.write(books -> {
            if (books.payments().named(name).isEmpty()) {
                books.payments().remember(payment, List.of(name), clock.instant());
            }
            return null;
        });
        return Optional.of(name);
    }

    /// Decides about the payment of this name, its payer being who has scanned its receipt, unless somebody did
    /// before; or finds it decided.
    ///
    /// @param payer under the present key first, then under those that came before; by each name that a wallet
    ///     knows
    /// @param campaign the only campaign that is tried, if any
    public Scanned scanned(Merchant merchant, String name, List<PayerKey> payer, Optional<String> campaign) {
        var scanned = ledger.write(books -> scanned(books, merchant, name, payer, campaign));
        scanned.enacted.reward().ifPresent(identification::push);
        return scanned.result;
    }

    /// Who made the payment of this name, as far as that is known.
    public Optional<PayerKey> payer(String name) {
        return ledger.read(books -> books.payments().named(name)).flatMap(KnownPayment::payer);
    }

    private Step scanned(Books books, Merchant merchant, String name, List<PayerKey> payer, Optional<String> campaign) {
        var found = books.payments().named(name);
        if (found.isEmpty()) {
            var nothing = new Decision.Plain(Reason.UNKNOWN_PAYMENT);
            return new Step(new Scanned(nothing, Optional.empty()), new Enactment.Enacted(nothing, Optional.empty()));
        }
        var payment = found.get();
        // Only payments that wait for a scan: one that a platform calls pending has not been paid.
        if (payment.key().equals(names.atScan(name)) && books.payments().settle(payment.key())) {
            var names = names(payer);
            var known = names.stream()
                    .filter(keys -> keys.stream().anyMatch(one -> isMarked(books, one, merchant)))
                    .findFirst()
                    .orElse(names.getFirst());
            var paid = new KnownPayment(
                    payment.key(),
                    payment.merchantId(),
                    PaymentState.SUCCESSFUL,
                    Optional.of(known.getFirst()),
                    payment.amount(),
                    payment.paidAt());
            books.payments().remember(paid, List.of(), clock.instant());
            known.stream().skip(1).forEach(former -> books.rekey(former, known.getFirst()));
        }
        var enacted = identification.decide(books, merchant, payment.key(), Optional.empty(), campaign, false);
        var first = books.payments().find(payment.key()).flatMap(KnownPayment::payer);
        return new Step(new Scanned(enacted.decision(), first), enacted);
    }

    private static boolean isMarked(Books books, PayerKey payer, Merchant merchant) {
        return books.marks().find(payer, merchant.circle()).isPresent();
    }

    /// A wallet may know somebody by two names, at a service provider and at its merchant: each with its present
    /// key first, then with those that came before.
    private static List<List<PayerKey>> names(List<PayerKey> payer) {
        int names = (int) payer.stream()
                .filter(one -> one.version() == payer.getFirst().version())
                .count();
        int former = payer.size() / names - 1;
        return IntStream.range(0, names)
                .mapToObj(name -> Stream.concat(
                                Stream.of(payer.get(name)),
                                payer.subList(names + name * former, names + (name + 1) * former).stream())
                        .toList())
                .toList();
    }

    /// @param payer who paid: the first to scan, or whom the platform names; absent when that is no longer kept
    public record Scanned(Decision decision, Optional<PayerKey> payer) {}

    private record Step(Scanned result, Enactment.Enacted enacted) {}
}
