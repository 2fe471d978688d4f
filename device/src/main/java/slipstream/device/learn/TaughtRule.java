package slipstream.device.learn;

import java.time.LocalDate;
import slipstream.device.reference.LearnedRule;

/// A rule and how it came about.
///
/// @param rule the rule
/// @param evidence on how many receipts it was seen
public record TaughtRule(LearnedRule rule, Evidence evidence) {
    /// On how many receipts a rule was seen when it was learned.
    ///
    /// @param day when that was; null when nobody wrote it down
    /// @param sales how many sales there were
    /// @param found on how many of them the rule found its number
    public record Evidence(LocalDate day, int sales, int found) {
        /// A rule that somebody wrote by hand.
        static final Evidence NONE = new Evidence(null, 0, 0);
    }
}
