package slipstream.device.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.tinylog.Logger;

/// The one thread that touches the file. What waits is written together, in one transaction, in the order in which
/// it came.
///
/// When the disk cannot be written, tasks that are patient wait, as many as the queue holds, and it is tried again
/// every now and then; the others are told at once.
final class Writer {
    /// How many tasks may wait: some megabytes.
    static final int MOST_WAITING = 8_192;

    private static final int MOST_TOGETHER = 512;
    private static final Duration QUIET = Duration.ofSeconds(10);

    private final Path file;
    private final Task.Work opened;
    private final Duration pause;
    private final BlockingQueue<Task> queue = new ArrayBlockingQueue<>(MOST_WAITING);
    private final List<Task> batch = new ArrayList<>();
    private final LongAdder lost = new LongAdder();
    private final Thread thread;
    private volatile String trouble = "";
    private volatile boolean closing;
    private boolean untidy;
    private Connection database;

    /// @param opened what comes first whenever the file was opened, in a transaction of its own
    /// @param pause how long to wait before a disk is tried again
    Writer(Path file, Task.Work opened, Duration pause) {
        this.file = file;
        this.opened = opened;
        this.pause = pause;
        thread = Thread.ofPlatform().name("store").daemon().unstarted(this::work);
    }

    void begin() {
        thread.start();
    }

    /// Takes a task, and returns at once.
    void add(Task task) {
        if (closing || !task.patient() && !trouble.isEmpty() || !queue.offer(task)) {
            lose(task);
        }
    }

    /// Whether what it is given now will be written, as far as it knows.
    boolean ready() {
        return trouble.isEmpty() && !closing;
    }

    Optional<String> trouble() {
        return Optional.of(trouble).filter(text -> !text.isEmpty());
    }

    long lost() {
        return lost.sum();
    }

    /// Writes what waits and ends; gives up after `most`.
    void close(Duration most) {
        closing = true;
        queue.offer(Task.patient(nothing -> {}));
        try {
            if (!thread.join(most)) {
                thread.interrupt();
            }
        } catch (InterruptedException ignored) {
            Thread.currentThread().interrupt();
        }
    }

    private void work() {
        try {
            while (!closing || !queue.isEmpty()) {
                if (open()) {
                    writeNext();
                }
                if (!trouble.isEmpty() && !closing) {
                    TimeUnit.NANOSECONDS.sleep(pause.toNanos());
                } else if (!trouble.isEmpty()) {
                    break;
                }
            }
        } catch (InterruptedException ignored) {
            // Given up.
        } finally {
            batch.forEach(this::lose);
            queue.forEach(this::lose);
            letGo();
        }
    }

    private void writeNext() throws InterruptedException {
        if (batch.isEmpty()) {
            Task first = queue.poll(QUIET.toNanos(), TimeUnit.NANOSECONDS);
            if (first == null) {
                tidy();
                return;
            }
            batch.add(first);
            queue.drainTo(batch, MOST_TOGETHER - 1);
        }
        write();
    }

    /// Writes the batch, less a task that is itself at fault.
    private void write() {
        Task current = null;
        try {
            for (Task task : batch) {
                current = task;
                task.work().write(database);
            }
            current = null;
            database.commit();
            untidy = true;
            works();
            List<Task> written = List.copyOf(batch);
            batch.clear();
            written.forEach(task -> task.kept().run());
        } catch (SQLException e) {
            failed(e, current);
        } catch (RuntimeException e) {
            failed(new SQLException(e), current);
        }
    }

    private void failed(SQLException e, Task current) {
        Fault fault = Fault.of(e);
        if (fault == Fault.OURS && current != null && rolledBack()) {
            Logger.error("A fault of ours: a note cannot be kept ({}).", e.getMessage());
            batch.remove(current);
            lose(current);
            return;
        }
        letGo();
        if (fault == Fault.CORRUPT && movedAside()) {
            return;
        }
        troubled(Fault.words(e));
    }

    private boolean rolledBack() {
        try {
            database.rollback();
            return true;
        } catch (SQLException ignored) {
            return false;
        }
    }

    private boolean open() {
        if (database != null) {
            return true;
        }
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            database = Database.open(file);
            if (!trouble.isEmpty()) {
                Database.probe(database);
            }
            opened.write(database);
            database.commit();
            works();
            return true;
        } catch (SQLException e) {
            letGo();
            if (Fault.of(e) != Fault.CORRUPT || !movedAside()) {
                troubled(Fault.words(e));
            }
        } catch (IOException e) {
            troubled("its directory cannot be made, the disk is read-only or access to it is denied");
        } catch (RuntimeException | LinkageError e) {
            letGo();
            troubled("SQLite cannot be loaded, " + e.getClass().getSimpleName());
        }
        return false;
    }

    private boolean movedAside() {
        try {
            Database.moveAside(file);
            return true;
        } catch (IOException ignored) {
            return false;
        }
    }

    private void works() {
        if (!trouble.isEmpty()) {
            trouble = "";
            Logger.info("{} is written again.", file);
        }
    }

    /// Whoever is impatient is told; the others wait.
    private void troubled(String why) {
        if (!why.equals(trouble)) {
            trouble = why;
            Logger.warn(
                    "{} cannot be used: {}. The box works on in memory, and a power cut now loses what waits for the"
                            + " service. Mend or empty the disk, end the other program, or name another [store]"
                            + " directory; it is tried again by itself.",
                    file,
                    why);
        }
        queue.drainTo(batch);
        List<Task> impatient = batch.stream().filter(task -> !task.patient()).toList();
        batch.removeAll(impatient);
        impatient.forEach(this::lose);
        while (batch.size() > MOST_WAITING) {
            lose(batch.removeLast());
        }
    }

    private void lose(Task task) {
        if (task.patient()) {
            lost.increment();
        }
        task.lost().run();
    }

    private void letGo() {
        if (database != null) {
            Database.close(database);
            database = null;
        }
    }

    private void tidy() {
        if (untidy) {
            untidy = false;
            try {
                Database.tidy(database);
            } catch (SQLException e) {
                failed(e, null);
            }
        }
    }
}
