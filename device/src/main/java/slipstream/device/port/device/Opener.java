package slipstream.device.port.device;

import java.io.IOException;

/// Opens a device.
@FunctionalInterface
public interface Opener {
    /// Opens it, without waiting.
    ///
    /// @throws IOException when it cannot be had now; the message goes on a sentence
    PolledPort open() throws IOException;
}
