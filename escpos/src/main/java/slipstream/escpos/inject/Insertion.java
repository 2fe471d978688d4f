package slipstream.escpos.inject;

/// A block that was put into a stream.
///
/// @param receipt the number of its receipt, 1 for the stream's first
/// @param outputOffset where its first byte stands in what went to the printer
/// @param length how many bytes it has
/// @param placement where in the receipt it stands
public record Insertion(int receipt, long outputOffset, int length, Placement placement) {}
