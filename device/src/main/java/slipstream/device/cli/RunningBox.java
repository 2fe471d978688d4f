package slipstream.device.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Option;
import slipstream.device.config.BoxConfig;
import slipstream.device.config.ConfigException;
import slipstream.device.control.ControlClient;
import slipstream.device.report.BoxAnswer;
import slipstream.device.report.BoxRequest;

/// The box that a command asks.
final class RunningBox {
    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "The box's configuration, TOML, which may name its socket.")
    private Path file;

    @Option(
            names = "--socket",
            paramLabel = "PATH",
            description = "Where the box answers. Default: as configured, else /run/slipstream/control.")
    private Path socket;

    /// Its answer.
    ///
    /// @throws Failure when there is none, or a refusal
    BoxAnswer ask(BoxRequest request) throws IOException {
        try {
            BoxAnswer answer = ControlClient.ask(socket(), request);
            if (answer.errors() != null) {
                throw Failure.failed(String.join(" ", answer.errors()));
            }
            return answer;
        } catch (ControlClient.NoBox e) {
            throw Failure.failed(
                    e.getMessage() + " Start it: systemctl start slipstream, or slipstream bridge --config "
                            + (file == null ? "FILE" : file) + ".");
        }
    }

    /// Its answer to one word.
    BoxAnswer ask(String request) throws IOException {
        return ask(BoxRequest.of(request));
    }

    /// Whether the command line names one.
    boolean named() {
        return file != null || socket != null;
    }

    /// Whether there may be one.
    boolean answers() {
        return Files.exists(socket());
    }

    private Path socket() {
        if (socket != null) {
            return socket;
        }
        if (file == null) {
            return Control.USUAL;
        }
        try {
            return BoxConfig.read(file).places().socket().orElse(Control.USUAL);
        } catch (ConfigException e) {
            throw Failure.wrongUse(e.errors().getFirst());
        }
    }
}
