package slipstream.device.picture;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// Reads with Tesseract's own program, in a process for each batch.
///
/// A process loads its model and then waits for its pages, so one of each model is started ahead: a batch finds it
/// ready. A process is polite (`nice`), may take 512 MB of address space, and is killed when it takes longer than
/// its time; what it does in there can harm nobody.
public final class Tesseract implements TextReader {
    private static final String SCRIPT = "ulimit -v 524288; exec nice -n 10 \"$0\" stdin stdout -l \"$1\" --psm 7"
            + " --dpi 203 -c page_separator=\"$2\"";

    private static final String SEPARATOR = "\f";
    private static final Duration START = Duration.ofSeconds(5);

    private final String program;
    private final Duration bound;
    private final Map<Model, Process> spare = new EnumMap<>(Model.class);
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
                        + " (Debian package tesseract-ocr-" + model.language().replace('_', '-') + ").");
            }
        }
        return new Tesseract(program, bound);
    }

    private static List<String> languages(String program) throws IOException {
        try {
            Process process = new ProcessBuilder(program, "--list-langs")
                    .redirectErrorStream(true)
                    .start();
            kill(process, START);
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .toList();
        } catch (IOException e) {
            throw new IOException(
                    "Pictures are not read: Tesseract is not installed (Debian package tesseract-ocr).", e);
        }
    }

    @Override
    public List<String> read(Model model, List<Page> pages) throws IOException {
        Process process = take(model);
        try {
            kill(process, bound);
            try (OutputStream in = process.getOutputStream()) {
                in.write(Page.tiff(pages));
            }
            String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            List<String> texts = Arrays.asList(out.split(SEPARATOR, -1));
            int status = process.onExit().join().exitValue();
            if (status != 0 || texts.size() < pages.size()) {
                throw new IOException("Tesseract ended with status " + status + " and " + texts.size()
                        + " texts, expected 0 and " + pages.size() + ".");
            }
            return texts.subList(0, pages.size()).stream().map(String::strip).toList();
        } finally {
            process.destroyForcibly();
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

    private static void kill(Process process, Duration after) {
        CompletableFuture.delayedExecutor(after.toMillis(), TimeUnit.MILLISECONDS)
                .execute(process::destroyForcibly);
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            spare.values().forEach(Process::destroyForcibly);
            spare.clear();
        }
    }
}
