package slipstream.device.cli;

import java.io.IOException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import slipstream.device.control.Wrongs;
import slipstream.device.report.Status;

/// `slipstream status`.
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        header = "Says how the running box does, and what to do where something is wrong.",
        description = "Ends with 0 when all is well, with 1 when something is wrong or no box runs.",
        footer = {"", "Examples:", "  slipstream status", "  slipstream status --watch", "  slipstream status --json"})
final class StatusCommand implements Callable<Integer> {
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final String CLEAR = "\033[H\033[2J";

    private final Streams streams;

    @Mixin
    private RunningBox box;

    @Option(names = "--json", description = "One JSON object a line.")
    private boolean json;

    @Option(names = "--watch", description = "Again every two seconds, until it is interrupted.")
    private boolean watch;

    StatusCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        int code = look();
        while (watch && !streams.out().checkError()) {
            Thread.sleep(PAUSE);
            code = look();
        }
        return code;
    }

    private int look() throws IOException {
        Status status = box.ask("status").status();
        List<Status.Wrong> wrong = Wrongs.in(status);
        if (json) {
            streams.json(new Status.Judged(status, wrong));
        } else {
            if (watch && streams.terminal().getAsBoolean()) {
                streams.out().print(CLEAR);
            }
            new StatusScreen(status, wrong, ZoneId.systemDefault()).lines().forEach(streams::line);
        }
        streams.out().flush();
        return wrong.isEmpty() ? 0 : Failure.FAILED;
    }
}
