package slipstream.cloudlink.client;

import java.time.Instant;

/// How the line to the service stands: for a status line or a lamp.
public sealed interface ConnectionState {
    /// An attempt is under way; questions fail at once.
    record Connecting() implements ConnectionState {}

    /// The service has greeted us: questions are sent.
    record Connected() implements ConnectionState {}

    /// Not connected, and the next attempt is due later; questions fail at once.
    ///
    /// @param reason one sentence: what ended the last connection or attempt
    /// @param nextAttempt when the next attempt starts, by the box's clock
    record Waiting(String reason, Instant nextAttempt) implements ConnectionState {}

    /// The client was closed and stays so.
    record Closed() implements ConnectionState {}
}
