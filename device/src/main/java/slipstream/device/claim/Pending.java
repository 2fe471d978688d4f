package slipstream.device.claim;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.tinylog.Logger;
import slipstream.cloudlink.client.Failure;
import slipstream.cloudlink.client.IdentifyException;
import slipstream.cloudlink.protocol.IdentifyAnswer;
import slipstream.cloudlink.protocol.PaymentReference;
import slipstream.device.bridge.Decisions;
import slipstream.escpos.inject.Hold;

/// A receipt that is over, and its questions in the order in which their answers count.
///
/// Where nobody can be asked who paid, or no answer comes in time, a token is printed instead of a link. Under the
/// session's lock.
final class Pending {
    private static final int FIRST_SERVER_ERROR = 500;

    private final int receipt;
    private final String till;
    private final Hold hold;
    private final Outcomes outcomes;
    private final Decisions later;
    private final Backroom backroom;
    private final boolean hadPlace;
    private final long since = System.nanoTime();

    private List<Question> asked = List.of();
    private Facts facts;
    private String kind = ReceiptNote.NO_KIND;
    private long heldMs = -1;
    private boolean over;

    /// @param receipt its number
    Pending(int receipt, String till, Hold hold, Outcomes outcomes, Decisions later, Backroom backroom) {
        this.receipt = receipt;
        this.till = till;
        this.hold = hold;
        this.outcomes = outcomes;
        this.later = later;
        this.backroom = backroom;
        hadPlace = hold.open();
    }

    /// It was looked at closely enough to know what it is.
    void kind(String word) {
        kind = word;
    }

    /// Nothing is printed.
    void plain(Outcome outcome) {
        over = true;
        became(outcome);
        hold.plain();
    }

    /// Nothing was asked, and it was paid in cash.
    void cash(Facts known) {
        facts = known;
        if (!token(Optional.empty())) {
            plain(Outcome.NOT_ASKED);
        }
    }

    /// Prints what the answers say.
    void decide(List<Question> questions, Facts known) {
        asked = questions;
        facts = known;
        look(0);
        if (!over && hadPlace && backroom.pool().isPresent()) {
            CompletableFuture.delayedExecutor(backroom.patience().toNanos(), TimeUnit.NANOSECONDS, this::underLock)
                    .execute(this::nearlyLate);
        }
    }

    /// Looks at the answers from `first` on; waits for the first that is not there.
    private void look(int first) {
        for (int i = first; i < asked.size(); i++) {
            Question question = asked.get(i);
            if (!question.answer().isDone()) {
                int next = i;
                question.answer().whenComplete((answer, thrown) -> later.execute(() -> answered(next)));
                return;
            }
            if (printed(question)) {
                return;
            }
        }
        if (!instead(Pending::atScan)) {
            boolean answered =
                    asked.stream().anyMatch(question -> !question.answer().isCompletedExceptionally());
            held();
            plain(answered ? Outcome.PLAIN : Outcome.FAILED);
            asked.stream().filter(Pending::unasked).forEach(question -> backroom.askLater(question.request()));
        }
    }

    private void answered(int next) {
        if (!over) {
            look(next);
        } else if (!asked.get(next).answer().isCompletedExceptionally()) {
            backroom.figures().late();
        }
    }

    private void underLock(Runnable decision) {
        try {
            later.execute(decision);
        } catch (RejectedExecutionException ignored) {
            // The box is ending; the receipt has gone.
        }
    }

    /// An answer that is not there now would come too late.
    private void nearlyLate() {
        if (!over) {
            instead(question -> !question.answer().isDone() || atScan(question));
        }
    }

    /// Prints a token for the first payment whose payer is to be identified at the scan.
    private boolean instead(Predicate<Question> wanted) {
        return asked.stream()
                .filter(wanted)
                .findFirst()
                .filter(question -> token(Optional.of(question.reference())))
                .isPresent();
    }

    private boolean token(Optional<PaymentReference> reference) {
        if (!backroom.print(hold, facts, reference)) {
            return false;
        }
        over = true;
        held();
        became(Outcome.TOKEN);
        backroom.figures().printed();
        Logger.info("Receipt {}: token printed.", receipt);
        return true;
    }

    /// Whether its payer is to be identified at the scan: by the answer, or because there is none.
    private static boolean atScan(Question question) {
        if (!question.answer().isCompletedExceptionally()) {
            IdentifyAnswer answer = question.answer().join();
            return answer != null && answer.identifiesAtScan();
        }
        return unasked(question);
    }

    /// Whether nobody could be asked about it: asked another time, there may be an answer.
    private static boolean unasked(Question question) {
        if (!question.answer().isCompletedExceptionally()) {
            return false;
        }
        boolean refused = question.answer().exceptionNow() instanceof IdentifyException e
                && e.failure() instanceof Failure.Refused refusal
                && refusal.status() < FIRST_SERVER_ERROR;
        return !refused;
    }

    private boolean printed(Question question) {
        if (question.answer().isCompletedExceptionally()) {
            Logger.info("{}: no answer, no link ({}).", question.masked(), reason(question));
            return false;
        }
        Optional<Link> link = Link.of(question.answer().join());
        if (link.isEmpty()) {
            return false;
        }
        over = true;
        held();
        if (hadPlace && !hold.open()) {
            became(Outcome.LATE);
            backroom.figures().late();
            Logger.info("Receipt {}, {}: the link came too late.", receipt, question.masked());
            return true;
        }
        boolean printed = hold.print(link.get().url(), link.get().caption());
        became(printed ? Outcome.PRINTED : Outcome.FAILED);
        if (printed) {
            backroom.figures().printed();
            Logger.info("Receipt {}, {}: link printed.", receipt, question.masked());
        }
        return true;
    }

    private void held() {
        if (hadPlace && !asked.isEmpty()) {
            heldMs = backroom.held(since, hold.open());
        }
    }

    private void became(Outcome outcome) {
        outcomes.add(outcome);
        backroom.note(new ReceiptNote(backroom.now(), till, kind, outcome, heldMs));
    }

    private static String reason(Question question) {
        Throwable thrown = question.answer().exceptionNow();
        return thrown.getMessage() == null ? thrown.getClass().getSimpleName() : thrown.getMessage();
    }
}
