package slipstream.cloudlink.protocol;

import io.avaje.jsonb.Json;

/// The box asks which receipts' copies are wanted, and hands in one of them.
///
/// Sent as `POST /v1/copies`, only by a box whose own configuration lets it: this is the one exception to receipt
/// text never leaving the box. Not oftener than every 10 s unless something is handed in.
///
/// @param name [CopyName] of what was printed on the receipt that is handed in; null when the box only asks
/// @param text what the receipt says, as [CopyText] allows it; null when the box only asks
@Json
public record CopyReport(String name, String text) {
    /// A question that hands in nothing.
    public static final CopyReport QUESTION = new CopyReport(null, null);
}
