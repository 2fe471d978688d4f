package slipstream.device.copy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// The last receipts, in memory only: so many, so much, so long. Safe for any number of threads.
final class CopyShelf {
    /// The most receipts.
    static final int MOST = 200;

    /// The most characters of all receipts together.
    static final int MOST_CHARACTERS = 500_000;

    /// How long one is kept.
    static final Duration LIFE = Duration.ofHours(24);

    private record Kept(String text, Instant at) {}

    private final Clock clock;
    private final Map<String, Kept> kept = new LinkedHashMap<>();
    private int characters;

    CopyShelf(Clock clock) {
        this.clock = clock;
    }

    /// Keeps `text`, in place of what had the name before; what is oldest goes.
    synchronized void put(String name, String text) {
        remove(name);
        kept.put(name, new Kept(text, clock.instant()));
        characters += text.length();
        while (kept.size() > MOST || characters > MOST_CHARACTERS) {
            remove(oldest());
        }
    }

    synchronized Optional<String> find(String name) {
        expire();
        return Optional.ofNullable(kept.get(name)).map(Kept::text);
    }

    /// Drops what is too old.
    synchronized void expire() {
        Instant before = clock.instant().minus(LIFE);
        while (!kept.isEmpty() && kept.get(oldest()).at().isBefore(before)) {
            remove(oldest());
        }
    }

    synchronized void clear() {
        kept.clear();
        characters = 0;
    }

    synchronized int size() {
        return kept.size();
    }

    private String oldest() {
        return kept.keySet().iterator().next();
    }

    private void remove(String name) {
        Kept gone = kept.remove(name);
        if (gone != null) {
            characters -= gone.text().length();
        }
    }
}
