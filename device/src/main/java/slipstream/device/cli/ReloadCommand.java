package slipstream.device.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `slipstream reload`.
@Command(
        name = "reload",
        mixinStandardHelpOptions = true,
        header = "Has the running box read its configuration again.",
        description = "Says what is wrong with it; then nothing changes.",
        footer = {"", "Examples:", "  slipstream reload", "  slipstream reload --config slipstream.toml"})
final class ReloadCommand implements Callable<Integer> {
    private final Streams streams;

    @Mixin
    private RunningBox box;

    ReloadCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() throws IOException {
        box.ask("reload");
        streams.line("The box works by its configuration as it is now.");
        return 0;
    }
}
