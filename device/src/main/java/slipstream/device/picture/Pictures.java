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

    private volatile TextReader reader;

    private Pictures(TextReader reader) {
        this.reader = reader;
    }

    /// Reads text with `reader`, which is closed with this, and symbols.
    public static Pictures with(TextReader reader) {
        return new Pictures(reader);
    }

    /// Reads symbols, and text once Tesseract is found; where there is none, the log says so in a sentence.
    public static Pictures start() {
        var pictures = new Pictures(null);
        pictures.workers.execute(() -> {
            try {
                pictures.reader = Tesseract.find(BOUND);
            } catch (IOException e) {
                Logger.info(e.getMessage());
            }
        });
        return pictures;
    }

    /// Watches another stream.
    ///
    /// @param begun told, by the thread that feeds the stream, of the first picture of each receipt
    public PictureStream stream(Consumer<Reading> begun) {
        return new PictureStream(() -> new Reading(reader, workers), begun);
    }

    @Override
    public void close() {
        workers.shutdownNow();
        TextReader open = reader;
        if (open != null) {
            open.close();
        }
    }
}
