package slipstream.device.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import slipstream.device.config.BoxConfig;
import slipstream.device.config.ConfigException;
import slipstream.device.doctor.Doctor;
import slipstream.device.doctor.Finding;
import slipstream.device.report.Report;

/// `slipstream doctor`.
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        header = "Checks every link from POS to service, and says what to do next.",
        description = {
            "Prints nothing on paper and changes nothing; takes some seconds.",
            "Ends with 1 when a link is broken, with 0 when there are hints only."
        },
        footer = {
            "",
            "Examples:",
            "  slipstream doctor --config slipstream.toml",
            "  slipstream doctor --config slipstream.toml --json"
        })
final class DoctorCommand implements Callable<Integer> {
    private final Streams streams;

    @Option(names = "--config", required = true, paramLabel = "FILE", description = "The box's configuration, TOML.")
    private Path file;

    @Option(names = "--json", description = "One JSON object a line.")
    private boolean json;

    private boolean broken;

    DoctorCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        Logs.begin("error");
        Doctor doctor = Doctor.of(this::tell);
        try {
            doctor.examine(file, BoxConfig.read(file));
        } catch (ConfigException e) {
            if (!Files.isRegularFile(file)) {
                throw Failure.wrongUse(e.getMessage());
            }
            doctor.examine(file, e.errors());
        }
        return broken ? Failure.FAILED : 0;
    }

    private void tell(Finding finding) {
        broken |= finding.state() == Finding.State.BROKEN;
        String next = finding.next();
        if (json) {
            streams.json(new Report.Link(
                    finding.link(),
                    finding.state().name().toLowerCase(Locale.ROOT),
                    finding.sentence(),
                    next.isEmpty() ? null : next));
        } else {
            streams.line("%-12s  %-15s  %s%s"
                    .formatted(
                            finding.state().words(),
                            finding.link(),
                            finding.sentence(),
                            next.isEmpty() ? "" : " Next: " + next));
        }
        streams.out().flush();
    }
}
