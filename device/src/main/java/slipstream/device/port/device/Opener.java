package slipstream.device.port.device;

import java.io.IOException;

/// Opens a device.
///
/// @param <P> the kind of line
@FunctionalInterface
public interface Opener<P extends PolledPort> {
    /// Opens it, without waiting.
    ///
    /// @throws IOException when it cannot be had now; the message goes on a sentence
    P open() throws IOException;
}
