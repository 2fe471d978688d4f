package slipstream.device.claim;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.tinylog.Logger;
import slipstream.cloudlink.protocol.TokensAnswer;
import slipstream.cloudlink.protocol.TokensRequest;

/// Tokens that the service has given in advance, for receipts whose payer nobody can be asked about.
///
/// A token leaves the pool before it is printed and comes back only when it is certain that it was not: one that is
/// lost costs nothing, one that is printed twice a customer. Copies of a receipt get the token of the first.
///
/// Most of them are kept by the [Journal]. What is in memory is no longer in the journal, and the disk says so
/// before the first of them is printed: after a power cut a handful is lost, and none is printed twice. Without a
/// journal all are in memory, and a box that is started again asks for new ones. Safe for any thread; nothing waits.
public final class TokenPool {
    /// When fewer are left, more are asked for.
    public static final int LOW = 20;

    /// How many are asked for at a time.
    public static final int BATCH = 50;

    /// How many are taken out of the journal at a time, and when: what a power cut loses at most.
    private static final int HANDFUL = 20;

    private static final int HANDFUL_LOW = 10;

    /// Of how many receipts the token is remembered for their copies.
    private static final int MOST_REMEMBERED = 5_000;

    /// A token is not printed in its last minute.
    private static final Duration MARGIN = Duration.ofMinutes(1);

    private final Service service;
    private final Journal journal;
    private final Clock clock;
    private final Reasons reasons = new Reasons();
    private final Deque<Token> tokens = new ArrayDeque<>();
    private final Map<String, Token> printed = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Token> eldest) {
            return size() > MOST_REMEMBERED;
        }
    };
    private int inJournal;
    private boolean filling;
    private boolean closed;

    /// An empty one; [#fill] fills it.
    public TokenPool(Service service, Journal journal, Clock clock) {
        this.service = service;
        this.journal = journal;
        this.clock = clock;
    }

    /// A token for a receipt.
    ///
    /// @param again whether it was printed before, on the receipt of which this is a copy
    record Taken(Token token, boolean again) {}

    /// Takes a token out; nothing when there is none.
    ///
    /// @param key names the payment; the same one gets the same token
    /// @param copyOnly whether only a token that was printed before may be given
    synchronized Optional<Taken> take(String key, boolean copyOnly) {
        Token before = printed.get(key);
        if (before != null) {
            return fresh(before) ? Optional.of(new Taken(before, true)) : Optional.empty();
        }
        if (copyOnly) {
            return Optional.empty();
        }
        dropExpired();
        Optional<Token> next = Optional.ofNullable(tokens.poll());
        next.ifPresent(token -> printed.put(key, token));
        return next.map(token -> new Taken(token, false));
    }

    /// Puts back a token that is certain not to have been printed.
    synchronized void giveBack(String key, Token token) {
        printed.remove(key);
        if (!closed) {
            tokens.addFirst(token);
        }
    }

    /// How many are left.
    public synchronized int size() {
        return tokens.size() + inJournal;
    }

    /// Takes a handful out of the journal, asks the service for more, if few are left and none are on their way.
    public void fill() {
        synchronized (this) {
            dropExpired();
            if (filling || closed || tokens.size() >= (journal.lasting() ? HANDFUL_LOW : LOW)) {
                return;
            }
            filling = true;
        }
        lease().thenCompose(ignored -> enough() ? CompletableFuture.<Void>completedFuture(null) : ask())
                .whenComplete((nothing, thrown) -> filled(thrown));
    }

    /// Gives what is left to the journal; none is given out any more.
    void close() {
        List<Token> left;
        synchronized (this) {
            closed = true;
            left = new ArrayList<>(tokens);
            tokens.clear();
        }
        if (!left.isEmpty()) {
            journal.put(left);
        }
    }

    private synchronized boolean enough() {
        return closed || size() >= LOW;
    }

    private CompletableFuture<Void> lease() {
        return journal.lease(HANDFUL).thenAccept(this::leased);
    }

    private synchronized void leased(Journal.Lease lease) {
        tokens.addAll(lease.tokens());
        inJournal = lease.left();
    }

    private CompletableFuture<Void> ask() {
        return service.tokens(new TokensRequest(BATCH, null)).thenCompose(this::answered);
    }

    private CompletableFuture<Void> answered(TokensAnswer answer) {
        Instant expiresAt = Instant.parse(answer.expiresAt());
        List<Token> fresh = new ArrayList<>();
        for (String value : answer.tokens()) {
            Link.of(answer.prefix() + value, answer.caption())
                    .ifPresent(link -> fresh.add(new Token(value, link, expiresAt)));
        }
        if (journal.lasting()) {
            return journal.put(fresh)
                    .thenCompose(kept -> kept ? lease() : CompletableFuture.<Void>completedFuture(null));
        }
        synchronized (this) {
            tokens.addAll(fresh);
        }
        return CompletableFuture.completedFuture(null);
    }

    private synchronized void filled(Throwable thrown) {
        filling = false;
        if (thrown == null) {
            Logger.debug("{} tokens are in the pool.", size());
            return;
        }
        Throwable cause = thrown.getCause() == null ? thrown : thrown.getCause();
        String why = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        if (Reasons.worthTelling(reasons.count(why))) {
            Logger.info("The service gave no tokens for the pool, it is asked again: {}", why);
        }
    }

    private void dropExpired() {
        tokens.removeIf(token -> !fresh(token));
    }

    private boolean fresh(Token token) {
        return token.expiresAt().isAfter(clock.instant().plus(MARGIN));
    }
}
