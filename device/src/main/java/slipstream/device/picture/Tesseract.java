package slipstream.device.picture;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// Reads with Tesseract's own program, in a process for each batch.
///
/// A process loads its model and then waits for its pages, so one of each model is started ahead: a batch finds it
/// ready. A process is polite (`nice`), may take 512 MB of address space and 30 s of a core, and is killed with all
/// that it started when it takes longer than its time; two work at once. One that crashes is replaced, and its batch
/// read once more.
public final class Tesseract implements TextReader {
    private static final String SCRIPT =
            "ulimit -v 524288; ulimit -t 30; exec nice -n 10 \"$0\" stdin stdout -l \"$1\" --psm 7"
                    + " --dpi 203 -c page_separator=\"$2\"";

    private static final String SEPARATOR = "\f";

    /// A line says less.
    private static final int LONGEST_LINE = 2000;

    private static final int MOST_AT_ONCE = 2;

    private final String program;
    private final Duration bound;
    private final Map<Model, Process> spare = new EnumMap<>(Model.class);
    private final Semaphore places = new Semaphore(MOST_AT_ONCE, true);
    private boolean closed;

    private Tesseract(String program, Duration bound) {
        this.program = program;
        this.bound = bound;
    }

    /// Tesseract as this system has it.
    ///
    /// @param bound how long a batch may take
    /// @throws IOException when it is not installed, or lacks a language; the message is a sentence
    public static Tesseract find(Duration bound) throws IOException {
        return find("tesseract", bound);
    }

    static Tesseract find(String program, Duration bound) throws IOException {
        List<String> languages = languages(program);
        for (Model model : Model.values()) {
            if (!languages.contains(model.language())) {
                throw new IOException("Pictures are not read: Tesseract has no data for " + model.language()
                        + " (Debian package " + TesseractProgram.debianPackage(model.language()) + ").");
            }
        }
        return new Tesseract(program, bound);
    }

    private static List<String> languages(String program) throws IOException {
        try {
            return TesseractProgram.languages(program);
        } catch (IOException e) {
            throw new IOException(
                    "Pictures are not read: Tesseract is not installed (Debian package tesseract-ocr).", e);
        }
    }

    @Override
    public List<String> read(Model model, List<Page> pages) throws IOException {
        long until = System.nanoTime() + bound.toNanos();
        try {
            if (!places.tryAcquire(bound.toNanos(), TimeUnit.NANOSECONDS)) {
                throw new IOException("Tesseract is busy, for " + bound.toMillis() + " ms already.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("The reader was stopped.", e);
        }
        try {
            byte[] tiff = Page.tiff(pages);
            try {
                return read(take(model), tiff, pages.size(), until);
            } catch (IOException e) {
                if (System.nanoTime() - until >= 0) {
                    throw new IOException("Tesseract took longer than " + bound.toMillis() + " ms.", e);
                }
                return read(take(model), tiff, pages.size(), until);
            }
        } finally {
            places.release();
        }
    }

    private static List<String> read(Process process, byte[] tiff, int pages, long until) throws IOException {
        try {
            TesseractProgram.kill(process, Duration.ofNanos(until - System.nanoTime()));
            give(process, tiff);
            byte[] out = process.getInputStream().readNBytes(pages * LONGEST_LINE);
            if (out.length == pages * LONGEST_LINE) {
                TesseractProgram.destroy(process);
            }
            List<String> texts = Arrays.asList(new String(out, StandardCharsets.UTF_8).split(SEPARATOR, -1));
            int status = process.onExit().join().exitValue();
            if (status != 0 || texts.size() < pages) {
                throw new IOException("Tesseract ended with status " + status + " and " + texts.size()
                        + " texts, expected 0 and " + pages + ".");
            }
            return texts.subList(0, pages).stream().map(String::strip).toList();
        } finally {
            TesseractProgram.destroy(process);
        }
    }

    /// One that ends before it has read its pages breaks the pipe; its status says then what happened.
    private static void give(Process process, byte[] tiff) {
        try (OutputStream in = process.getOutputStream()) {
            in.write(tiff);
        } catch (IOException ended) {
            process.onExit().join();
        }
    }

    /// Starts what the next batches need.
    public void warmUp() throws IOException {
        for (Model model : Model.values()) {
            keep(model);
        }
    }

    private Process take(Model model) throws IOException {
        Process ready;
        synchronized (this) {
            ready = spare.remove(model);
        }
        Process taken = ready != null && ready.isAlive() ? ready : start(model);
        keep(model);
        return taken;
    }

    private void keep(Model model) throws IOException {
        synchronized (this) {
            if (!closed && !spare.containsKey(model)) {
                spare.put(model, start(model));
            }
        }
    }

    private Process start(Model model) throws IOException {
        var builder = new ProcessBuilder("/bin/sh", "-c", SCRIPT, program, model.language(), SEPARATOR);
        builder.environment().put("OMP_THREAD_LIMIT", "1");
        builder.redirectError(ProcessBuilder.Redirect.DISCARD);
        return builder.start();
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            spare.values().forEach(TesseractProgram::destroy);
            spare.clear();
        }
    }
}
