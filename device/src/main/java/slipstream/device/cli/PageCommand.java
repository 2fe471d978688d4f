package slipstream.device.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `slipstream page`.
@Command(
        name = "page",
        mixinStandardHelpOptions = true,
        header = "Says where a browser finds the running box's live page, with its key.",
        description =
                "Switched on by [page] listen in the configuration. From elsewhere: ssh -L 8480:127.0.0.1:8480 BOX.",
        footer = {"", "Examples:", "  slipstream page"})
final class PageCommand implements Callable<Integer> {
    private final Streams streams;

    @Mixin
    private RunningBox box;

    PageCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() throws IOException {
        streams.line(box.ask("page").said());
        return 0;
    }
}
