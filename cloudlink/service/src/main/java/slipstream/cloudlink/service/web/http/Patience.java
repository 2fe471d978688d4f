package slipstream.cloudlink.service.web.http;

import java.time.Duration;

/// How long a caller may take over what it sends. An idle timeout does not do: a byte now and then keeps a
/// connection alive for ever, and many such connections are an attack.
///
/// @param head from connecting, or from the last answer, until the next request's head is whole; without TLS
///     only, where anybody may call: boxes are known by their certificates, and wait for receipts
/// @param body from a request's head until its body is whole
public record Patience(Duration head, Duration body) {
    public static final Patience USUAL = new Patience(Duration.ofSeconds(30), Duration.ofSeconds(15));
}
