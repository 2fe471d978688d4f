package slipstream.benchmarks.service;

import java.util.Arrays;
import java.util.Locale;

/// What a run came to.
///
/// @param answers how many
/// @param rate answers a second
/// @param p50 milliseconds within which half of them came
/// @param p99 milliseconds within which 99 in 100 came
record Figures(int answers, double rate, double p50, double p99) {
    /// @param nanos how long each took; is sorted
    static Figures of(long[] nanos, long elapsedNanos) {
        Arrays.sort(nanos);
        return new Figures(nanos.length, nanos.length * 1e9 / elapsedNanos, at(nanos, 50), at(nanos, 99));
    }

    private static double at(long[] sorted, int percent) {
        return sorted.length == 0 ? 0 : sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)] / 1e6;
    }

    /// As one process tells another.
    String line() {
        return answers + " " + rate + " " + p50 + " " + p99;
    }

    static Figures read(String line) {
        String[] words = line.split(" ");
        return new Figures(
                Integer.parseInt(words[0]),
                Double.parseDouble(words[1]),
                Double.parseDouble(words[2]),
                Double.parseDouble(words[3]));
    }

    /// As a row of a Markdown table.
    String row(String what, Processors spent) {
        return String.format(
                Locale.ROOT,
                "| %s | %,.0f | %.2f | %.2f | %s | %s | %s |",
                what,
                rate,
                p50,
                p99,
                each(spent.asking()),
                each(spent.service()),
                each(spent.database()));
    }

    private String each(double millis) {
        return millis == 0 ? "" : String.format(Locale.ROOT, "%.2f", millis / answers);
    }
}
