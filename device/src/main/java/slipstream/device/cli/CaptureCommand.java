package slipstream.device.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import slipstream.device.report.BoxRequest;

/// `slipstream capture`.
@Command(
        name = "capture",
        mixinStandardHelpOptions = true,
        header = "Has the running box keep what passes in files for a while, secrets masked.",
        description = {
            "Card numbers, payment codes and numbers of people are masked before they reach the disk; what pictures",
            "and symbols show is blanked. A file for each connection of a POS, for the box's user alone. It ends by",
            "itself; printing never waits for it. status and the log say that it runs."
        },
        footer = {
            "",
            "Examples:",
            "  slipstream capture --for 10m -o /var/lib/slipstream/captures",
            "  slipstream capture --stop",
            "  slipstream replay 20261123-0131*.capture --to 127.0.0.1:9100"
        })
final class CaptureCommand implements Callable<Integer> {
    private static final Pattern TIME = Pattern.compile("([0-9]{1,6})([smh])");

    private final Streams streams;

    @Mixin
    private RunningBox box;

    @ArgGroup(multiplicity = "1")
    private What what;

    @Option(names = "--line", paramLabel = "NAME", description = "Of this line only.")
    private String line;

    @Option(
            names = {"-o", "--out"},
            paramLabel = "DIR",
            description = "Where the box writes; default: captures in its [store] directory.")
    private Path directory;

    @Option(
            names = "--pictures",
            description = "Keeps pictures and symbols as they are: nobody can mask what they show.")
    private boolean pictures;

    /// To begin or to end.
    private static final class What {
        @Option(names = "--for", paramLabel = "TIME", description = "How long: 90s, 10m, 2h; at most 24h.")
        private String time;

        @Option(names = "--stop", description = "Ends the capture that runs.")
        private boolean stop;
    }

    CaptureCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() throws IOException {
        BoxRequest request = what.stop
                ? BoxRequest.of("capture-stop")
                : new BoxRequest(
                        "capture",
                        line,
                        directory == null ? null : directory.toAbsolutePath().toString(),
                        seconds(what.time),
                        pictures);
        streams.line(box.ask(request).said());
        return 0;
    }

    private static long seconds(String typed) {
        Matcher time = TIME.matcher(typed);
        if (!time.matches()) {
            throw Failure.wrongUse("\"" + typed + "\" is no time, expected one as 90s, 10m or 2h.");
        }
        long count = Long.parseLong(time.group(1));
        return switch (time.group(2)) {
            case "s" -> count;
            case "m" -> Duration.ofMinutes(count).toSeconds();
            default -> Duration.ofHours(count).toSeconds();
        };
    }
}
