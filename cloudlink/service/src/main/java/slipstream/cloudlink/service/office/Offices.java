package slipstream.cloudlink.service.office;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import slipstream.cloudlink.service.account.Accounts;
import slipstream.cloudlink.service.account.AuditEntry;
import slipstream.cloudlink.service.administration.Administration;
import slipstream.cloudlink.service.config.Configuration;
import slipstream.cloudlink.service.gateway.CredentialSafe;
import slipstream.cloudlink.service.secret.Vault;
import slipstream.cloudlink.service.staff.StaffDoor;
import slipstream.cloudlink.service.store.Database;
import slipstream.cloudlink.service.store.SqlBooks;
import slipstream.cloudlink.service.tls.CertificateAuthority;

/// Database, certificate authority and administration: what the command line needs without a running service.
///
/// @param database open
/// @param authority in the data directory
/// @param vault under the master key
/// @param safe what merchants have entrusted to us
/// @param staff who may redeem on the staff page
/// @param accounts who may use the console
public record Offices(
        Database database,
        CertificateAuthority authority,
        Vault vault,
        CredentialSafe safe,
        StaffDoor staff,
        Administration administration,
        Accounts accounts)
        implements AutoCloseable {

    /// Opens the data directory, making what is not there yet; a directory made here is its owner's alone.
    public static Offices open(Configuration configuration, Clock clock) throws IOException {
        Files.createDirectories(
                configuration.data(),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        var authority = CertificateAuthority.open(configuration.data(), clock);
        var vault = Vault.open(configuration.data().resolve("master-key"), System.getenv());
        var database = Database.open(configuration.database());
        var safe = new CredentialSafe(database.ledger(handle -> new SqlBooks(handle).credentials()), vault);
        var staff = new StaffDoor(database.ledger(handle -> new SqlBooks(handle).staff()), clock);
        return new Offices(
                database,
                authority,
                vault,
                safe,
                staff,
                new StoredAdministration(
                        new Changes(database.ledger(SqlBooks::new), clock, AuditEntry.COMMAND_LINE),
                        authority,
                        safe,
                        staff),
                new Accounts(database.ledger(SqlBooks::new), vault, clock));
    }

    @Override
    public void close() {
        database.close();
    }
}
