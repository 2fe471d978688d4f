package slipstream.device.learn;

/// Watches over one rule: has it stopped finding what it used to find?
///
/// Not every sale has the number (some are paid in cash), so a run of misses says little by itself. This is Page's
/// cumulative sum: each sale adds the logarithm of how much likelier it is when numbers come a quarter as often as
/// they used to than when they come as ever; the sum never falls below nothing. An alarm at ln 1,000,000 comes, with
/// nothing changed, less than once in a million sales on average (Lorden's bound). Sales without numbers come in
/// runs while one means of payment is out of order, so the alarm also waits for 20 of them. After an update that
/// leaves none it comes with the 20th sale where all had the number, the 25th where half had it, the 44th where a
/// third had it.
final class Vigil {
    private static final double ALARM = Math.log(1_000_000);

    /// What counts as lost: numbers come so much more rarely.
    private static final double FALL = 4;

    /// The share is not taken for greater: chance faults are no change.
    private static final double HIGHEST = 0.95;

    /// Fewer sales do not tell how often the number comes.
    private static final int FEWEST = 10;

    /// Fewer sales are no sign of an update.
    private static final int SHORTEST_RUN = 20;

    private long sales;
    private long found;
    private long unsureSales;
    private long unsureFound;
    private double sum;
    private boolean lost;

    /// @param sales how many sales were seen before
    /// @param found on how many of them the rule found its number
    Vigil(long sales, long found) {
        this.sales = sales;
        this.found = found;
    }

    /// Takes the next sale.
    ///
    /// @return whether the alarm changed
    boolean next(boolean hit) {
        boolean was = lost;
        unsureSales++;
        unsureFound += hit ? 1 : 0;
        sum = sales < FEWEST ? 0 : Math.clamp(sum + weight(hit), 0, ALARM);
        if (sum == 0) {
            sales += unsureSales;
            found += unsureFound;
            unsureSales = 0;
            unsureFound = 0;
        }
        lost = sum >= ALARM && unsureSales >= SHORTEST_RUN || lost && sum > 0;
        return lost != was;
    }

    private double weight(boolean hit) {
        double before = Math.min(HIGHEST, (found + 1.0) / (sales + 2.0));
        double after = before / FALL;
        return hit ? Math.log(after / before) : Math.log((1 - after) / (1 - before));
    }

    boolean lost() {
        return lost;
    }
}
