package slipstream.device.report;

import io.avaje.jsonb.Json;

/// The lines of a capture file: a head, and what passed, in the order of its time.
public final class Captured {
    /// The version of this format.
    public static final int VERSION = 1;

    private Captured() {}

    /// The first line.
    ///
    /// @param slipstreamCapture [#VERSION]
    /// @param line the printer's line
    /// @param pos who was connected
    /// @param began when the capture of this connection began, ISO 8601
    /// @param profile the printer's
    /// @param fresh whether that was the connection's first byte
    /// @param pictures whether pictures and symbols are kept as they were
    @Json
    public record Head(
            int slipstreamCapture,
            String line,
            String pos,
            String began,
            String profile,
            boolean fresh,
            boolean pictures) {}

    /// Each line after it.
    ///
    /// @param us when, in microseconds since the head's time
    /// @param from `pos` or `printer`; on the last line `end` when the connection ended, `broken` when the capture did
    /// @param hex the bytes, in hexadecimal, masked; null where none are kept
    /// @param leftOut how many bytes are not kept, because their receipt was too long; null where all are
    @Json
    public record Chunk(long us, String from, String hex, Long leftOut) {}
}
