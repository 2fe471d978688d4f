package slipstream.cloudlink.service.campaign;

import java.util.Optional;

/// How many links a campaign hands out at most; absent bounds do not bind.
///
/// @param perPayer to one payer
/// @param perPayerDay to one payer in one day
/// @param perDay in one day
/// @param total in all
/// @param rewardsPerPayerDay reward links to one inviting payer in one day
public record Caps(
        Optional<Integer> perPayer,
        Optional<Integer> perPayerDay,
        Optional<Integer> perDay,
        Optional<Integer> total,
        Optional<Integer> rewardsPerPayerDay) {

    /// No bounds.
    public static final Caps NONE =
            new Caps(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /// Whether one more link stays within the bounds.
    public boolean allow(Tally tally) {
        return below(perPayer, tally.payer())
                && below(perPayerDay, tally.payerDay())
                && below(perDay, tally.day())
                && below(total, tally.total());
    }

    /// Whether one more reward link stays within the bounds.
    public boolean allowReward(Tally tally) {
        return below(rewardsPerPayerDay, tally.rewardsDay());
    }

    private static boolean below(Optional<Integer> cap, int used) {
        return cap.isEmpty() || used < cap.get();
    }

    /// How many links a campaign has handed out; zero where no cap asks.
    ///
    /// @param rewardsDay reward links of this day to the payer who invited this one
    public record Tally(int payer, int payerDay, int day, int total, int rewardsDay) {
        /// Nothing yet.
        public static final Tally ZERO = new Tally(0, 0, 0, 0, 0);
    }
}
