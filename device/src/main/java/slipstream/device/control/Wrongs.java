package slipstream.device.control;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import slipstream.device.report.Status;
import slipstream.device.report.Status.Wrong;

/// What a person should do something about.
public final class Wrongs {
    /// A message that waits longer waits for more than a moment's outage.
    private static final Duration LONG_WAIT = Duration.ofMinutes(30);

    /// A line that is younger is being made.
    private static final Duration BEGINNING = Duration.ofSeconds(10);

    /// Fewer are chance.
    private static final int MANY_LATE = 5;

    private static final int TENTH = 10;

    private Wrongs() {}

    /// What is wrong with a box that does so; empty when all is well.
    public static List<Wrong> in(Status status) {
        List<Wrong> wrong = new ArrayList<>();
        if (status.bypassed() != null) {
            wrong.add(new Wrong(
                    "Somebody laid the bypass: receipts pass as they are.",
                    "hold the box's button for three seconds."));
        }
        if (status.faulty() != null) {
            wrong.add(new Wrong(
                    "A fault of ours kept the box from reading a receipt; the receipt printed.",
                    "send the log to who maintains the box: journalctl -u slipstream."));
        }
        status.lines().stream()
                .filter(line -> Boolean.FALSE.equals(line.reached()))
                .forEach(line -> wrong.add(gone(line)));
        status.lines().stream()
                .filter(line -> line.trouble() != null)
                .forEach(line -> wrong.add(new Wrong(
                        "Line " + line.name() + " does not work as configured: " + withoutStop(line.trouble()) + ".",
                        "end the other program, or name another place in [pos] listen; it is tried again every few"
                                + " seconds.")));
        service(status, wrong);
        outbox(status, wrong);
        if (status.pool() != null && status.pool() == 0) {
            wrong.add(new Wrong(
                    "The pool has no tokens: without the service, receipts get no code.",
                    "wait a minute while the service is connected; if none come, ask its operator about this box."));
        }
        int asked = status.waits() == null ? 0 : status.waits().count();
        if (status.late() >= MANY_LATE && status.late() * TENTH > asked) {
            wrong.add(new Wrong(
                    status.late() + " answers came too late to be printed today.",
                    "look at the network with slipstream doctor, or give [hold] budget-ms more."));
        }
        status.rules().stream()
                .filter(Status.Rule::lost)
                .forEach(rule -> wrong.add(new Wrong(
                        "The rule \"" + rule.rule() + "\" no longer finds its number: the POS may print otherwise now.",
                        "learn again: slipstream learn.")));
        store(status, wrong);
        return wrong;
    }

    private static Wrong gone(Status.Line line) {
        return new Wrong(
                "The printer at " + line.printer() + " cannot be reached (" + line.why() + ").",
                "switch it on, look at its cable and address; the POS waits, nothing is lost.");
    }

    private static void service(Status status, List<Wrong> wrong) {
        if (status.service().equals("away") && longer(status.serviceSince(), status, BEGINNING)) {
            wrong.add(new Wrong(
                    "The service is not connected: " + withoutStop(status.serviceWhy()) + ".",
                    "slipstream doctor says which link is broken. Receipts print all the while."));
        }
    }

    private static void outbox(Status status, List<Wrong> wrong) {
        boolean stuck = status.outboxSince() != null && longer(status.outboxSince(), status, LONG_WAIT);
        if (stuck && status.service().equals("connected")) {
            wrong.add(new Wrong(
                    "A message has waited for the service for more than half an hour.",
                    "ask the service's operator; it is told again every minute."));
        }
        if (status.dropped() > 0) {
            wrong.add(new Wrong(
                    status.dropped() + " messages to the service were dropped since the start.",
                    "the log says why each was."));
        }
    }

    private static void store(Status status, List<Wrong> wrong) {
        if (status.storeTrouble() != null) {
            wrong.add(new Wrong(
                    status.store() + " cannot be used: " + status.storeTrouble() + ".",
                    "mend or empty the disk, or name another [store] directory; until then a power cut loses what"
                            + " waits."));
        } else if (status.notKept() > 0) {
            wrong.add(new Wrong(
                    status.notKept() + " notes were never written to the disk.",
                    "the disk is too slow or was away for long: replace the card."));
        }
    }

    private static boolean longer(String since, Status status, Duration most) {
        return Instant.parse(since).plus(most).isBefore(Instant.parse(status.now()));
    }

    private static String withoutStop(String text) {
        String known = text == null ? "no reason is known" : text;
        return known.endsWith(".") ? known.substring(0, known.length() - 1) : known;
    }
}
