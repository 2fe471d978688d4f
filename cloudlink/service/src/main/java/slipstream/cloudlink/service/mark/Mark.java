package slipstream.cloudlink.service.mark;

import java.time.Instant;

/// The record that a payer is known in a circle.
public record Mark(PayerKey payer, String circle, MarkSource source, Instant at) {}
