package slipstream.cloudlink.service.account;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Where users, their proofs and their access tokens are kept.
public interface AccountStore {
    /// Adds a user; false when the name is taken.
    boolean add(User user, String passwordHash);

    Optional<Kept> find(String name);

    /// All users, by name.
    List<User> all();

    /// Puts a user back to where a new one begins: this password, no second factor, nothing that lets in.
    boolean reset(String name, String passwordHash);

    /// Removes a user and all that lets them in; false when there is none.
    boolean remove(String name);

    /// Keeps a second factor that is not proven yet, or a new seal of the present one.
    void keepTotp(String name, String sealed);

    /// The user has chosen a password and proven the second factor.
    void ready(String name, String passwordHash, List<String> recoveryHashes);

    /// Uses up a one-time code; of any number of simultaneous calls for one step, one returns true.
    boolean useStep(String name, long step);

    /// Uses up a recovery code; of any number of simultaneous calls for one code, one returns true.
    boolean useRecoveryCode(String name, String codeHash);

    int recoveryCodes(String name);

    void addToken(AccessToken token, String hash);

    /// Whose token it is, while it lasts.
    Optional<User> byToken(String hash, Instant now);

    List<AccessToken> tokens();

    /// Drops a token by the first characters of its hash, which are its id.
    boolean dropToken(String id);

    /// Counts a try to sign in before it is weighed.
    ///
    /// @return how many tries have failed before, or nothing while the name is locked
    Optional<Integer> tries(String nameHash, Instant now);

    /// The name is locked until then.
    void lock(String nameHash, Instant until);

    /// A try has not failed.
    void forgetTries(String nameHash);

    /// A user with what proves who they are.
    ///
    /// @param totp sealed; absent before the second factor was begun
    /// @param totpStep that of the code used last
    record Kept(User user, String passwordHash, Optional<String> totp, long totpStep) {}

    /// What lets a program in.
    ///
    /// @param id names it, and tells nothing about it
    record AccessToken(String id, String user, String label, Instant madeAt, Instant endsAt) {}
}
