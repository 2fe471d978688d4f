package slipstream.cloudlink.client;

import java.time.Duration;
import java.util.Map;

/// How long the client waits for what.
///
/// @param connect from looking up the service's address to its HTTP/2 greeting; default 10 s
/// @param pingEvery pause between two PINGs on the open connection; default 10 s
/// @param pingAnswer how long a PING may stay unanswered before the connection counts as lost; default 5 s
/// @param firstBackOff longest pause before the first new attempt; default 100 ms, doubled for each further one
/// @param longestBackOff what the pause between two attempts never exceeds; default 30 s
public record Timings(
        Duration connect, Duration pingEvery, Duration pingAnswer, Duration firstBackOff, Duration longestBackOff) {

    /// What a box in a shop uses: a lost network is known within 15 s, and there is no storm when it returns.
    public static final Timings DEFAULT = new Timings(
            Duration.ofSeconds(10),
            Duration.ofSeconds(10),
            Duration.ofSeconds(5),
            Duration.ofMillis(100),
            Duration.ofSeconds(30));

    /// Checks that each time is positive, at most an hour, and that the back-off does not shrink.
    public Timings {
        var named = Map.of(
                "connect", connect,
                "pingEvery", pingEvery,
                "pingAnswer", pingAnswer,
                "firstBackOff", firstBackOff,
                "longestBackOff", longestBackOff);
        named.forEach((name, time) -> {
            if (!time.isPositive() || time.compareTo(Duration.ofHours(1)) > 0) {
                throw new IllegalArgumentException(name + " is " + time + ", expected more than 0 and at most 1 h");
            }
        });
        if (firstBackOff.compareTo(longestBackOff) > 0) {
            throw new IllegalArgumentException(
                    "firstBackOff is " + firstBackOff + ", expected at most longestBackOff, " + longestBackOff);
        }
    }
}
