package slipstream.device.cli;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import slipstream.device.learn.Candidate;
import slipstream.device.learn.Lesson;
import slipstream.device.learn.Scheme;
import slipstream.device.learn.SeenReceipt;

/// `slipstream learn` that asks nothing: the number is given by an option.
///
/// @param screen shows what comes of it
/// @param target takes the rule
/// @param receipts all there are
record LearnByOption(LearnScreen screen, LearnTarget target, List<SeenReceipt> receipts) {
    /// What the options point at.
    ///
    /// @param value the number itself; null when receipt and run tell it
    record Picked(String value, Integer receipt, Integer run) {}

    private record Found(SeenReceipt receipt, Candidate candidate) {}

    /// Learns, tries and writes.
    ///
    /// @return the exit code
    int learn(Picked picked, Scheme scheme) throws IOException {
        Found found = find(picked);
        Lesson lesson;
        try {
            lesson = Lesson.begin(found.receipt, found.candidate, scheme, LocalDate.now());
        } catch (IllegalArgumentException e) {
            throw Failure.failed(e.getMessage());
        }
        screen.learned(lesson, found.candidate);
        for (SeenReceipt other : receipts) {
            if (other != found.receipt) {
                screen.outcome(other, lesson.next(other), receipts.size());
            }
        }
        screen.verdict(lesson);
        if (lesson.trial().harmful()) {
            throw Failure.failed("Nothing was written: such a rule would ask about numbers that are no payment's.");
        }
        target.write(lesson, LearnScreen.name(scheme));
        return 0;
    }

    private Found find(Picked picked) {
        if (picked.value() != null) {
            for (SeenReceipt receipt : receipts) {
                var candidate = receipt.candidate(picked.value());
                if (candidate.isPresent()) {
                    return new Found(receipt, candidate.get());
                }
            }
            throw Failure.failed("No receipt has the number \"" + picked.value() + "\", expected one of those that"
                    + " \"slipstream learn FILE --json\" lists.");
        }
        if (picked.receipt() < 1 || picked.receipt() > receipts.size()) {
            throw Failure.failed(
                    "There is no receipt " + picked.receipt() + ", expected 1 to " + receipts.size() + ".");
        }
        SeenReceipt receipt = receipts.get(picked.receipt() - 1);
        int runs = receipt.candidates().size();
        if (picked.run() < 1 || picked.run() > runs) {
            throw Failure.failed("Receipt " + picked.receipt() + " has no number " + picked.run() + ", "
                    + (runs == 0 ? "it has none." : "expected 1 to " + runs + "."));
        }
        return new Found(receipt, receipt.candidates().get(picked.run() - 1));
    }
}
