package slipstream.escpos.render;

import java.util.List;

/// A piece of paper, and what drew on it.
///
/// @param bitmap its dots
/// @param trace which command drew which rows, from top to bottom; where several drew in the same rows, each of
///     them; the first 65,536 entries
public record Piece(Bitmap bitmap, List<TracedRows> trace) {}
