package slipstream.device.cli;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import slipstream.device.learn.Candidate;
import slipstream.device.learn.Lesson;
import slipstream.device.learn.Scheme;
import slipstream.device.learn.SeenReceipt;

/// `slipstream learn` with somebody at the screen: which number it is, whose number, whether to keep the rule.
///
/// Told of receipts that pass and of lines that are typed, whichever comes.
final class LearnDialogue {
    private enum State {
        WAIT,
        PICK,
        SCHEME,
        TRY,
        KEEP,
        OVER
    }

    private static final String END = "q";

    private final LearnScreen screen;
    private final LearnTarget target;
    private final List<SeenReceipt> receipts;
    private final boolean live;
    private final LocalDate today;

    private State state = State.WAIT;
    private SeenReceipt shown;
    private Candidate candidate;
    private Scheme scheme;
    private Lesson lesson;
    private int code = Failure.FAILED;

    /// @param receipts all there are; null when they pass one after the other
    /// @param scheme whose number it will be; null to ask
    LearnDialogue(LearnScreen screen, LearnTarget target, List<SeenReceipt> receipts, Scheme scheme, LocalDate today) {
        this.screen = screen;
        this.target = target;
        this.scheme = scheme;
        this.today = today;
        live = receipts == null;
        this.receipts = live ? new ArrayList<>() : receipts;
    }

    /// Shows the first receipt of those that are there.
    void begin() {
        int first = 0;
        while (first < receipts.size() && !worthwhile(receipts.get(first))) {
            first++;
        }
        show(receipts.get(first == receipts.size() ? 0 : first));
    }

    private static boolean worthwhile(SeenReceipt receipt) {
        return receipt.kind().customers()
                && receipt.candidates().stream().anyMatch(one -> one.refusal().isEmpty());
    }

    boolean over() {
        return state == State.OVER;
    }

    /// The exit code: 0 once a rule was kept.
    int code() {
        return code;
    }

    /// A receipt passed.
    void passed(SeenReceipt receipt) {
        receipts.add(receipt);
        switch (state) {
            case WAIT -> show(receipt);
            case PICK -> screen.line("Receipt " + receipt.number() + " passed; n shows it.");
            case TRY -> {
                screen.outcome(receipt, lesson.next(receipt), 0);
                screen.verdict(lesson);
            }
            case KEEP -> screen.outcome(receipt, lesson.next(receipt), 0);
            default -> screen.line("Receipt " + receipt.number() + " passed; it is tried afterwards.");
        }
        screen.flush();
    }

    /// A line was typed; null when no more will be.
    void typed(String line) throws IOException {
        String word = line == null ? END : line.strip();
        if (word.equals(END)) {
            end();
        } else {
            switch (state) {
                case PICK -> pick(word);
                case SCHEME -> scheme(word);
                case TRY -> {
                    if (word.equals("w")) {
                        keep();
                    } else {
                        tryOn();
                    }
                }
                case KEEP -> {
                    if (word.equalsIgnoreCase("y")) {
                        write();
                    } else {
                        end();
                    }
                }
                default -> screen.line("Nothing has been printed yet. q ends.");
            }
        }
        screen.flush();
    }

    private void end() {
        if (state != State.OVER) {
            screen.line(lesson == null ? "Nothing was learned." : "Nothing was written.");
        }
        state = State.OVER;
    }

    private void show(SeenReceipt receipt) {
        shown = receipt;
        screen.receipt(receipt);
        int count = receipt.candidates().size();
        String numbers = count == 0 ? "" : count == 1 ? "1, " : "1 to " + count + ", ";
        screen.ask("Which is the payment's number? " + numbers + "n for "
                + (live ? "none of these" : "the next receipt") + ", q to end: ");
        state = State.PICK;
    }

    private void pick(String word) {
        if (word.equals("n") || word.isEmpty()) {
            int next = receipts.indexOf(shown) + 1;
            if (next < receipts.size()) {
                show(receipts.get(next));
            } else if (live) {
                state = State.WAIT;
                screen.line("Waiting for the next receipt. q ends.");
            } else {
                screen.line("That was the last receipt.");
                end();
            }
            return;
        }
        int run = word.matches("[0-9]{1,3}") ? Integer.parseInt(word) : 0;
        if (run < 1 || run > shown.candidates().size()) {
            screen.ask("\"" + word + "\" is none of these. The number in front, n or q: ");
            return;
        }
        candidate = shown.candidates().get(run - 1);
        if (candidate.refusal().isPresent()) {
            screen.line(candidate.refusal().get());
            screen.ask("Another one, n or q: ");
        } else if (scheme == null) {
            screen.schemes();
            state = State.SCHEME;
        } else {
            learn();
        }
    }

    private void scheme(String word) {
        int number = word.matches("[0-9]") ? Integer.parseInt(word) : 0;
        if (number >= 1 && number <= Scheme.COMMON.size()) {
            scheme = Scheme.COMMON.get(number - 1);
        } else {
            String[] names = word.split("\\s+", 2);
            try {
                scheme = Scheme.of(names[0], names.length > 1 ? names[1] : null);
            } catch (IllegalArgumentException e) {
                screen.ask(e.getMessage() + ". Whose number is it? ");
                return;
            }
        }
        learn();
    }

    private void learn() {
        try {
            lesson = Lesson.begin(shown, candidate, scheme, today);
        } catch (IllegalArgumentException e) {
            screen.line(e.getMessage());
            screen.ask("Another one, n or q: ");
            state = State.PICK;
            return;
        }
        screen.learned(lesson, candidate);
        for (SeenReceipt receipt : receipts) {
            if (receipt != shown) {
                screen.outcome(receipt, lesson.next(receipt), receipts.size());
            }
        }
        if (live) {
            if (receipts.size() > 1) {
                screen.verdict(lesson);
            }
            tryOn();
        } else {
            screen.verdict(lesson);
            keep();
        }
    }

    private void tryOn() {
        state = State.TRY;
        screen.line("Let the till print more sales; each is tried. w writes the rule, q ends without.");
    }

    private void keep() {
        boolean harmful = lesson.trial().harmful();
        String where = target.file() == null ? "Show the rule" : "Write it to " + target.file();
        screen.ask((harmful ? "It may ask about numbers that are no payment's. " : "") + where + "? y or n: ");
        state = State.KEEP;
    }

    private void write() throws IOException {
        target.write(lesson, LearnScreen.name(scheme));
        code = 0;
        state = State.OVER;
    }
}
