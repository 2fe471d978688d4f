package slipstream.cloudlink.service.config;

import java.time.Duration;

/// How the service is watched and stopped.
///
/// @param listen where health, readiness and metrics are answered; plain HTTP, so on the loopback interface
/// @param warning how long before stopping readiness is refused while questions are still answered, for the
///     balancer to notice
/// @param drain how long questions that run may take until the service stops
public record Operations(Listen listen, Duration warning, Duration drain) {
    /// On any free port, stopping at once when nothing runs.
    public static final Operations LOCAL =
            new Operations(new Listen("127.0.0.1", 0), Duration.ZERO, Duration.ofSeconds(5));

    static Operations read(TomlFile toml) throws ConfigurationException {
        return new Operations(
                toml.listen("operations.listen", LOCAL.listen.toString()),
                Duration.ofSeconds(toml.number("operations.warning-seconds", 0, 0, 600)),
                Duration.ofSeconds(toml.number("operations.drain-seconds", 20, 1, 600)));
    }
}
