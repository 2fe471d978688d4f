package slipstream.device.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import slipstream.escpos.profile.PrinterProfile;

/// One or more files, the printer they went to, and whether to print JSON.
final class FilesParameter {
    /// Does something with one stream.
    interface Work {
        /// Does it.
        void with(PrinterStream stream) throws IOException;
    }

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "What was sent to a printer; - is standard input.")
    private List<String> files;

    @Option(names = "--json", description = "One JSON object a line.")
    private boolean json;

    @Mixin
    private ProfileOption profile;

    boolean json() {
        return json;
    }

    private boolean several() {
        return files.size() > 1;
    }

    PrinterProfile profile() {
        return profile.profile();
    }

    /// Names the file whose lines follow, where there are several.
    void head(Streams streams, PrinterStream stream) {
        if (several() && !json) {
            streams.line(stream.file() + ":");
        }
    }

    /// Does `work` with each file; one that cannot be read does not keep the others from it.
    ///
    /// @return the exit code
    int each(Streams streams, Work work) throws IOException {
        PrinterProfile printer = profile.profile();
        int code = 0;
        for (String file : files) {
            try (var stream = new PrinterStream(file, printer, streams.open(file))) {
                work.with(stream);
            } catch (IOException | UncheckedIOException | Failure e) {
                streams.error(Failure.sentence(e));
                code = Math.max(code, Failure.code(e));
            }
        }
        return code;
    }
}
