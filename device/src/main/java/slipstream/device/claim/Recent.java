package slipstream.device.claim;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/// What happened to the last receipts, of this run and of the one before. Safe for any thread.
public final class Recent {
    /// How many are remembered.
    public static final int MOST = 1_000;

    private final Deque<ReceiptNote> notes = new ArrayDeque<>();

    Recent() {}

    synchronized void add(ReceiptNote note) {
        notes.addLast(note);
        if (notes.size() > MOST) {
            notes.removeFirst();
        }
    }

    /// What an earlier run left comes before what is here.
    synchronized void earlier(List<ReceiptNote> left) {
        for (int i = left.size() - 1; i >= 0 && notes.size() < MOST; i--) {
            notes.addFirst(left.get(i));
        }
    }

    /// The last `most` of them, the newest first.
    public synchronized List<ReceiptNote> last(int most) {
        List<ReceiptNote> last = new ArrayList<>();
        notes.descendingIterator().forEachRemaining(note -> {
            if (last.size() < most) {
                last.add(note);
            }
        });
        return last;
    }

    /// The last one of a till; empty when none is remembered.
    public Optional<ReceiptNote> last(String till) {
        return last(MOST).stream().filter(note -> note.till().equals(till)).findFirst();
    }

    /// How long the remembered receipts waited for answers; empty when none did.
    public Optional<Waits> waits() {
        long[] held = last(MOST).stream()
                .mapToLong(ReceiptNote::heldMs)
                .filter(ms -> ms >= 0)
                .sorted()
                .toArray();
        return held.length == 0 ? Optional.empty() : Optional.of(Waits.of(held));
    }

    /// How long receipts waited, in milliseconds.
    ///
    /// @param count how many are counted
    /// @param p50 half of them at most so long
    /// @param p99 99 of 100 at most so long
    /// @param max the longest
    public record Waits(int count, long p50, long p99, long max) {
        /// @param sorted at least one
        private static Waits of(long[] sorted) {
            return new Waits(
                    sorted.length,
                    rank(sorted, 50),
                    rank(sorted, 99),
                    Arrays.stream(sorted).max().getAsLong());
        }

        /// The nearest rank.
        private static long rank(long[] sorted, int percent) {
            return sorted[(sorted.length * percent + 99) / 100 - 1];
        }
    }
}
