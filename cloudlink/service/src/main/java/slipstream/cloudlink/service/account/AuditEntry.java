package slipstream.cloudlink.service.account;

import java.time.Instant;
import java.util.Optional;

/// That somebody changed something.
///
/// @param who a user's name, or `(command line)`
/// @param circle the circle it concerns; absent when it concerns none, or is not known
/// @param action what was done: `merchant add`
/// @param subject to what: its id
/// @param detail what else there is to say, in a few words; never a secret
public record AuditEntry(
        Instant at, String who, Optional<String> circle, String action, String subject, String detail) {
    /// Who works at the command line.
    public static final String COMMAND_LINE = "(command line)";
}
