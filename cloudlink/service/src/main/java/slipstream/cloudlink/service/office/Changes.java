package slipstream.cloudlink.service.office;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;
import slipstream.cloudlink.service.account.AuditEntry;
import slipstream.cloudlink.service.ledger.Ledger;
import slipstream.cloudlink.service.merchant.Merchant;
import slipstream.cloudlink.service.store.SqlBooks;

/// Makes changes and writes each down in the audit log, both or neither.
///
/// @param who in whose name
record Changes(Ledger<SqlBooks> ledger, Clock clock, String who) {
    /// @param change false when nothing was changed, and so there is nothing to write down
    /// @param circle that it concerns, if it is known
    /// @param action what is done: `merchant add`
    /// @param subject to what
    boolean make(Predicate<SqlBooks> change, Optional<String> circle, String action, String subject, String detail) {
        return ledger.write(books -> {
            boolean done = change.test(books);
            if (done) {
                note(books, circle, action, subject, detail);
            }
            return done;
        });
    }

    /// Writes down a change that is being made in the same transaction.
    void note(SqlBooks books, Optional<String> circle, String action, String subject, String detail) {
        books.audit().add(new AuditEntry(now(), who, circle, action, subject, detail));
    }

    /// A change that concerns a merchant.
    boolean make(Predicate<SqlBooks> change, Merchant at, String action, String subject, String detail) {
        return make(change, Optional.of(at.circle()), action, subject, detail);
    }

    /// The same, in another name.
    Changes by(String name) {
        return new Changes(ledger, clock, name);
    }

    Instant now() {
        return clock.instant();
    }
}
