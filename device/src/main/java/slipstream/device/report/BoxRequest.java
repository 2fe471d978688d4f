package slipstream.device.report;

import io.avaje.jsonb.Json;

/// What a command asks of the box.
///
/// @param request `status`, `reload`, `capture`, `capture-stop`, `test-print` or `page`
/// @param line which of its lines, or null
/// @param directory of `capture`: where the files go
/// @param seconds of `capture`: how long it runs
/// @param pictures of `capture`: whether pictures and symbols are kept as they are; null when not
@Json
public record BoxRequest(String request, String line, String directory, Long seconds, Boolean pictures) {
    /// A request of one word.
    public static BoxRequest of(String request) {
        return new BoxRequest(request, null, null, null, null);
    }
}
