package slipstream.cloudlink.service.mark;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Where marks are kept: at most one for a payer in a circle.
public interface MarkStore {
    /// Marks a payer who was unmarked; false, and nothing changes, when the payer was marked already.
    /// Of any number of simultaneous calls for one payer, one returns true.
    boolean mark(Mark mark);

    Optional<Mark> find(PayerKey payer, String circle);

    /// All that marks, opt-outs and rewards say of a payer in a circle, at one look.
    Standing standing(PayerKey payer, String circle);

    /// All marks of a payer, by circle.
    List<Mark> of(PayerKey payer);

    /// Notes that a marked payer has paid again.
    void seen(PayerKey payer, String circle, Instant at);

    /// How a payer stands in a circle.
    ///
    /// @param optedOut the payer wants nothing of all this, in no circle
    /// @param rewarded there are reward links that no receipt has carried yet
    record Standing(boolean optedOut, Optional<Mark> mark, boolean rewarded) {}
}
