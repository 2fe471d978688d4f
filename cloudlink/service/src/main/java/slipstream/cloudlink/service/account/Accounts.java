package slipstream.cloudlink.service.account;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import slipstream.cloudlink.service.ledger.Ledger;
import slipstream.cloudlink.service.secret.Vault;

/// What administrators do with users and access tokens; each change is written down in the audit log, in the
/// same transaction.
///
/// What cannot be done is an [IOException] or [IllegalArgumentException] of one sentence.
public final class Accounts {
    /// Access tokens last at most so many days.
    public static final int LONGEST_TOKEN_DAYS = 730;

    private static final int ID_LETTERS = 12;

    private final Ledger<? extends AccountBooks> ledger;
    private final Vault vault;
    private final Clock clock;
    private final String who;

    public Accounts(Ledger<? extends AccountBooks> ledger, Vault vault, Clock clock) {
        this(ledger, vault, clock, AuditEntry.COMMAND_LINE);
    }

    private Accounts(Ledger<? extends AccountBooks> ledger, Vault vault, Clock clock, String who) {
        this.ledger = ledger;
        this.vault = vault;
        this.clock = clock;
        this.who = who;
    }

    /// The same, in somebody's name.
    public Accounts as(String name) {
        return new Accounts(ledger, vault, clock, name);
    }

    /// Adds a user and returns the password for the first sign-in, which is told this once.
    public String add(String name, Role role, String circle, Optional<String> merchantId) throws IOException {
        var user = new User(name, role, circle, merchantId, false, clock.instant());
        var password = RandomWords.typed();
        var hash = Passwords.hash(password);
        var what = role.word() + merchantId.map(id -> " of " + id).orElse("");
        boolean added = ledger.write(books -> {
            boolean done = books.accounts().add(user, hash);
            note(books, done, user, "user add", what);
            return done;
        });
        if (!added) {
            throw new IOException("user '" + name + "' exists already");
        }
        return password;
    }

    /// Takes a user's password and second factor away, ends what lets them in, and returns a new password for
    /// the first sign-in.
    public String reset(String name) throws IOException {
        var user = existing(name);
        var password = RandomWords.typed();
        var hash = Passwords.hash(password);
        ledger.write(books -> {
            boolean done = books.accounts().reset(name, hash);
            books.sessions().endAll(name);
            note(books, done, user, "user reset", "");
            return done;
        });
        return password;
    }

    /// Removes a user and all that lets them in.
    public void remove(String name) throws IOException {
        var user = existing(name);
        ledger.write(books -> {
            boolean done = books.accounts().remove(name);
            books.sessions().endAll(name);
            note(books, done, user, "user remove", "");
            return done;
        });
    }

    /// All users, by name.
    public List<User> users() {
        return ledger.read(books -> books.accounts().all());
    }

    public Optional<User> user(String name) {
        return ledger.read(books -> books.accounts().find(name)).map(AccountStore.Kept::user);
    }

    /// Makes a token that lets a program do what the user may; it is told this once.
    ///
    /// @param days how long it lasts, 1 to [#LONGEST_TOKEN_DAYS]
    public String addToken(String name, String label, int days) throws IOException {
        var user = existing(name);
        if (days < 1 || days > LONGEST_TOKEN_DAYS) {
            throw new IllegalArgumentException("days " + days + ": expected 1 to " + LONGEST_TOKEN_DAYS);
        }
        var word = RandomWords.kept("slipstream");
        var hash = tokenHash(word);
        var now = clock.instant();
        var token = new AccountStore.AccessToken(
                hash.substring(0, ID_LETTERS), name, label.strip(), now, now.plus(Duration.ofDays(days)));
        ledger.write(books -> {
            books.accounts().addToken(token, hash);
            note(books, true, user, "token add", token.id() + " " + token.label());
            return null;
        });
        return word;
    }

    /// All access tokens, by user.
    public List<AccountStore.AccessToken> tokens() {
        return ledger.read(books -> books.accounts().tokens());
    }

    /// Ends an access token.
    public void dropToken(String id) throws IOException {
        var token = tokens().stream()
                .filter(t -> t.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IOException("there is no token '" + id + "'"));
        var user = existing(token.user());
        ledger.write(books -> {
            boolean done = books.accounts().dropToken(id);
            note(books, done, user, "token drop", id);
            return done;
        });
    }

    /// Whom a token lets in; nobody who is not ready.
    public Optional<User> byToken(String word) {
        return ledger.read(books -> books.accounts().byToken(tokenHash(word), clock.instant()))
                .filter(User::ready);
    }

    /// The newest entries of the audit log, newest first.
    public List<AuditEntry> audit(String circle, int most) {
        return audit(circle, 0, most);
    }

    /// Entries of the audit log, newest first.
    ///
    /// @param before how many newer ones are left out
    public List<AuditEntry> audit(String circle, int before, int most) {
        return ledger.read(books -> books.audit().newest(circle, before, most));
    }

    /// Puts every second factor under the present master key; returns how many there are.
    public int renewSeals() throws IOException {
        int count = 0;
        for (var user : users()) {
            var sealed =
                    ledger.read(books -> books.accounts().find(user.name())).flatMap(AccountStore.Kept::totp);
            if (sealed.isPresent()) {
                var renewed = vault.renew(sealed.get(), "totp", user.name());
                ledger.write(books -> {
                    books.accounts().keepTotp(user.name(), renewed);
                    return null;
                });
                count++;
            }
        }
        return count;
    }

    private User existing(String name) throws IOException {
        return user(name).orElseThrow(() -> new IOException("there is no user '" + name + "'"));
    }

    private void note(AccountBooks books, boolean done, User user, String action, String detail) {
        if (done) {
            var circle = Optional.of(user.circle());
            books.audit().add(new AuditEntry(clock.instant(), who, circle, action, user.name(), detail));
        }
    }

    private static String tokenHash(String word) {
        return RandomWords.hash("token", word);
    }
}
