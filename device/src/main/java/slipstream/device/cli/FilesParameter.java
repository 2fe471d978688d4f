package slipstream.device.cli;

import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// One or more files, and whether to print JSON.
final class FilesParameter {
    /// Does something with one file.
    interface Work {
        /// Does it.
        void with(String file) throws IOException;
    }

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "What was sent to a printer; - is standard input.")
    private List<String> files;

    @Option(names = "--json", description = "One JSON object a line.")
    private boolean json;

    boolean json() {
        return json;
    }

    boolean several() {
        return files.size() > 1;
    }

    void each(Work work) throws IOException {
        for (String file : files) {
            work.with(file);
        }
    }
}
