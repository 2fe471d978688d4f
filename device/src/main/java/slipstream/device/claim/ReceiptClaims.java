package slipstream.device.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.tinylog.Logger;
import slipstream.cloudlink.protocol.IdentifyAnswer;
import slipstream.cloudlink.protocol.IdentifyRequest;
import slipstream.cloudlink.protocol.Money;
import slipstream.cloudlink.protocol.PaymentReference;
import slipstream.device.learn.PatternWatch;
import slipstream.device.reference.Find;
import slipstream.device.reference.ReceiptScan;
import slipstream.escpos.inject.Claims;
import slipstream.escpos.inject.Hold;
import slipstream.escpos.receipt.Element;
import slipstream.escpos.receipt.Receipt;

/// Decides what the receipts of one session carry.
///
/// A platform's own number is asked about as soon as it can be read; a merchant's or a card's number only when the
/// receipt ends without one, so that one payment is never asked about under two names. For the same reason the
/// numbers of rules that this till taught and other numbers are never asked about together. A refund, a merchant copy,
/// a kitchen ticket or a report asks nothing, and prints nothing if it turns out to be one after the question.
///
/// Called under the session's lock.
public final class ReceiptClaims implements Claims {
    /// Payments a receipt may ask about: tenders are split among a few.
    private static final int MOST_QUESTIONS = 4;

    private final Identifier identifier;
    private final Till till;
    private final Outcomes outcomes;
    private final Executor later;
    private final PatternWatch watch;

    private ReceiptScan scan;
    private List<Question> questions = new ArrayList<>();

    /// Whether the questions are about numbers of the till's own rules.
    private boolean pinned;

    /// @param later runs, under the session's lock, what is decided after a receipt's end
    public ReceiptClaims(Identifier identifier, Till till, Outcomes outcomes, Executor later) {
        this(identifier, till, outcomes, PatternWatch.none(), later);
    }

    /// @param watch what the till's receipts taught, and whether it still holds
    /// @param later runs, under the session's lock, what is decided after a receipt's end
    public ReceiptClaims(Identifier identifier, Till till, Outcomes outcomes, PatternWatch watch, Executor later) {
        this.watch = watch;
        scan = new ReceiptScan(watch.rules());
        this.identifier = identifier;
        this.till = till;
        this.outcomes = outcomes;
        this.later = later;
    }

    @Override
    public void printed(List<Element> soFar) {
        for (Find find : scan.printed(soFar)) {
            if (find.sure() && scan.kind().customers() && (questions.isEmpty() || pinned == find.pinned())) {
                pinned = find.pinned();
                ask(find.reference(), scan);
            }
        }
    }

    @Override
    public void ended(Receipt receipt, Hold hold) {
        scan.printed(receipt.elements());
        scan.ended();
        ReceiptScan over = scan;
        scan = new ReceiptScan(watch.rules());
        watch.ended(over);
        if (questions.isEmpty() && !over.references().isEmpty() && over.kind().customers()) {
            ask(best(over).reference(), over);
        }
        List<Question> asked = questions;
        questions = new ArrayList<>();
        if (asked.isEmpty() || !over.kind().customers()) {
            settle(hold, Outcome.NOT_ASKED);
        } else {
            new Pending(receipt.number(), asked, hold).look(0);
        }
    }

    @Override
    public void skipped(int receipt, String why) {
        outcomes.noPlace(why);
    }

    /// What a rule of this till found, else what can be read first.
    private static Find best(ReceiptScan over) {
        List<Find> finds = over.finds();
        return finds.stream().filter(Find::pinned).findFirst().orElse(finds.getFirst());
    }

    private void ask(PaymentReference reference, ReceiptScan of) {
        if (questions.size() == MOST_QUESTIONS) {
            return;
        }
        CompletableFuture<IdentifyAnswer> answer;
        try {
            answer = identifier.ask(request(reference, of));
        } catch (RuntimeException e) {
            answer = CompletableFuture.failedFuture(e);
        }
        questions.add(new Question(reference, answer));
    }

    /// Terminal and day go with a card's number only, which is not one of its kind without them.
    private IdentifyRequest request(PaymentReference reference, ReceiptScan of) {
        Money money = of.total().map(till::money).orElse(null);
        if (!reference.scheme().equals("card")) {
            return IdentifyRequest.of(till.name(), reference, money);
        }
        String day = of.time().map(time -> time.day().toString()).orElse(null);
        return new IdentifyRequest(till.name(), reference, money, of.terminal().orElse(null), day);
    }

    private void settle(Hold hold, Outcome outcome) {
        outcomes.add(outcome);
        hold.plain();
    }

    /// A receipt that is over, and its questions in the order in which their answers count.
    private final class Pending {
        private final int receipt;
        private final List<Question> asked;
        private final Hold hold;
        private final boolean hadPlace;

        Pending(int receipt, List<Question> asked, Hold hold) {
            this.receipt = receipt;
            this.asked = asked;
            this.hold = hold;
            hadPlace = hold.open();
        }

        /// Looks at the answers from `first` on; waits for the first that is not there.
        void look(int first) {
            for (int i = first; i < asked.size(); i++) {
                Question question = asked.get(i);
                if (!question.answer().isDone()) {
                    int next = i;
                    question.answer().whenComplete((answer, thrown) -> later.execute(() -> look(next)));
                    return;
                }
                if (printed(question)) {
                    return;
                }
            }
            boolean answered =
                    asked.stream().anyMatch(question -> !question.answer().isCompletedExceptionally());
            settle(hold, answered ? Outcome.PLAIN : Outcome.FAILED);
        }

        private boolean printed(Question question) {
            if (question.answer().isCompletedExceptionally()) {
                Logger.info("{}: no answer ({}).", question.masked(), reason(question));
                return false;
            }
            Optional<Link> link = Link.of(question.answer().join());
            if (link.isEmpty()) {
                return false;
            }
            if (hadPlace && !hold.open()) {
                outcomes.add(Outcome.LATE);
                Logger.info("Receipt {}, {}: the link came too late.", receipt, question.masked());
                return true;
            }
            boolean printed = hold.print(link.get().url(), link.get().caption());
            outcomes.add(printed ? Outcome.PRINTED : Outcome.FAILED);
            if (printed) {
                Logger.info("Receipt {}, {}: link printed.", receipt, question.masked());
            }
            return true;
        }

        private static String reason(Question question) {
            Throwable thrown = question.answer().exceptionNow();
            return thrown.getMessage() == null ? thrown.getClass().getSimpleName() : thrown.getMessage();
        }
    }
}
