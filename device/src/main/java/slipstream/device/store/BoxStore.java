package slipstream.device.store;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import slipstream.device.claim.Journal;
import slipstream.device.claim.Kept;
import slipstream.device.claim.ReceiptNote;
import slipstream.device.claim.Token;

/// The box's journal in a file, `box.db` in a directory of its own.
///
/// It is opened in the background, and whatever is wrong with it, the box goes on: a file that is not whole is moved
/// aside and a new one begun; with a disk that is full or read-only the box works in memory, and says so.
public final class BoxStore implements Journal, AutoCloseable {
    private static final String FILE = "box.db";
    private static final Duration AGAIN = Duration.ofSeconds(15);
    private static final Duration PARTING = Duration.ofSeconds(2);
    private static final int FORGET_EVERY = 100;

    private final Path file;
    private final Clock clock;
    private final Writer writer;
    private final AtomicReference<Consumer<Left>> listener = new AtomicReference<>();
    private int notes;

    private BoxStore(Path directory, Clock clock, Duration again) {
        file = directory.resolve(FILE);
        this.clock = clock;
        writer = new Writer(file, this::opened, again);
    }

    /// The store in `directory`, which is made if there is none. Nothing happens before [#begin].
    public static BoxStore in(Path directory, Clock clock) {
        return in(directory, clock, AGAIN);
    }

    /// @param again how long to wait before a disk is tried again
    static BoxStore in(Path directory, Clock clock, Duration again) {
        return new BoxStore(directory, clock, again);
    }

    /// How it does.
    public StoreState state() {
        return new StoreState(file, writer.trouble(), writer.lost());
    }

    /// Opens the file. To be called once; what was left is told once.
    @Override
    public void begin(Consumer<Left> left) {
        listener.set(left);
        writer.begin();
    }

    @Override
    public boolean lasting() {
        return writer.ready();
    }

    @Override
    public void add(Kept message) {
        writer.add(Task.patient(database -> Tables.add(database, message)));
    }

    @Override
    public void done(String id) {
        writer.add(Task.patient(database -> Tables.done(database, id)));
    }

    @Override
    public CompletableFuture<Boolean> put(List<Token> tokens) {
        var kept = new CompletableFuture<Boolean>();
        writer.add(Task.impatient(
                database -> {
                    for (Token token : tokens) {
                        Tables.put(database, token);
                    }
                },
                () -> kept.complete(true),
                () -> kept.complete(false)));
        return kept;
    }

    @Override
    public CompletableFuture<Lease> lease(int most) {
        var leased = new CompletableFuture<Lease>();
        var taken = new AtomicReference<>(new Lease(List.of(), 0));
        writer.add(Task.impatient(
                database -> taken.set(Tables.lease(database, most)),
                () -> leased.complete(taken.get()),
                () -> leased.complete(new Lease(List.of(), 0))));
        return leased;
    }

    @Override
    public void note(ReceiptNote note) {
        writer.add(Task.patient(database -> {
            Tables.note(database, note);
            if (++notes % FORGET_EVERY == 0) {
                Tables.forget(database, clock.instant());
            }
        }));
    }

    /// Writes what waits, for two seconds at most, and closes the file.
    @Override
    public void close() {
        writer.close(PARTING);
    }

    /// On the writer's thread. Messages that came before this are in the queue still, and so are not among the left.
    private void opened(java.sql.Connection database) throws java.sql.SQLException {
        Tables.forget(database, clock.instant());
        Consumer<Left> first = listener.get();
        if (first != null) {
            Left left = Tables.left(database);
            listener.set(null);
            first.accept(left);
        }
    }
}
