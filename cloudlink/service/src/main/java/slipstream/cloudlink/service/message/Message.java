package slipstream.cloudlink.service.message;

import java.time.Instant;
import java.util.Optional;
import slipstream.cloudlink.service.mark.PayerKey;

/// A message about one reward that is not settled yet.
///
/// @param tokenHash of the reward's link
/// @param dueAt when it may be tried
/// @param tries how many there have been
/// @param begunAt since when it may have arrived without our knowing, if it may
public record Message(
        PayerKey payer, String tokenHash, Instant madeAt, Instant dueAt, int tries, Optional<Instant> begunAt) {}
