package slipstream.device.reference;

import java.util.Optional;

/// What the rest of a receipt says, as far as it has printed; looked up only when a number depends on it.
interface Surroundings {
    /// The scheme that moved the money, if the receipt names one.
    Optional<String> paidBy();

    /// Whether the receipt shows a card payment.
    boolean byCard();

    /// How many columns its widest line takes.
    int widest();
}
