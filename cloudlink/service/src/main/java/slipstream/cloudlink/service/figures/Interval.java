package slipstream.cloudlink.service.figures;

/// A difference of two proportions and where it lies with 95 % confidence.
///
/// Newcombe's hybrid score interval without continuity correction: R. G. Newcombe, "Interval estimation for the
/// difference between independent proportions: comparison of eleven methods", Statistics in Medicine 17 (1998),
/// 873-890, method 10. It is made from the two Wilson score intervals, never leaves -1 to 1, and stays honest when
/// groups are small or nobody came back.
///
/// @param difference first proportion minus second, -1 to 1
/// @param low its lower bound
/// @param high its upper bound
public record Interval(double difference, double low, double high) {
    /// The standard normal distribution's 97.5 % point.
    private static final double Z = 1.959963984540054;

    /// The difference between `a` of `m` and `b` of `n`; `m` and `n` are 1 or more.
    public static Interval of(long a, long m, long b, long n) {
        var first = Wilson.of(a, m);
        var second = Wilson.of(b, n);
        double difference = first.share - second.share;
        return new Interval(
                difference,
                difference - Math.hypot(first.share - first.low, second.high - second.share),
                difference + Math.hypot(first.high - first.share, second.share - second.low));
    }

    /// Whether the sign of the difference is certain.
    public boolean certain() {
        return low > 0 || high < 0;
    }

    /// E. B. Wilson's score interval of one proportion (1927).
    private record Wilson(double share, double low, double high) {
        static Wilson of(long count, long all) {
            double share = (double) count / all;
            double middle = 2.0 * count + Z * Z;
            double reach = Z * Math.sqrt(Z * Z + 4.0 * count * (1 - share));
            double whole = 2 * (all + Z * Z);
            // Rounding must not put a bound beyond the share itself.
            return new Wilson(
                    share, Math.min(share, (middle - reach) / whole), Math.max(share, (middle + reach) / whole));
        }
    }
}
