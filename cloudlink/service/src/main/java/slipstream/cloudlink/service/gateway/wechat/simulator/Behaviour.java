package slipstream.cloudlink.service.gateway.wechat.simulator;

import java.util.Locale;
import java.util.Optional;

/// How the simulated platform answers queries.
///
/// @param milliseconds how slow, for [Kind#SLOW]
public record Behaviour(Kind kind, long milliseconds) {
    /// As the platform does on a good day.
    public static final Behaviour NORMAL = new Behaviour(Kind.NORMAL, 0);

    /// What may go wrong.
    public enum Kind {
        /// Answers at once.
        NORMAL,
        /// Takes the question and never answers.
        STALLED,
        /// Answers 200 with something that is neither signed nor JSON.
        GARBAGE,
        /// Answers late.
        SLOW,
        /// Drops the connection.
        DOWN,
        /// Refuses every question as one too many.
        THROTTLED,
        /// Answers that it has failed.
        FAILING,
        /// Changes its answer after signing it.
        TAMPERED,
        /// Signs as its probe traffic does: with something that is no signature.
        PROBE
    }

    /// A behaviour by its word, in small letters or capitals.
    public static Optional<Behaviour> read(String kind, long milliseconds) {
        try {
            return Optional.of(new Behaviour(Kind.valueOf(kind.toUpperCase(Locale.ROOT)), milliseconds));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
