package slipstream.device.reference.street;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import slipstream.cloudlink.protocol.PaymentReference;
import slipstream.device.reference.street.Truth.Printed;
import slipstream.device.reference.total.PrintedTime;

/// Compares what the box makes of jobs with what they say.
final class Examiner {
    private final Marks marks = new Marks();

    /// The marks of all jobs.
    static Marks of(List<Street.Job> jobs) {
        var examiner = new Examiner();
        jobs.forEach(examiner::job);
        return examiner.marks;
    }

    private void job(Street.Job job) {
        List<Reading> readings = Reading.of(job.bytes(), job.printer());
        if (readings.size() != job.receipts().size()) {
            marks.miss(
                    "receipts of a job",
                    job.name(),
                    "has " + job.receipts().size() + " receipts, read were " + readings.size(),
                    List.of());
        }
        for (int i = 0; i < job.receipts().size(); i++) {
            Reading reading = i < readings.size() ? readings.get(i) : Reading.NONE;
            receipt(job.name(), job.receipts().get(i), reading);
        }
    }

    private void receipt(String job, Truth truth, Reading reading) {
        kind(job, truth, reading);
        for (Printed printed : truth.printed()) {
            reference(job, truth, printed, reading);
        }
        for (PaymentReference told : reading.references()) {
            if (!truth.allows(told)) {
                String what = truth.whatIs(told.value());
                marks.wrong(what);
                marks.miss("false: " + what, job, "told " + text(told), reading.shown());
            }
        }
        truth.total().filter(ignored -> truth.kind().paid()).ifPresent(total -> total(job, truth, total, reading));
        truth.currency().filter(ignored -> truth.kind().paid()).ifPresent(currency -> currency(job, currency, reading));
        truth.time().ifPresent(time -> time(job, time, reading));
    }

    private void kind(String job, Truth truth, Reading reading) {
        boolean right = truth.kind().isCalled(reading.kind());
        String language = truth.traits().getOrDefault("language", "");
        marks.kind(truth.kind() + " " + language, right);
        if (!right) {
            marks.miss("kind: " + truth.kind() + " taken for " + reading.kind(), job, language, reading.shown());
        }
    }

    private void reference(String job, Truth truth, Printed printed, Reading reading) {
        boolean found = reading.references().stream().anyMatch(printed::is);
        marks.reference("layout", printed.layout(), found);
        marks.reference("label", printed.label(), found);
        marks.reference(
                "number",
                printed.reference().scheme() + " " + printed.reference().kind(),
                found);
        truth.traits().forEach((trait, value) -> marks.reference(trait, value, found));
        marks.reference("all", "references", found);
        if (!found) {
            marks.miss(
                    "missed: " + printed.reference().kind() + ", " + printed.layout(),
                    job,
                    text(printed.reference()) + " (" + printed.label() + ", " + truth.traits() + "); told were "
                            + reading.references().stream().map(Examiner::text).toList(),
                    reading.shown());
        }
    }

    private void total(String job, Truth truth, BigDecimal total, Reading reading) {
        boolean right =
                reading.total().filter(read -> read.abs().compareTo(total) == 0).isPresent();
        marks.total(truth.traits().getOrDefault("language", ""), right);
        if (!right) {
            marks.miss(
                    "total",
                    job,
                    "is " + total + " " + truth.currency().orElse("") + ", read was "
                            + reading.total().map(Object::toString).orElse("none"),
                    reading.shown());
        }
    }

    /// Not every receipt says it; what is read must be right.
    private void currency(String job, String currency, Reading reading) {
        marks.currencyTold(reading.currency().isPresent());
        reading.currency().ifPresent(read -> {
            marks.currency(read.equals(currency));
            if (!read.equals(currency)) {
                marks.miss("currency", job, "is " + currency + ", read was " + read, reading.shown());
            }
        });
    }

    private void time(String job, LocalDateTime time, Reading reading) {
        boolean right = reading.time()
                .filter(read -> read.day().equals(time.toLocalDate()))
                .flatMap(PrintedTime::time)
                .filter(clock -> clock.truncatedTo(ChronoUnit.MINUTES).equals(time.toLocalTime()))
                .isPresent();
        marks.time(right);
        if (!right) {
            String read = reading.time().map(Object::toString).orElse("none");
            marks.miss("time", job, "is " + time + ", read was " + read, reading.shown());
        }
    }

    private static String text(PaymentReference reference) {
        return reference.scheme() + " " + reference.kind() + " " + reference.value();
    }
}
