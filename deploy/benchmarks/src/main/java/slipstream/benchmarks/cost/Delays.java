package slipstream.benchmarks.cost;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// How long something took, again and again.
final class Delays {
    private final List<Long> nanoseconds = new ArrayList<>();

    void add(long took) {
        nanoseconds.add(took);
    }

    /// In how many milliseconds a part of them was done: 0.5 is the median, 1 the longest.
    double part(double share) {
        Collections.sort(nanoseconds);
        int at = (int) Math.ceil(share * nanoseconds.size()) - 1;
        return nanoseconds.get(Math.max(0, at)) / 1e6;
    }
}
