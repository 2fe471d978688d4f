package slipstream.device.port;

import java.io.IOException;
import java.time.Duration;

/// How a printer is reached. It gives one line at a time.
public interface PrinterConnector {
    /// Opens the line.
    ///
    /// @param wait how long to wait for the printer to accept
    /// @throws IOException when it cannot be had now; the message says why, to go on a sentence
    Port connect(Duration wait) throws IOException;

    /// The speed of the serial line that ends at the printer, in bits a second; 0 where there is none that is known.
    default int baud() {
        return 0;
    }

    /// The printer, as a log and a person's configuration say it.
    String name();
}
