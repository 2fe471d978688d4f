package slipstream.cloudlink.service.staff;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.tinylog.Logger;
import slipstream.cloudlink.protocol.Crockford;
import slipstream.cloudlink.service.ledger.Ledger;
import slipstream.cloudlink.service.secret.Hashes;

/// How a shop's staff signs in: by a link that only they have (80 random bits), and a PIN told them apart from it.
/// Safe for any number of threads and nodes.
///
/// Kept is one hash of the link, to find it, and one of link and PIN together: whoever reads the database can try no
/// PIN without the link.
public final class StaffDoor {
    /// A shift: after this, staff sign in again.
    public static final Duration SESSION = Duration.ofHours(12);

    private static final int LINK_CHARACTERS = 16;
    private static final int SESSION_CHARACTERS = 26;
    private static final int PIN_DIGITS = 6;
    private static final int MOST_ATTEMPTS = 5;
    private static final Duration PAUSE = Duration.ofMinutes(15);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Ledger<? extends StaffStore> ledger;
    private final Clock clock;

    public StaffDoor(Ledger<? extends StaffStore> ledger, Clock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    /// Somebody to be let in, with a link and a PIN that are told this once; [Invited#enter] does it.
    public Invited invite(String merchantId, String name) {
        var staff = new Staff(UUID.randomUUID().toString(), merchantId, name, clock.instant(), Optional.empty());
        var link = Crockford.random(LINK_CHARACTERS);
        var pin = String.format(Locale.ROOT, "%0" + PIN_DIGITS + "d", RANDOM.nextInt(1_000_000));
        return new Invited(staff, link, pin);
    }

    /// All staff, by merchant and name.
    public List<Staff> all() {
        return ledger.read(StaffStore::all);
    }

    /// Signs in. After five attempts that failed, the link takes none for a quarter of an hour.
    ///
    /// @param link as typed, or as in the address
    /// @param pin as typed
    public Entry enter(String link, String pin) {
        var read = Crockford.read(link, LINK_CHARACTERS);
        if (read.isEmpty()) {
            return new Entry.Refused();
        }
        var hash = linkHash(read.get());
        var now = clock.instant();
        // Counted and committed before it is looked at: guesses at the same moment are counted too.
        if (!ledger.write(store -> store.attempt(hash, MOST_ATTEMPTS, now.minus(PAUSE), now))) {
            return ledger.read(store -> store.known(hash)) ? new Entry.TooMany(PAUSE) : new Entry.Refused();
        }
        var secret = secretHash(read.get(), pin.replaceAll("\\s", ""));
        var session = Crockford.random(SESSION_CHARACTERS);
        var entered = ledger.write(store -> {
            var staff = store.enter(hash, secret);
            staff.ifPresent(found -> store.open(sessionHash(session), found, now.plus(SESSION)));
            return staff;
        });
        entered.ifPresentOrElse(
                staff -> Logger.info("staff {} of {} signed in", staff.id(), staff.merchantId()),
                () -> Logger.warn("an attempt to sign in as staff failed"));
        return entered.<Entry>map(staff -> new Entry.Entered(session)).orElseGet(Entry.Refused::new);
    }

    /// Whose session this is, if it is one.
    public Optional<Staff> present(String session) {
        return Crockford.read(session, SESSION_CHARACTERS)
                .flatMap(word -> ledger.read(store -> store.present(sessionHash(word), clock.instant())));
    }

    /// Signs out.
    public void leave(String session) {
        ledger.write(store -> {
            store.close(sessionHash(session));
            return null;
        });
    }

    private static String linkHash(String link) {
        return Hashes.sha256("staff-link", link);
    }

    private static String secretHash(String link, String pin) {
        return Hashes.sha256("staff-secret", link, pin);
    }

    private static String sessionHash(String session) {
        return Hashes.sha256("staff-session", session);
    }

    /// Somebody who is let in.
    ///
    /// @param link the last part of the address that they open
    /// @param pin six digits
    public record Invited(Staff staff, String link, String pin) {
        /// From now on.
        ///
        /// @param store of the transaction that it is a part of
        public void enter(StaffStore store) {
            store.add(staff, linkHash(link), secretHash(link, pin));
        }

        @Override
        public String toString() {
            return "Invited(" + staff.id() + ")";
        }
    }

    /// What became of an attempt to sign in.
    public sealed interface Entry {
        /// @param session for the cookie
        record Entered(String session) implements Entry {}

        /// No such link, or another PIN; which of them is not said.
        record Refused() implements Entry {}

        /// @param pause how long no PIN is looked at after the last attempt
        record TooMany(Duration pause) implements Entry {}
    }
}
