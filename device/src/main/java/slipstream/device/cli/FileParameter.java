package slipstream.device.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// One file, the printer it went to, and whether to print JSON.
final class FileParameter {
    @Parameters(paramLabel = "FILE", description = "What was sent to a printer; - is standard input.")
    private String file;

    @Option(names = "--json", description = "One JSON object a line.")
    private boolean json;

    @Mixin
    private ProfileOption profile;

    String name() {
        return file;
    }

    boolean json() {
        return json;
    }

    /// Opens it.
    PrinterStream open(Streams streams) throws IOException {
        return new PrinterStream(file, profile.profile(), streams.open(file));
    }

    /// Fails when `output` is the file that is read.
    void keepFrom(Path output) throws IOException {
        if (!Streams.isStandard(file)
                && Files.exists(output)
                && Files.exists(Path.of(file))
                && Files.isSameFile(Path.of(file), output)) {
            throw Failure.wrongUse(output + " is the file to be read, expected another one.");
        }
    }
}
