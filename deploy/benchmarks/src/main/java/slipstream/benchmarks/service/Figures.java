package slipstream.benchmarks.service;

import java.util.Arrays;
import java.util.Locale;

/// What a run came to.
///
/// @param rate answers a second
/// @param p50 milliseconds within which half of them came
/// @param p99 milliseconds within which 99 in 100 came
record Figures(double rate, double p50, double p99) {
    /// @param nanos how long each took; is sorted
    static Figures of(long[] nanos, long elapsedNanos) {
        Arrays.sort(nanos);
        return new Figures(nanos.length * 1e9 / elapsedNanos, at(nanos, 50), at(nanos, 99));
    }

    private static double at(long[] sorted, int percent) {
        return sorted.length == 0 ? 0 : sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)] / 1e6;
    }

    /// As a row of a Markdown table.
    String row(String what) {
        return String.format(Locale.ROOT, "| %s | %,.0f | %.2f | %.2f |", what, rate, p50, p99);
    }
}
