package slipstream.device.capture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.tinylog.Logger;
import slipstream.device.report.Captured;

/// Keeps what passes in files, masked, while a technician wants that: one capture at a time, which ends by itself.
public final class Captures implements AutoCloseable {
    /// The longest capture.
    public static final Duration LONGEST = Duration.ofHours(24);

    /// The most bytes of all its files together; what would be more ends it.
    public static final long MOST_BYTES = 64L << 20;

    /// The most files.
    static final int MOST_FILES = 1_000;

    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

    /// What is asked for.
    ///
    /// @param directory where the files go; made for the owner alone if it is not there
    /// @param time how long
    /// @param line of which line; of all when empty
    /// @param pictures whether pictures and symbols are kept as they are
    public record Options(Path directory, Duration time, Optional<String> line, boolean pictures) {}

    /// How the capture does.
    ///
    /// @param dropped connections that were broken off since it began, so that printing did not wait
    public record Standing(Options options, Instant until, int files, long bytes, long dropped) {}

    private final Tap tap;
    private final Clock clock;
    private volatile Running running;

    /// Nothing is kept yet.
    public Captures(Tap tap, Clock clock) {
        this.tap = tap;
        this.clock = clock;
    }

    /// Begins.
    ///
    /// @throws IOException when it cannot; the message is a sentence
    public synchronized void start(Options options) throws IOException {
        if (running != null) {
            throw new IOException(
                    "A capture runs already until " + running.until + "; end it: slipstream capture --stop");
        }
        boolean tooLong = options.time().compareTo(LONGEST) > 0;
        if (tooLong || options.time().compareTo(Duration.ofSeconds(1)) < 0) {
            throw new IOException("A capture runs from 1 second to " + LONGEST.toHours() + " hours, not "
                    + options.time().toSeconds() + " seconds.");
        }
        prepare(options.directory());
        running = new Running(options);
        tap.add(running);
        Logger.warn(
                "A capture runs until {}: receipts of {} are kept in {}, secrets masked{}.",
                running.until,
                options.line().map(line -> "line " + line).orElse("every line"),
                options.directory(),
                options.pictures() ? ", PICTURES AND SYMBOLS AS THEY ARE" : ", pictures and symbols blanked");
    }

    /// Ends it.
    ///
    /// @return how it did; empty when none ran
    public Optional<Standing> stop() {
        return end("it was told to");
    }

    /// The capture that runs; empty when none does.
    public Optional<Standing> standing() {
        return Optional.ofNullable(running).map(Running::standing);
    }

    @Override
    public void close() {
        end("the box ends");
    }

    private synchronized Optional<Standing> end(String why) {
        Running ending = running;
        if (ending == null) {
            return Optional.empty();
        }
        running = null;
        tap.remove(ending);
        Logger.warn("The capture is over, for {}: {} files in {}.", why, ending.files, ending.options.directory());
        return Optional.of(ending.standing());
    }

    private static void prepare(Path directory) throws IOException {
        try {
            if (!Files.isDirectory(directory)) {
                Files.createDirectory(
                        directory, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            }
        } catch (IOException e) {
            throw new IOException("The box cannot make the directory " + directory + ".", e);
        }
        if (!Files.isWritable(directory)) {
            throw new IOException(
                    "The box may not write to " + directory + ", as the user " + System.getProperty("user.name") + ".");
        }
    }

    private final class Running implements Tap.Viewer {
        private final Options options;
        private final Instant until;
        private final long droppedBefore = tap.dropped();
        private volatile int files;
        private volatile long bytes;

        Running(Options options) {
            this.options = options;
            until = clock.instant().plus(options.time());
        }

        Standing standing() {
            return new Standing(options, until, files, bytes, tap.dropped() - droppedBefore);
        }

        @Override
        public Tap.View begin(Tap.Connection connection) {
            boolean other = options.line()
                    .filter(line -> !line.equals(connection.line()))
                    .isPresent();
            return other || running != this ? null : open(connection);
        }

        @Override
        public void tick() {
            if (!clock.instant().isBefore(until)) {
                endThis("its time is over");
            } else if (bytes > MOST_BYTES || files >= MOST_FILES) {
                endThis("it is as large as it may be");
            }
        }

        private void endThis(String why) {
            if (running == this) {
                end(why);
            }
        }

        private CaptureFile open(Tap.Connection connection) {
            Instant now = clock.instant();
            Path file = options.directory().resolve("%s-%04d.capture".formatted(NAME.format(now), files + 1));
            var head = new Captured.Head(
                    Captured.VERSION,
                    connection.line(),
                    connection.pos(),
                    now.toString(),
                    connection.profile().name(),
                    connection.fresh(),
                    options.pictures());
            var state = MaskedStream.initial(connection.profile(), connection.fresh());
            try {
                var opened = new CaptureFile(
                        file,
                        head,
                        next -> new MaskedStream(state, options.pictures(), next),
                        more -> bytes = bytes + more,
                        e -> failed(file, e));
                files = files + 1;
                return opened;
            } catch (IOException e) {
                failed(file, e);
                return null;
            }
        }

        private void failed(Path file, IOException e) {
            endThis("nothing can be written to " + file + " (" + e.getMessage() + ")");
        }
    }
}
