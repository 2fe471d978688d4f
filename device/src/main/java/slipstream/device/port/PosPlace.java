package slipstream.device.port;

import java.io.IOException;

/// Where the POS of one printer are to come from, as a configuration names it; nothing is open yet.
public interface PosPlace {
    /// Begins to listen there.
    ///
    /// @throws IOException when that cannot be done now; the message is a sentence
    PosListener open() throws IOException;

    /// As a log and a person's configuration say it. Places of the same name are the same.
    String name();
}
