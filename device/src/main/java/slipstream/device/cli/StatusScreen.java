package slipstream.device.cli;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import slipstream.device.report.Status;

/// A box's status for a person, in 80 columns.
final class StatusScreen {
    private static final int COLUMNS = 80;
    private static final int NAMES = 16;
    private static final DateTimeFormatter TODAY = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private final Status status;
    private final List<Status.Wrong> wrong;
    private final ZoneId zone;
    private final ZonedDateTime now;
    private final List<String> lines = new ArrayList<>();

    /// @param zone whose time of day is shown
    StatusScreen(Status status, List<Status.Wrong> wrong, ZoneId zone) {
        this.status = status;
        this.wrong = wrong;
        this.zone = zone;
        now = Instant.parse(status.now()).atZone(zone);
    }

    /// The screen, without line ends.
    List<String> lines() {
        lines.clear();
        text(
                "",
                "slipstream " + status.version() + ", running for "
                        + lasted(Duration.between(Instant.parse(status.since()), now.toInstant())) + ", since "
                        + time(status.since()));
        if (status.bypassed() != null) {
            row("BYPASS", "laid since " + time(status.bypassed()));
        }
        status.lines().forEach(this::line);
        lines.add("");
        service();
        if (!status.service().equals("none")) {
            behind();
        }
        status.rules()
                .forEach(rule -> row(
                        "rule",
                        "\"" + rule.rule() + "\" " + (rule.lost() ? "LOST: " : "") + "found its number on "
                                + rule.found() + " of " + rule.sales() + " sales"));
        if (status.capture() != null) {
            capture(status.capture());
        }
        lines.add("");
        wrong();
        return List.copyOf(lines);
    }

    private void line(Status.Line line) {
        lines.add("");
        text("", "Line " + line.name() + ": " + line.listens() + " to " + line.printer());
        row("printer", printer(line));
        row(
                "POS",
                line.trouble() != null
                        ? "NOT LET IN as configured, " + line.pos() + " connected"
                        : line.pos() == 0 ? "none is connected" : line.pos() + " connected");
        if (!status.service().equals("none")) {
            row("last receipt", line.last() == null ? "none yet" : receipt(line.last()));
        }
    }

    private String printer(Status.Line line) {
        if (line.reached() == null) {
            return "no receipt has wanted it yet";
        }
        return line.reached()
                ? "answers, since " + time(line.reachedSince())
                : "CANNOT BE REACHED since " + time(line.reachedSince()) + " (" + line.why() + ")";
    }

    private String receipt(Status.Receipt receipt) {
        String kind = receipt.kind().equals("-") ? "" : receipt.kind() + ", ";
        String held = receipt.heldMs() < 0 ? "" : ", held " + receipt.heldMs() + " ms";
        return time(receipt.at()) + ": " + kind + outcome(receipt.outcome()) + held;
    }

    private static String outcome(String outcome) {
        return switch (outcome) {
            case "not-asked" -> "names no payment, nothing was asked";
            case "printed" -> "link printed";
            case "token" -> "token printed";
            case "plain" -> "the service said to print none";
            case "late" -> "the link came too late";
            case "failed" -> "no answer from the service";
            default -> outcome;
        };
    }

    private void service() {
        row(
                "service",
                switch (status.service()) {
                    case "none" -> "none is configured: receipts pass as they are";
                    case "connected" -> "connected since " + time(status.serviceSince());
                    default -> "NOT CONNECTED since " + time(status.serviceSince());
                });
    }

    private void behind() {
        row(
                "outbox",
                status.outbox() == 0
                        ? "empty" + dropped()
                        : status.outbox() + " waiting, the oldest since " + time(status.outboxSince()) + dropped());
        if (status.pool() != null) {
            row("pool", status.pool() + " tokens");
        }
        Status.Waits waits = status.waits();
        row(
                "held",
                waits == null
                        ? "no receipt was held yet"
                        : "half " + waits.p50() + " ms, 99 % " + waits.p99() + " ms, longest " + waits.max()
                                + " ms (of " + waits.count() + " receipts)");
        row("too late", status.late() + " answers today");
        row("kept in", kept());
    }

    private void capture(Status.Capture capture) {
        row(
                "capture",
                "RUNS until " + time(capture.until()) + " into " + capture.directory() + ": " + capture.files()
                        + " files" + (capture.dropped() == 0 ? "" : ", " + capture.dropped() + " broken off"));
    }

    private String dropped() {
        return status.dropped() == 0 ? "" : ", " + status.dropped() + " dropped";
    }

    private String kept() {
        if (status.store() == null) {
            return "memory only: a power cut loses what waits ([store] directory)";
        }
        return status.storeTrouble() == null ? status.store() : "MEMORY: " + status.storeTrouble();
    }

    private void wrong() {
        if (wrong.isEmpty()) {
            lines.add("All is well.");
        }
        for (Status.Wrong one : wrong) {
            text("! ", one.sentence());
            text("  Next: ", one.next());
        }
    }

    private void row(String name, String value) {
        text("  %-14s".formatted(name), value);
    }

    /// Wraps `value` behind `head`; what follows is indented as far.
    private void text(String head, String value) {
        String indent = " ".repeat(head.isEmpty() ? 0 : Math.min(head.length(), NAMES));
        String begin = head;
        for (String line : Words.lines(value, COLUMNS - head.length())) {
            lines.add(begin + line);
            begin = indent;
        }
    }

    private String time(String instant) {
        ZonedDateTime at = Instant.parse(instant).atZone(zone);
        return (at.toLocalDate().equals(now.toLocalDate()) ? TODAY : DAY).format(at);
    }

    private static String lasted(Duration time) {
        if (time.toDays() > 0) {
            return count(time.toDays(), "day") + " " + count(time.toHoursPart(), "hour");
        }
        if (time.toHours() > 0) {
            return count(time.toHours(), "hour") + " " + count(time.toMinutesPart(), "minute");
        }
        return time.toMinutes() > 0 ? count(time.toMinutes(), "minute") : count(time.toSeconds(), "second");
    }

    private static String count(long many, String unit) {
        return many + " " + unit + (many == 1 ? "" : "s");
    }
}
