package slipstream.device.cli;

import io.avaje.jsonb.Jsonb;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.PushbackInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;

/// Where commands read and write.
///
/// @param in standard input
/// @param out standard output
/// @param err standard error
/// @param terminal whether standard output is a terminal that somebody reads
record Streams(InputStream in, PrintStream out, PrintStream err, BooleanSupplier terminal) {
    private static final String STANDARD = "-";
    private static final Jsonb JSON =
            Jsonb.builder().serializeNulls(true).serializeEmpty(true).build();

    /// Whether a file's name stands for standard input or output.
    static boolean isStandard(String file) {
        return file.equals(STANDARD);
    }

    /// Opens `file`, `-` for standard input, which has something in it.
    InputStream open(String file) throws IOException {
        boolean standard = isStandard(file);
        var opened = new PushbackInputStream(standard ? in : file(file)) {
            @Override
            public void close() throws IOException {
                if (!standard) {
                    super.close();
                }
            }
        };
        int first = opened.read();
        if (first < 0) {
            opened.close();
            throw Failure.failed(
                    (standard ? "Standard input" : file) + " is empty, expected what was sent to a printer.");
        }
        opened.unread(first);
        return opened;
    }

    private static InputStream file(String file) throws IOException {
        if (file.isEmpty()) {
            throw Failure.wrongUse("The name of a file is empty.");
        }
        Path path = Path.of(file);
        if (Files.isDirectory(path)) {
            throw Failure.failed(file + " is a directory, expected a file.");
        }
        return Files.newInputStream(path);
    }

    /// Writes `value` as one line of JSON.
    void json(Object value) {
        line(JSON.toJson(value));
    }

    /// Writes a line.
    void line(String line) {
        out.print(line);
        out.print('\n');
    }

    /// Writes a line to standard error, after all that went to standard output.
    void error(String line) {
        out.flush();
        err.println(line);
    }
}
