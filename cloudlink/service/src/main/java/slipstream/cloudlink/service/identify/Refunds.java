package slipstream.cloudlink.service.identify;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tinylog.Logger;
import slipstream.cloudlink.protocol.IdentifyRequest;
import slipstream.cloudlink.protocol.RefundAnswer.Outcome;
import slipstream.cloudlink.service.gateway.PaymentGateway;
import slipstream.cloudlink.service.gateway.PaymentGateway.Answer;
import slipstream.cloudlink.service.gateway.PaymentState;
import slipstream.cloudlink.service.ledger.Ledger;
import slipstream.cloudlink.service.merchant.Merchant;
import slipstream.cloudlink.service.secret.Keyring;

/// What receipts tell of payments that were given back. Safe for any number of threads; blocks.
///
/// A payment identified at the scan is known from its receipt alone, so the receipt of its refund is believed, too.
/// A payment of which a platform has told is not: the platform is asked again. Either is found by names that are
/// hashed for each merchant, so that nobody can give back the payments of another.
public final class Refunds {
    /// A card payment is called by its day, but the receipt of its refund names the day of the refund.
    private static final int MOST_DAYS = 30;

    /// The one number of a card payment that does not begin anew within so many days.
    private static final String LASTING = "rrn";

    private final Identification identification;
    private final Ledger<Books> ledger;
    private final PaymentGateway gateway;
    private final Names names;
    private final Clock clock;

    /// @param gateway asks the platform each time
    public Refunds(
            Identification identification, Ledger<Books> ledger, PaymentGateway gateway, Keyring keyring, Clock clock) {
        this.identification = identification;
        this.ledger = ledger;
        this.gateway = gateway;
        this.names = new Names(keyring);
        this.clock = clock;
    }

    /// Takes note that a receipt of `merchant` says that a payment was given back, wholly or partly.
    ///
    /// @param refund what the receipt names, as if it were asked about
    public Outcome told(Merchant merchant, IdentifyRequest refund) {
        return questions(refund).stream()
                .flatMap(question -> known(merchant, question).stream())
                .findFirst()
                .map(known -> known.atScan() ? believe(merchant, known.payment) : ask(merchant, known.question))
                .orElse(Outcome.UNKNOWN);
    }

    private Optional<Known> known(Merchant merchant, IdentifyRequest question) {
        return names.asked(merchant, question)
                .flatMap(name -> ledger.read(books -> books.payments().named(name))
                        .map(payment -> new Known(question, names.atScan(name), payment)));
    }

    private Outcome believe(Merchant merchant, KnownPayment payment) {
        boolean taken = ledger.write(books -> {
            var now = clock.instant();
            books.payments().remember(payment.givenBack(), List.of(), now);
            return books.decisions().takeBack(payment, now);
        });
        if (taken) {
            Logger.info("merchant {}: a receipt gave a payment back, its links were taken back", merchant.id());
        }
        return Outcome.GIVEN_BACK;
    }

    private Outcome ask(Merchant merchant, IdentifyRequest question) {
        return switch (gateway.find(merchant, question.reference(), Names.slip(question))) {
            case Answer.Found found -> {
                identification.found(merchant, found.payment());
                yield found.payment().state() == PaymentState.REFUNDED ? Outcome.GIVEN_BACK : Outcome.NOT_GIVEN_BACK;
            }
            // An acquirer cannot be asked: it tells of refunds by itself.
            case Answer.NotFound notFound -> Outcome.NOT_GIVEN_BACK;
            case Answer.Unsupported unsupported -> Outcome.NOT_GIVEN_BACK;
            case Answer.Unavailable unavailable -> Outcome.LATER;
        };
    }

    /// The question as it stands, and as it stood on the days before.
    private static List<IdentifyRequest> questions(IdentifyRequest refund) {
        if (!refund.reference().kind().equals(LASTING) || refund.day() == null) {
            return List.of(refund);
        }
        try {
            var day = LocalDate.parse(refund.day());
            var before = IntStream.rangeClosed(1, MOST_DAYS)
                    .mapToObj(days -> new IdentifyRequest(
                            refund.till(),
                            refund.reference(),
                            refund.total(),
                            refund.terminal(),
                            day.minusDays(days).toString()));
            return Stream.concat(Stream.of(refund), before).toList();
        } catch (DateTimeException e) {
            return List.of(refund);
        }
    }

    /// @param scanKey the payment's key, were it identified at the scan
    private record Known(IdentifyRequest question, String scanKey, KnownPayment payment) {
        boolean atScan() {
            return payment.key().equals(scanKey);
        }
    }
}
