package slipstream.device.learn;

import java.util.Optional;

/// How a rule does in the running box: what a status screen shows.
///
/// @param rule its name
/// @param sales sales since the box started
/// @param found on how many of them it found its number
/// @param missedInRow sales without it since it last found one
/// @param lost whether it no longer finds what it used to find
public record RuleHealth(String rule, long sales, long found, long missedInRow, boolean lost) {
    /// What to do about it, in a sentence; empty when nothing has to be done.
    public Optional<String> advice() {
        return lost
                ? Optional.of("The rule \"" + rule + "\" found nothing on the last " + missedInRow
                        + " sales: the POS may print otherwise now. Learn again: slipstream learn.")
                : Optional.empty();
    }
}
