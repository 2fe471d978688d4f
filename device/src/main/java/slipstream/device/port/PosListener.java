package slipstream.device.port;

import java.io.Closeable;
import java.io.IOException;

/// Where the POS of one printer come from: a listening socket, or a device that is always the one POS.
public interface PosListener extends Closeable {
    /// Waits for the next POS.
    ///
    /// At a device this is the device once it can be opened, and again only after the port before it is closed.
    ///
    /// @return its line, open
    /// @throws IOException when this one could not be had; the next may. After [#close] always
    Port accept() throws IOException;

    /// Whether it gives the same one POS again and again, as a device does: one that never ends, and that cannot be
    /// told that its printer is away.
    default boolean endless() {
        return false;
    }

    /// Ends [#accept]; the lines that it gave stay open. Never fails.
    @Override
    void close();

    /// Where that is, as a log and a person's configuration say it.
    String name();
}
