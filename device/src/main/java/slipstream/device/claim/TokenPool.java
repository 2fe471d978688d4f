package slipstream.device.claim;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.tinylog.Logger;
import slipstream.cloudlink.protocol.TokensAnswer;
import slipstream.cloudlink.protocol.TokensRequest;

/// Tokens that the service has given in advance, for receipts whose payer nobody can be asked about.
///
/// A token leaves the pool before it is printed and comes back only when it is certain that it was not: one that is
/// lost costs nothing, one that is printed twice a customer. Copies of a receipt get the token of the first. In
/// memory: a box that is started again asks for new ones. Safe for any thread; nothing waits.
public final class TokenPool {
    /// When fewer are left, more are asked for.
    public static final int LOW = 20;

    /// How many are asked for at a time.
    public static final int BATCH = 50;

    /// Of how many receipts the token is remembered for their copies.
    private static final int MOST_REMEMBERED = 5_000;

    /// A token is not printed in its last minute.
    private static final Duration MARGIN = Duration.ofMinutes(1);

    private final Service service;
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
    private boolean asking;

    /// An empty one; [#fill] fills it.
    public TokenPool(Service service, Clock clock) {
        this.service = service;
        this.clock = clock;
    }

    /// A token.
    ///
    /// @param value without the address before it
    /// @param link what is printed
    /// @param expiresAt until when it may be printed
    record Token(String value, Link link, Instant expiresAt) {}

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
        tokens.addFirst(token);
    }

    /// How many are left.
    public synchronized int size() {
        return tokens.size();
    }

    /// Asks for more if few are left and none are on their way.
    public void fill() {
        synchronized (this) {
            dropExpired();
            if (asking || tokens.size() >= LOW) {
                return;
            }
            asking = true;
        }
        service.tokens(new TokensRequest(BATCH, null)).whenComplete(this::answered);
    }

    private synchronized void answered(TokensAnswer answer, Throwable thrown) {
        asking = false;
        if (answer != null) {
            Instant expiresAt = Instant.parse(answer.expiresAt());
            for (String value : answer.tokens()) {
                Link.of(answer.prefix() + value, answer.caption())
                        .ifPresent(link -> tokens.add(new Token(value, link, expiresAt)));
            }
            Logger.debug("{} tokens are in the pool.", tokens.size());
            return;
        }
        String why = thrown.getMessage() == null ? thrown.getClass().getSimpleName() : thrown.getMessage();
        if (Reasons.worthTelling(reasons.count(why))) {
            Logger.info("No tokens for the pool: {}", why);
        }
    }

    private void dropExpired() {
        tokens.removeIf(token -> !fresh(token));
    }

    private boolean fresh(Token token) {
        return token.expiresAt.isAfter(clock.instant().plus(MARGIN));
    }
}
