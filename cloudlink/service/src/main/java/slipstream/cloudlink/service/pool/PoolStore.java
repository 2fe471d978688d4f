package slipstream.cloudlink.service.pool;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import slipstream.cloudlink.service.claim.ClaimToken;

/// Where tokens are kept; by their hashes only.
public interface PoolStore {
    /// Counts tokens given to a box on a day; false, and nothing is counted, when that would be more than `most`.
    boolean count(String deviceId, long day, int tokens, int most);

    void add(List<PoolToken> tokens, Instant at);

    Optional<PoolToken> find(ClaimToken token);

    /// Binds a token to a receipt; false when it is bound already. Of any number of simultaneous calls one
    /// returns true.
    boolean use(ClaimToken token, PoolToken.Use use, Instant at, Instant expiresAt);
}
