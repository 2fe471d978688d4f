package slipstream.escpos.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// Streams that others have made, kept beside the project: real receipts and the output of sender libraries.
public final class Corpus {
    private Corpus() {}

    /// A stream of the corpus.
    public record Job(String name, byte[] bytes) {
        @Override
        public String toString() {
            return name;
        }
    }

    /// Every stream in the corpus but the token vectors; skips the test when the corpus is not there.
    public static List<Job> jobs() {
        return files(".*\\.(bin|escpos|star)").stream()
                .filter(job -> !job.name().contains("EscPosUtils"))
                .toList();
    }

    /// Every picture that the corpus expects of a stream; skips the test when the corpus is not there.
    public static List<Job> pictures() {
        return files(".*__expected-\\d+\\.png");
    }

    private static List<Job> files(String names) {
        Path root = root();
        assumeTrue(Files.isDirectory(root), "There is no corpus at " + root + "; SLIPSTREAM_CORPUS may name it.");
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().matches(names))
                    .sorted()
                    .map(file -> new Job(root.relativize(file).toString(), read(file)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Where the corpus is, if it is there; the references lie beside it.
    public static Path root() {
        String named = System.getenv("SLIPSTREAM_CORPUS");
        if (named != null) {
            return Path.of(named);
        }
        Path project = Path.of("").toAbsolutePath();
        while (project.getParent() != null && !Files.exists(project.resolve(".mvn"))) {
            project = project.getParent();
        }
        return project.resolve("../shared/corpus").normalize();
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
