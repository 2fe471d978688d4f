package slipstream.device.report;

import io.avaje.jsonb.Json;

/// What a command asks of the box.
///
/// @param request `status` or `reload`
@Json
public record BoxRequest(String request) {}
