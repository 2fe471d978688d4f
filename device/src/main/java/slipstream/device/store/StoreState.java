package slipstream.device.store;

import java.nio.file.Path;
import java.util.Optional;

/// How a store does.
///
/// @param file where it is
/// @param trouble what keeps it from writing, without a full stop; empty when nothing does
/// @param lost how many notes were never written since the box started: too many waited, or the file was at fault
public record StoreState(Path file, Optional<String> trouble, long lost) {}
