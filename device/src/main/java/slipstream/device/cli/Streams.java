package slipstream.device.cli;

import io.avaje.jsonb.Jsonb;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import slipstream.escpos.codec.CommandDecoder;
import slipstream.escpos.codec.CommandSink;
import slipstream.escpos.command.Grammar;

/// Where commands read and write.
///
/// @param in standard input
/// @param out standard output
record Streams(InputStream in, PrintStream out) {
    private static final String STANDARD_INPUT = "-";
    private static final int SLICE = 64 * 1024;
    private static final Jsonb JSON =
            Jsonb.builder().serializeNulls(true).serializeEmpty(true).build();

    /// Takes the slices of a file.
    interface Slices {
        /// The next bytes, from 0 to `length`.
        void take(byte[] bytes, int length) throws IOException;
    }

    /// Reads `file`, `-` for standard input, slice by slice.
    void read(String file, Slices slices) throws IOException {
        try (InputStream from = open(file)) {
            byte[] bytes = new byte[SLICE];
            for (int length = from.read(bytes); length >= 0; length = from.read(bytes)) {
                slices.take(bytes, length);
            }
        }
    }

    /// Decodes `file`, `-` for standard input.
    ///
    /// @return the bytes at the end that are the beginning of a command
    int decode(String file, CommandSink sink) throws IOException {
        var decoder = new CommandDecoder(Grammar.ESC_POS, sink);
        read(file, (bytes, length) -> decoder.feed(bytes, 0, length));
        int held = decoder.held();
        decoder.release();
        return held;
    }

    /// Opens `file`, `-` for standard input.
    InputStream open(String file) throws IOException {
        if (file.equals(STANDARD_INPUT)) {
            return new InputStream() {
                @Override
                public int read() throws IOException {
                    return in.read();
                }

                @Override
                public int read(byte[] bytes, int from, int length) throws IOException {
                    return in.read(bytes, from, length);
                }
            };
        }
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
}
