package slipstream.acceptance.fault;

import java.time.Duration;

/// What a [FaultRelay] does to the bytes of one direction, as the fault proxies of the field have it.
public sealed interface Fault {
    /// Passes everything on.
    Fault NONE = new Latency(Duration.ZERO);

    /// Passes everything on, later.
    record Latency(Duration delay) implements Fault {}

    /// Passes everything on, few bytes at a time.
    record Slices(int bytes) implements Fault {}

    /// Takes everything and passes nothing on: the other end is gone and nobody said so.
    record Silence() implements Fault {}

    /// Takes nothing more: the other end has stopped reading.
    record Stall() implements Fault {}

    /// Resets the connection once so many bytes have passed.
    record Reset(int after) implements Fault {}

    /// Passes on as many bytes as come, but others.
    record Garbage() implements Fault {}

    /// Closes the connection in order once so many bytes have passed.
    record Close(int after) implements Fault {}
}
