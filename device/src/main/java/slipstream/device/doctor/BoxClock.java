package slipstream.device.doctor;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import slipstream.cloudlink.client.ClientOptions;
import slipstream.cloudlink.client.Credentials;
import slipstream.cloudlink.client.CredentialsException;

/// The box's clock: not before this program was built or this box's certificate made, not years after.
///
/// @param built when this program was built
/// @param service whose certificate is looked at, if there is one
record BoxClock(Clock clock, Instant built, Optional<ClientOptions> service) implements Check {
    private static final String LINK = "clock";
    private static final String NEXT = "set it: sudo timedatectl set-ntp true, and let the firewall pass UDP port 123.";

    /// A box on a shelf for longer is updated before it is used.
    private static final Duration LONGEST_LIFE = Duration.ofDays(15 * 365);

    @Override
    public Finding find() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Optional<Instant> made = made();
        if (made.filter(now::isBefore).isPresent()) {
            return Finding.broken(
                    LINK, "It is " + now + " by this box, but its certificate was made at " + made.get() + ".", NEXT);
        }
        if (now.isBefore(built)) {
            return Finding.broken(
                    LINK, "It is " + now + " by this box, but this program was built at " + built + ".", NEXT);
        }
        if (now.isAfter(built.plus(LONGEST_LIFE))) {
            return Finding.broken(
                    LINK, "It is " + now + " by this box, years after this program was built, at " + built + ".", NEXT);
        }
        return Finding.ok(LINK, "It is " + now + " by this box, which may be right.");
    }

    private Optional<Instant> made() {
        try {
            return service.isEmpty()
                    ? Optional.empty()
                    : Optional.of(Credentials.read(service.get())
                            .chain()
                            .getFirst()
                            .getNotBefore()
                            .toInstant());
        } catch (CredentialsException told) {
            return Optional.empty();
        }
    }
}
