package slipstream.cloudlink.service.account;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import slipstream.cloudlink.service.ledger.Ledger;

/// The browsers that are signed in. A session ends when it is idle for [#IDLE], and at the latest after
/// [#LIFE] (OWASP Session Management Cheat Sheet); its secret is kept as a hash only.
public final class Sessions {
    /// Without a request for so long, a session is over.
    public static final Duration IDLE = Duration.ofMinutes(30);

    /// Whatever happens, a session is over after this.
    public static final Duration LIFE = Duration.ofHours(12);

    /// A request is written down when the one before is older: not each costs a write.
    private static final Duration FRESH = Duration.ofMinutes(1);

    private final Ledger<? extends AccountBooks> ledger;
    private final Clock clock;

    public Sessions(Ledger<? extends AccountBooks> ledger, Clock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    /// Starts a session with a new secret, which is returned.
    public String start(User user) {
        var secret = RandomWords.kept("session");
        var now = clock.instant();
        ledger.write(books -> {
            books.sessions().start(hash(secret), user.name(), now, now.plus(LIFE));
            return null;
        });
        return secret;
    }

    /// Who is signed in.
    public Optional<User> user(String secret) {
        var now = clock.instant();
        var hash = hash(secret);
        var session = ledger.read(books -> books.sessions().find(hash))
                .filter(s -> now.isBefore(s.endsAt()) && now.isBefore(s.seenAt().plus(IDLE)));
        if (session.isEmpty()) {
            return Optional.empty();
        }
        if (session.get().seenAt().plus(FRESH).isBefore(now)) {
            ledger.write(books -> {
                books.sessions().seen(hash, now);
                return null;
            });
        }
        return ledger.read(books -> books.accounts().find(session.get().user())).map(AccountStore.Kept::user);
    }

    /// Ends a session.
    public void end(String secret) {
        ledger.write(books -> {
            books.sessions().end(hash(secret));
            return null;
        });
    }

    private static String hash(String secret) {
        return RandomWords.hash("session", secret);
    }
}
