package slipstream.device.picture;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.tinylog.Logger;

/// Reads the pictures of all streams of a box. Threads of its own; nothing of it runs on those that print.
public final class Pictures implements AutoCloseable {
    /// How long a batch of lines may take.
    private static final Duration BOUND = Duration.ofSeconds(5);

    private final ExecutorService workers = Executors.newCachedThreadPool(
            Thread.ofPlatform().name("picture-", 0).daemon().factory());

    /// So long after its end nobody waits for a receipt any more.
    private static final Duration LATEST = Duration.ofSeconds(15);

    /// Nobody waits for a file.
    private static final Duration PATIENT = Duration.ofMinutes(2);

    private final Duration bound;
    private final Duration latest;
    private TextReader reader;
    private boolean sought;

    private Pictures(TextReader reader, boolean sought, Duration bound, Duration latest) {
        this.bound = bound;
        this.latest = latest;
        this.reader = reader;
        this.sought = sought;
    }

    /// Reads text with `reader`, which is closed with this, and symbols; null reads symbols only. Each receipt is read,
    /// however long that takes.
    public static Pictures with(TextReader reader) {
        return new Pictures(reader, true, PATIENT, PATIENT.multipliedBy(60));
    }

    /// Reads symbols, and text with Tesseract, which is looked for at the first picture; where there is none, the
    /// log says so in a sentence.
    public static Pictures ofSystem() {
        return new Pictures(null, false, BOUND, LATEST);
    }

    /// As [#ofSystem], for files: everything is read, however long that takes.
    public static Pictures ofFiles() {
        return new Pictures(null, false, PATIENT, PATIENT.multipliedBy(60));
    }

    /// Who reads text, or null. May take as long as starting a program takes.
    private synchronized TextReader reader() {
        if (!sought) {
            sought = true;
            try {
                reader = Tesseract.find(bound);
            } catch (IOException e) {
                Logger.warn(e.getMessage());
            }
        }
        return reader;
    }

    /// Watches another stream.
    ///
    /// @param begun told, by the thread that feeds the stream, of the first picture of each receipt
    public PictureStream stream(Consumer<Reading> begun) {
        return new PictureStream(() -> new Reading(this::reader, workers, latest), begun);
    }

    @Override
    public void close() {
        workers.shutdownNow();
        synchronized (this) {
            sought = true;
            if (reader != null) {
                reader.close();
            }
        }
    }
}
