package slipstream.benchmarks.cost;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/// A directory for as long as a measurement takes.
final class Scratch {
    /// What is measured.
    interface Measurement {
        void in(Path directory) throws IOException, InterruptedException;
    }

    private Scratch() {}

    static void within(Measurement measurement) throws IOException, InterruptedException {
        Path directory = Files.createTempDirectory("slipstream-benchmark");
        try {
            measurement.in(directory);
        } finally {
            try (Stream<Path> files = Files.walk(directory)) {
                files.sorted(Comparator.reverseOrder())
                        .forEach(file -> file.toFile().delete());
            }
        }
    }
}
