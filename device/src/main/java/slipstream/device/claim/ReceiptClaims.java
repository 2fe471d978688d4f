package slipstream.device.claim;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import slipstream.cloudlink.protocol.IdentifyAnswer;
import slipstream.cloudlink.protocol.IdentifyRequest;
import slipstream.cloudlink.protocol.Money;
import slipstream.cloudlink.protocol.PaymentReference;
import slipstream.cloudlink.protocol.VoucherCode;
import slipstream.device.bridge.Decisions;
import slipstream.device.learn.PatternWatch;
import slipstream.device.picture.PictureStream;
import slipstream.device.picture.Pictures;
import slipstream.device.picture.Reading;
import slipstream.device.reference.Find;
import slipstream.device.reference.Origin;
import slipstream.device.reference.ReceiptScan;
import slipstream.device.reference.Secrets;
import slipstream.device.reference.kind.ReceiptKind;
import slipstream.device.reference.total.PrintedTime;
import slipstream.escpos.codec.CommandSink;
import slipstream.escpos.inject.Claims;
import slipstream.escpos.inject.Hold;
import slipstream.escpos.receipt.Element;
import slipstream.escpos.receipt.Receipt;

/// Decides what the receipts of one session carry.
///
/// A platform's own number is asked about as soon as it can be read; a merchant's or a card's number only when the
/// receipt ends without one, so that one payment is never asked about under two names. For the same reason numbers
/// that the till's own rules found and others are never asked about together. A refund, a merchant copy,
/// a kitchen ticket or a report asks nothing, and prints nothing if it turns out to be one after the question. What
/// payments a refund names is told.
///
/// What a receipt shows in pictures counts like its text, with two differences: it is known later, so a receipt that
/// names no payment in text is decided when its pictures have been read; and amounts in pictures are not told.
///
/// Called under the session's lock.
public final class ReceiptClaims implements Claims {
    /// Payments a receipt may ask about: tenders are split among a few.
    private static final int MOST_QUESTIONS = 4;

    /// A receipt with so many lines of text is one in text, whatever pictures it has.
    private static final int MANY_LINES = 8;

    private final Identifier identifier;
    private final Till till;
    private final Outcomes outcomes;
    private final Decisions later;
    private final PatternWatch watch;
    private final Optional<PictureStream> pictures;
    private final Backroom backroom;

    private Following following;

    /// Pictures stay unread.
    ///
    /// @param later runs, under the session's lock, what is decided after a receipt's end
    public ReceiptClaims(Identifier identifier, Till till, Outcomes outcomes, Decisions later) {
        this(identifier, till, outcomes, PatternWatch.none(), later, Optional.empty(), Backroom.idle());
    }

    /// Reads pictures, too.
    ///
    /// @param later runs, under the session's lock, what is decided after a receipt's end, and what comes of pictures
    public ReceiptClaims(Identifier identifier, Till till, Outcomes outcomes, Decisions later, Pictures pictures) {
        this(identifier, till, outcomes, PatternWatch.none(), later, Optional.of(pictures), Backroom.idle());
    }

    /// Knows what the till's receipts taught.
    ///
    /// @param watch the till's rules, and whether they still hold
    /// @param later runs, under the session's lock, what is decided after a receipt's end, and what comes of pictures
    /// @param pictures reads pictures; they stay unread when empty
    /// @param backroom tells of vouchers, keeps tokens, counts
    public ReceiptClaims(
            Identifier identifier,
            Till till,
            Outcomes outcomes,
            PatternWatch watch,
            Decisions later,
            Optional<Pictures> pictures,
            Backroom backroom) {
        this.identifier = identifier;
        this.till = till;
        this.outcomes = outcomes;
        this.later = later;
        this.watch = watch;
        this.backroom = backroom;
        this.pictures = pictures.map(reader -> reader.stream(this::begun));
        following = new Following();
    }

    @Override
    public Optional<CommandSink> onlooker() {
        return pictures.map(stream -> stream);
    }

    @Override
    public void printed(List<Element> soFar) {
        following.printed(soFar);
    }

    @Override
    public void ended(Receipt receipt, Hold hold) {
        pictures.ifPresent(PictureStream::receiptEnded);
        Following over = following;
        following = new Following();
        over.ended(receipt, hold);
    }

    private void begun(Reading reading) {
        Following now = following;
        now.reading = reading;
        reading.whenNews(() -> later.execute(now::pictured));
    }

    @Override
    public void skipped(int receipt, String why) {
        outcomes.noPlace(why);
    }

    /// What is known of one receipt.
    private final class Following {
        private final ReceiptScan scan = new ReceiptScan(watch.rules());
        private final Secrets secrets = new Secrets();
        private final Codes codes = new Codes();
        private final List<Question> questions = new ArrayList<>();
        private Reading reading;
        private boolean pinned;
        private boolean named;
        private boolean wordy;
        private boolean over;

        void printed(List<Element> soFar) {
            List<Find> fresh = scan.printed(soFar);
            codes.printed(soFar);
            secrets.mask(soFar);
            named |= !fresh.isEmpty();
            found(fresh);
        }

        /// Something was read in its pictures; after the end, that changes nothing any more.
        void pictured() {
            if (!over) {
                List<Element> read = reading.take();
                codes.pictured(read);
                found(scan.pictured(read));
            }
        }

        private void found(List<Find> finds) {
            for (Find find : finds) {
                boolean alike = questions.isEmpty() || pinned == find.pinned();
                if (find.sure() && alike && scan.kind().customers()) {
                    pinned = find.pinned();
                    ask(find.reference());
                }
            }
        }

        void ended(Receipt receipt, Hold hold) {
            printed(receipt.elements());
            wordy = receipt.lines().size() >= MANY_LINES;
            var pending = new Pending(receipt.number(), till.name(), hold, outcomes, later, backroom);
            if (inText()) {
                end(pending, receipt, true);
            } else {
                if (hold.open()) {
                    later.pictured(reading.since(), reading.rows());
                }
                reading.finished()
                        .thenAccept(whole -> later.execute(() -> {
                            pictured();
                            end(pending, receipt, whole);
                        }));
            }
        }

        /// @param whole whether everything it shows is known
        private void end(Pending pending, Receipt receipt, boolean whole) {
            over = true;
            scan.ended();
            if (whole) {
                watch.ended(scan);
            }
            // Its kind is worked out only where something was found: on most receipts of some shops nothing is.
            boolean found = !questions.isEmpty() || !scan.finds().isEmpty();
            if (found) {
                pending.kind(scan.kind().word());
            }
            boolean customers = found && scan.kind().customers();
            if (customers && questions.isEmpty()) {
                best().ifPresent(this::ask);
            }
            backroom.figures().receipt(customers);
            tellVouchers(receipt);
            if (whole) {
                tellRefunds();
            }
            if (questions.isEmpty() || !customers) {
                unasked(pending, receipt, whole && !found);
            } else if (!whole) {
                pending.plain(Outcome.FAILED);
            } else {
                pending.decide(questions, backroom.pool().isPresent() ? named(receipt) : null);
            }
        }

        private void tellVouchers(Receipt receipt) {
            List<VoucherCode> used = codes.found();
            if (!used.isEmpty() && scan.kind() == ReceiptKind.SALE) {
                backroom.used(used, till.name(), name(receipt));
            }
        }

        private void tellRefunds() {
            if (!scan.finds().isEmpty() && scan.kind() == ReceiptKind.REFUND) {
                Facts facts = facts(null, true, false);
                backroom.givenBack(scan.references().stream()
                        .distinct()
                        .limit(MOST_QUESTIONS)
                        .map(facts::refund)
                        .toList());
            }
        }

        /// A token in cash only where copies of the receipt can be told from other sales.
        private void unasked(Pending pending, Receipt receipt, boolean nothing) {
            if (nothing && backroom.cash() && telling() && scan.cashSale()) {
                pending.cash(named(receipt));
            } else {
                pending.plain(Outcome.NOT_ASKED);
            }
        }

        /// What a rule of this till found, else what stands in no picture, else what could be read first.
        private Optional<PaymentReference> best() {
            return scan.finds().stream()
                    .min(Comparator.comparing((Find find) -> !find.pinned())
                            .thenComparing(find -> find.origin() == Origin.PICTURE))
                    .map(Find::reference);
        }

        private void ask(PaymentReference reference) {
            if (questions.size() == MOST_QUESTIONS) {
                return;
            }
            CompletableFuture<IdentifyAnswer> answer;
            IdentifyRequest request = facts(null, Facts.card(reference), false).question(reference);
            try {
                answer = identifier.ask(request);
            } catch (RuntimeException e) {
                answer = CompletableFuture.failedFuture(e);
            }
            questions.add(new Question(request, answer));
        }

        private Facts named(Receipt receipt) {
            return facts(name(receipt), true, scan.kind() == ReceiptKind.REPRINT);
        }

        private String name(Receipt receipt) {
            return backroom.name(receipt, telling());
        }

        /// Whether its text, with the time, tells it from other receipts.
        private boolean telling() {
            return inText() && scan.time().flatMap(PrintedTime::time).isPresent();
        }

        /// @param timed whether the day printed is wanted
        private Facts facts(String receipt, boolean timed, boolean copy) {
            Money money = inText() ? scan.total().flatMap(till::money).orElse(null) : null;
            String day = timed ? scan.time().map(time -> time.day().toString()).orElse(null) : null;
            return new Facts(till.name(), receipt, money, scan.terminal().orElse(null), day, copy);
        }

        private boolean inText() {
            return reading == null || named || wordy;
        }
    }
}
