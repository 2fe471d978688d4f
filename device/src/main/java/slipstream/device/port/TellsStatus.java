package slipstream.device.port;

import java.util.Optional;

/// A way to a printer that knows more of it than its bytes say.
public interface TellsStatus {
    /// What the printer says of itself now; nothing when it cannot be known. May take some seconds.
    Optional<LineStatus> status();
}
