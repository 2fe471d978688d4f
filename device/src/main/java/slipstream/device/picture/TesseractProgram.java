package slipstream.device.picture;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// Tesseract's program as a system has it.
///
/// @param version as it calls itself, `tesseract 5.5.0`; empty when it is not installed
/// @param languages of which it has data; none when it is not installed
public record TesseractProgram(String version, List<String> languages) {
    private static final Duration BOUND = Duration.ofSeconds(5);

    /// Asks `program`, a path or a name on the path; takes some seconds at most.
    public static TesseractProgram find(String program) {
        try {
            List<String> languages = languages(program);
            String version = run(program, "--version").stream()
                    .findFirst()
                    .filter(line -> !line.isEmpty())
                    .orElse(program);
            return new TesseractProgram(version, languages);
        } catch (IOException e) {
            return new TesseractProgram("", List.of());
        }
    }

    /// The languages that reading needs and that are not there.
    public List<String> lacking() {
        return Arrays.stream(Model.values())
                .map(Model::language)
                .filter(language -> !languages.contains(language))
                .toList();
    }

    /// The Debian packages that hold what is [#lacking].
    public List<String> packages() {
        return lacking().stream().map(TesseractProgram::debianPackage).toList();
    }

    /// @throws IOException when there is no such program
    static List<String> languages(String program) throws IOException {
        return run(program, "--list-langs");
    }

    static String debianPackage(String language) {
        return "tesseract-ocr-" + language.replace('_', '-');
    }

    private static List<String> run(String program, String question) throws IOException {
        Process process =
                new ProcessBuilder(program, question).redirectErrorStream(true).start();
        kill(process, BOUND);
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .map(String::strip)
                .toList();
    }

    /// Ends a process, unless it has ended by itself until then.
    static void kill(Process process, Duration after) {
        CompletableFuture.delayedExecutor(after.toMillis(), TimeUnit.MILLISECONDS)
                .execute(() -> destroy(process));
    }

    /// What a wrapper started would keep its output open.
    static void destroy(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
