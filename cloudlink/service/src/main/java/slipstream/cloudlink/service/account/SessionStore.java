package slipstream.cloudlink.service.account;

import java.time.Instant;
import java.util.Optional;

/// Where sessions are kept, by the hash of their secret.
public interface SessionStore {
    void start(String hash, String user, Instant now, Instant end);

    Optional<Session> find(String hash);

    void seen(String hash, Instant now);

    void end(String hash);

    void endAll(String user);

    /// A session as it stands.
    ///
    /// @param endsAt whatever happens until then
    record Session(String user, Instant seenAt, Instant endsAt) {}
}
