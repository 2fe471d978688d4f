package slipstream.cloudlink.service.reward;

import java.time.Instant;
import slipstream.cloudlink.service.claim.ClaimLink;

/// A claim link for a payer whose invitation has brought a customer.
///
/// @param circle in which it was earned, and will be printed
public record Reward(ClaimLink link, String circle, Instant madeAt) {}
