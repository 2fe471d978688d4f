package slipstream.escpos.inject;

/// Where bytes for the printer go.
@FunctionalInterface
public interface Output {
    /// Writes the bytes of `bytes` from `from` to `to`, waiting as long as the printer is busy.
    ///
    /// @throws java.io.UncheckedIOException when the printer is gone
    void write(byte[] bytes, int from, int to);
}
