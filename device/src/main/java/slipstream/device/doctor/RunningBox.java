package slipstream.device.doctor;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import slipstream.device.control.ControlClient;
import slipstream.device.control.Wrongs;
import slipstream.device.report.BoxRequest;
import slipstream.device.report.Status;

/// The running box: what it says of itself and of each of its lines.
///
/// @param socket where it answers
record RunningBox(Path socket) {
    static final String LINK = "box";

    /// What it says; one finding for the box, and one for each line and for each thing that is wrong.
    List<Finding> find() {
        Status status;
        try {
            status = ControlClient.ask(socket, BoxRequest.of("status")).status();
        } catch (ControlClient.NoBox e) {
            return List.of(Finding.look(
                    LINK,
                    e.getMessage(),
                    "start it: systemctl start slipstream; why it ended: journalctl -u slipstream"));
        } catch (IOException e) {
            return List.of(Finding.look(LINK, e.getMessage(), "restart it: sudo systemctl restart slipstream"));
        }
        List<Finding> findings = new ArrayList<>();
        findings.add(Finding.ok(LINK, "slipstream " + status.version() + " runs since " + started(status) + "."));
        status.lines().forEach(line -> findings.add(line(line)));
        Wrongs.in(status).forEach(wrong -> findings.add(Finding.look(LINK, wrong.sentence(), wrong.next())));
        return findings;
    }

    private static Finding line(Status.Line line) {
        String link = "line " + line.name();
        if (line.trouble() != null) {
            return Finding.broken(
                    link,
                    line.trouble(),
                    "end the other program, or name another place in [pos] listen; it is tried again every few seconds.");
        }
        if (Boolean.FALSE.equals(line.reached())) {
            return Finding.broken(
                    link,
                    "Its printer at " + line.printer() + " cannot be reached (" + line.why() + ").",
                    "switch it on, look at its cable and address; the POS waits, nothing is lost.");
        }
        String printer = line.reached() == null ? "no receipt has wanted its printer yet" : "its printer answers";
        return Finding.ok(link, line.listens() + " has " + line.pos() + " POS; " + printer + ".");
    }

    private static Instant started(Status status) {
        return Instant.parse(status.since()).truncatedTo(ChronoUnit.SECONDS);
    }
}
