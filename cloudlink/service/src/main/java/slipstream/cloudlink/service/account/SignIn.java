package slipstream.cloudlink.service.account;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import slipstream.cloudlink.service.ledger.Ledger;
import slipstream.cloudlink.service.secret.Hashes;
import slipstream.cloudlink.service.secret.Vault;

/// How users prove who they are: a password and a code of their authenticator app, or a recovery code in its
/// place. Safe for any number of threads and nodes.
///
/// A try counts before it is weighed, so that many at once gain nothing. After [#FREE_TRIES] that failed, each
/// further one doubles the time until the next is looked at, up to [#LONGEST_LOCK]. Names that nobody has are
/// treated alike, also in time.
public final class SignIn {
    /// So many tries may fail before a name is locked for a while.
    public static final int FREE_TRIES = 5;

    /// No lock is longer, for it may be somebody else who tries.
    public static final Duration LONGEST_LOCK = Duration.ofMinutes(15);

    private static final String ISSUER = "Slipstream";
    private static final int RECOVERY_CODES = 10;
    private static final int LONGEST_SHIFT = 20;

    private final Ledger<? extends AccountBooks> ledger;
    private final Vault vault;
    private final Clock clock;

    public SignIn(Ledger<? extends AccountBooks> ledger, Vault vault, Clock clock) {
        this.ledger = ledger;
        this.vault = vault;
        this.clock = clock;
    }

    /// Weighs a name, a password and a code. Users who are not ready yet need no code.
    public Outcome signIn(String name, String password, String code) {
        var now = clock.instant();
        var key = name.strip().toLowerCase(Locale.ROOT);
        var nameHash = Hashes.sha256("sign-in", key);
        if (!mayTry(nameHash, now)) {
            return new Outcome.Locked();
        }
        var kept = ledger.read(books -> books.accounts().find(key));
        boolean known = Passwords.matches(
                password, kept.map(AccountStore.Kept::passwordHash).orElse(Passwords.NOBODY));
        if (kept.isEmpty() || !known || !proven(kept.get(), code, now)) {
            kept.ifPresent(k -> note(k.user(), "sign-in refused", now));
            return new Outcome.Refused();
        }
        var user = kept.get().user();
        ledger.write(books -> {
            books.accounts().forgetTries(nameHash);
            return null;
        });
        note(user, "sign-in", now);
        return new Outcome.In(user);
    }

    private boolean mayTry(String nameHash, Instant now) {
        return ledger.write(books -> {
            var failed = books.accounts().tries(nameHash, now);
            failed.filter(count -> count + 1 >= FREE_TRIES).ifPresent(count -> {
                var wait = Duration.ofSeconds(1L << Math.min(count + 1 - FREE_TRIES, LONGEST_SHIFT));
                books.accounts().lock(nameHash, now.plus(wait.compareTo(LONGEST_LOCK) < 0 ? wait : LONGEST_LOCK));
            });
            return failed.isPresent();
        });
    }

    private boolean proven(AccountStore.Kept kept, String code, Instant now) {
        var name = kept.user().name();
        if (!kept.user().ready()) {
            return true;
        }
        var step = Totp.step(secret(kept), code, now, kept.totpStep());
        return ledger.write(books -> step.isPresent()
                ? books.accounts().useStep(name, step.getAsLong())
                : books.accounts().useRecoveryCode(name, RandomWords.hash("recovery", code)));
    }

    /// The second factor of a user who is not ready: the same until it is proven.
    public Factor begin(User user) {
        var kept = kept(user);
        if (kept.user().ready()) {
            throw new IllegalArgumentException("user '" + user.name() + "' has set up a second factor already");
        }
        var secret = kept.totp().isPresent() ? secret(kept) : Totp.newSecret();
        if (kept.totp().isEmpty()) {
            ledger.write(books -> {
                books.accounts().keepTotp(user.name(), vault.seal(secret, "totp", user.name()));
                return null;
            });
        }
        return new Factor(secret, Totp.uri(ISSUER, user.name(), secret));
    }

    /// Sets the user's own password once a code proves the second factor; returns new recovery codes, which are
    /// told this once.
    ///
    /// @throws NotReady when the password or the code is not good
    public List<String> complete(User user, String password, String code) {
        var now = clock.instant();
        var kept = kept(user);
        if (!Passwords.fits(password)) {
            throw new NotReady(NotReady.Why.PASSWORD);
        }
        if (Passwords.matches(password, kept.passwordHash())) {
            throw new NotReady(NotReady.Why.SAME);
        }
        var step = kept.totp().isEmpty() || kept.user().ready()
                ? OptionalLong.empty()
                : Totp.step(secret(kept), code, now, kept.totpStep());
        if (step.isEmpty()) {
            throw new NotReady(NotReady.Why.CODE);
        }
        var codes = Stream.generate(RandomWords::typed).limit(RECOVERY_CODES).toList();
        var hashes =
                codes.stream().map(word -> RandomWords.hash("recovery", word)).toList();
        var hash = Passwords.hash(password);
        boolean used = ledger.write(books -> {
            if (!books.accounts().useStep(user.name(), step.getAsLong())) {
                return false;
            }
            books.accounts().ready(user.name(), hash, hashes);
            books.sessions().endAll(user.name());
            return true;
        });
        if (!used) {
            throw new NotReady(NotReady.Why.CODE);
        }
        note(user, "second factor set up", now);
        return codes;
    }

    private AccountStore.Kept kept(User user) {
        return ledger.read(books -> books.accounts().find(user.name()))
                .orElseThrow(() -> new IllegalArgumentException("there is no user '" + user.name() + "'"));
    }

    private String secret(AccountStore.Kept kept) {
        try {
            return vault.open(kept.totp().orElseThrow(), "totp", kept.user().name());
        } catch (IOException e) {
            throw new IllegalStateException(
                    "the second factor of '" + kept.user().name() + "' cannot be opened: " + e.getMessage(), e);
        }
    }

    private void note(User user, String action, Instant now) {
        var entry = new AuditEntry(now, user.name(), Optional.of(user.circle()), action, user.name(), "");
        ledger.write(books -> {
            books.audit().add(entry);
            return null;
        });
    }

    /// A user did not get ready.
    public static final class NotReady extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final Why why;

        NotReady(Why why) {
            super(why.sentence);
            this.why = why;
        }

        public Why why() {
            return why;
        }

        /// What is not good.
        public enum Why {
            PASSWORD("the password is too short or too long, expected " + Passwords.LEAST + " characters or more"),
            SAME("that is the password for the first sign-in, expected one of your own"),
            CODE("the code is not the one that the app shows now, or was used already");

            private final String sentence;

            Why(String sentence) {
                this.sentence = sentence;
            }
        }
    }

    /// A second factor.
    ///
    /// @param secret in base 32, for those who cannot scan
    /// @param uri what authenticator apps read from a QR code
    public record Factor(String secret, String uri) {}

    /// What came of a try.
    public sealed interface Outcome {
        /// It is this user; one who is not ready may only get ready.
        record In(User user) implements Outcome {}

        /// Name, password or code are wrong; which of them is not told.
        record Refused() implements Outcome {}

        /// Too many tries have failed; this one was not looked at.
        record Locked() implements Outcome {}
    }
}
