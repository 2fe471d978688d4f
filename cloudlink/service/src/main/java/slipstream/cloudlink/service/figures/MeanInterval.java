package slipstream.cloudlink.service.figures;

/// A difference of two means and where it lies with 95 % confidence, without supposing that both groups scatter alike.
///
/// Welch's interval: B. L. Welch, "The generalization of 'Student's' problem when several different population
/// variances are involved", Biometrika 34 (1947), 28-35; the degrees of freedom are Satterthwaite's (Biometrics
/// Bulletin 2, 1946, 110-114). The point of Student's distribution is made from the normal one by the expansion
/// 26.7.5 of Abramowitz and Stegun, "Handbook of Mathematical Functions": within 1 % from two degrees of freedom on.
///
/// @param difference first mean minus second
/// @param low its lower bound
/// @param high its upper bound
public record MeanInterval(double difference, double low, double high) {
    /// The standard normal distribution's 97.5 % point.
    private static final double Z = 1.959963984540054;

    /// The difference between the means of two groups of two or more each.
    public static MeanInterval of(Sample first, Sample second) {
        double a = first.variance() / first.count();
        double b = second.variance() / second.count();
        double difference = first.mean() - second.mean();
        if (a + b == 0) {
            return new MeanInterval(difference, difference, difference);
        }
        double freedom = (a + b) * (a + b) / (a * a / (first.count() - 1) + b * b / (second.count() - 1));
        double reach = student(freedom) * Math.sqrt(a + b);
        return new MeanInterval(difference, difference - reach, difference + reach);
    }

    /// Whether the sign of the difference is certain.
    public boolean certain() {
        return low > 0 || high < 0;
    }

    /// Student's 97.5 % point.
    static double student(double freedom) {
        double z2 = Z * Z;
        double g1 = Z * (z2 + 1) / 4;
        double g2 = Z * ((5 * z2 + 16) * z2 + 3) / 96;
        double g3 = Z * (((3 * z2 + 19) * z2 + 17) * z2 - 15) / 384;
        double g4 = Z * ((((79 * z2 + 776) * z2 + 1482) * z2 - 1920) * z2 - 945) / 92_160;
        return Z + (g1 + (g2 + (g3 + g4 / freedom) / freedom) / freedom) / freedom;
    }

    /// What is known of a group: how many, what they sum up to, and their squares.
    public record Sample(long count, double sum, double squares) {
        /// The mean; 0 when there is nobody.
        public double mean() {
            return count == 0 ? 0 : sum / count;
        }

        double variance() {
            // Rounding must not make it less than nothing.
            return Math.max(0, (squares - sum * mean()) / (count - 1));
        }
    }
}
