package slipstream.cloudlink.service.mark;

import java.time.Instant;

/// The record that a payer is known in a circle.
///
/// @param at since when
/// @param seenAt when the payer paid last in the circle, or joined it
public record Mark(PayerKey payer, String circle, MarkSource source, Instant at, Instant seenAt) {}
