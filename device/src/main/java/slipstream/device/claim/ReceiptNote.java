package slipstream.device.claim;

import java.time.Instant;

/// What happened to one receipt: neither its text nor a number of it.
///
/// @param at when it was decided, by the box's clock
/// @param till the till's name
/// @param kind its kind, as `slipstream references` names it; `-` where nothing asked for it
/// @param outcome what became of it
/// @param heldMs how long its end waited for answers, in milliseconds; -1 where nothing was asked
public record ReceiptNote(Instant at, String till, String kind, Outcome outcome, long heldMs) {
    /// The kind of a receipt that was not looked at closely.
    public static final String NO_KIND = "-";
}
