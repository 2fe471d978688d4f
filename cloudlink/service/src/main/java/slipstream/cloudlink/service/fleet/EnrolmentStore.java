package slipstream.cloudlink.service.fleet;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Where invitations of boxes are kept, by the hash of their token.
public interface EnrolmentStore {
    void invite(String tokenHash, Invitation invitation);

    /// Uses an invitation up; of any number of simultaneous calls one gets it, and none once it has ended.
    Optional<Invitation> take(String tokenHash, Instant now);

    /// Those that still wait for their box.
    List<Invitation> waiting(Instant now);

    /// A box that may come.
    ///
    /// @param name what people will call it
    record Invitation(String merchantId, String name, Instant madeAt, Instant endsAt) {}
}
