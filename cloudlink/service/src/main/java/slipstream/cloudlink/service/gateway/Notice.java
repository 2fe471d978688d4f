package slipstream.cloudlink.service.gateway;

import java.util.Optional;
import java.util.function.Function;

/// What a platform has sent us of its own accord: its headers, and the body as it came, byte for byte.
public record Notice(Function<String, Optional<String>> headers, byte[] body) {
    /// A header by name, in any letter case; empty when it is missing.
    public String header(String name) {
        return headers.apply(name).orElse("");
    }
}
