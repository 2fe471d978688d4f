package slipstream.cloudlink.service.staff;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Where staff and their sessions are kept; of links, PINs and sessions only hashes.
public interface StaffStore {
    void add(Staff staff, String linkHash, String secretHash);

    /// All staff, by merchant and name.
    List<Staff> all();

    /// Ends what somebody may do, sessions too; false when there is none of that id.
    boolean revoke(String id, Instant at);

    /// Counts an attempt to sign in by this link before it is looked at; false when there have been too many
    /// since then, or the link is none. Simultaneous attempts are counted each.
    boolean attempt(String linkHash, int most, Instant since, Instant now);

    /// Whether somebody has this link and may still use it.
    boolean known(String linkHash);

    /// Whose link and PIN these are. Forgets the attempts before.
    Optional<Staff> enter(String linkHash, String secretHash);

    void open(String sessionHash, Staff staff, Instant expiresAt);

    /// Whose session this is, as long as it lasts and its staff was not revoked.
    Optional<Staff> present(String sessionHash, Instant now);

    void close(String sessionHash);
}
