package slipstream.device.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import slipstream.device.learn.Candidate;
import slipstream.device.learn.Lesson;
import slipstream.device.learn.Lesson.Step;
import slipstream.device.learn.Scheme;
import slipstream.device.learn.SeenReceipt;
import slipstream.device.learn.TaughtRule;
import slipstream.device.learn.TillRules;
import slipstream.device.learn.Trial;
import slipstream.device.reference.LearnedRule;
import slipstream.device.reference.Rules;
import slipstream.device.reference.text.Folded;
import slipstream.escpos.receipt.Element;

/// What `slipstream learn` shows, in 80 columns.
final class LearnScreen {
    private static final int COLUMNS = 80;
    private static final int LABEL = 22;

    /// Of many receipts only those are shown that are not as they should be.
    private static final int FEW = 12;

    private static final int MOST_SHOWN = 12;

    private final Streams streams;
    private final boolean json;
    private final Map<Integer, String> files = new HashMap<>();
    private int shown;

    LearnScreen(Streams streams, boolean json) {
        this.streams = streams;
        this.json = json;
    }

    /// Notes the file that a receipt is of.
    void from(int receipt, String file) {
        files.put(receipt, file);
    }

    /// What people call the rule of a scheme's number.
    static String name(Scheme scheme) {
        return scheme.scheme() + " " + scheme.kind();
    }

    void flush() {
        streams.out().flush();
    }

    /// A paragraph.
    void line(String text) {
        if (!json) {
            Words.lines(text, COLUMNS).forEach(streams::line);
        }
    }

    /// A question; the answer follows in the line below.
    void ask(String question) {
        Words.lines(question, COLUMNS).forEach(streams::line);
        streams.out().print("> ");
        flush();
    }

    /// The numbers of a receipt.
    void receipt(SeenReceipt receipt) {
        if (json) {
            streams.json(report(receipt));
            return;
        }
        streams.line("");
        String facts = receipt.kind().word()
                + receipt.total()
                        .map(total -> ", total " + total.toPlainString())
                        .orElse("")
                + receipt.day().map(day -> ", " + day).orElse("");
        String file = files.get(receipt.number());
        line("Receipt " + receipt.number() + ": " + facts + (file == null ? "" : ", " + file));
        if (receipt.candidates().isEmpty()) {
            boolean picture = receipt.receipt().elements().stream().anyMatch(Element.Picture.class::isInstance);
            line("It has no number of six digits or more"
                    + (picture ? ", or only in its pictures: there none can be pointed at." : "."));
        }
        int labels = receipt.candidates().stream()
                .mapToInt(one -> Folded.columns(one.label(), one.label().length()))
                .max()
                .orElse(0);
        for (int i = 0; i < receipt.candidates().size(); i++) {
            Candidate candidate = receipt.candidates().get(i);
            boolean more = i + 1 < receipt.candidates().size()
                    && receipt.candidates().get(i + 1).wrapped();
            String remark = more && candidate.remark().isEmpty()
                    ? "or does it go on in the next line, as " + (candidate.run() + 1)
                    : candidate.remark();
            row(candidate, remark, Math.min(labels, LABEL));
        }
    }

    private void row(Candidate candidate, String said, int labels) {
        String place = candidate.at().symbol()
                ? "symbol "
                : "line %2d".formatted(candidate.at().line());
        String row = "%3d  %s  %s  %s"
                .formatted(candidate.run(), place, padded(candidate.label(), labels), candidate.shown());
        String remark = said.isEmpty() ? "" : "(" + said + ")";
        if (Folded.columns(row, row.length()) + 2 + remark.length() <= COLUMNS) {
            streams.line((row + "  " + remark).stripTrailing());
        } else {
            streams.line(row);
            streams.line(" ".repeat(16 + labels) + remark);
        }
    }

    private static String padded(String text, int columns) {
        int end = text.length();
        while (Folded.columns(text, end) > columns) {
            end--;
        }
        String cut = end == text.length() ? text : text.substring(0, Math.max(0, end - 1)) + "…";
        return cut + " ".repeat(Math.max(0, columns - Folded.columns(cut, cut.length())));
    }

    /// Asks whose number it is.
    void schemes() {
        streams.line("Whose number is it?");
        int number = 0;
        for (Scheme scheme : Scheme.COMMON) {
            number++;
            streams.line("%3d  %-20s  %s".formatted(number, name(scheme), scheme.words()));
        }
        ask("A number, or an aggregator's name, as shouqianba: ");
    }

    /// What was made of a number.
    void learned(Lesson lesson, Candidate candidate) {
        shown = 0;
        line("Learned from " + candidate.value() + ": " + where(lesson.anchor()) + ", " + lesson.number());
    }

    private static String where(LearnedRule.Anchor anchor) {
        return switch (anchor) {
            case LearnedRule.ByLabel by ->
                switch (by.place()) {
                    case SAME_LINE -> "behind \"" + by.text() + "\"";
                    case NEXT_LINE -> "in the line below \"" + by.text() + "\"";
                    case BEFORE_LABEL -> "before \"" + by.text() + "\"";
                    case LINE_ABOVE -> "in the line above \"" + by.text() + "\"";
                };
            case LearnedRule.ByLine by ->
                (by.below() == 1 ? "in the line below" : by.below() + " lines below") + " the line " + by.line();
            case LearnedRule.InSymbol ignored -> "in a barcode or QR code";
        };
    }

    /// What another receipt said of the rule.
    ///
    /// @param of how many receipts are tried at once
    void outcome(SeenReceipt receipt, Lesson.Outcome outcome, int of) {
        boolean expected =
                Set.of(Step.RIGHT, Step.NOTHING, Step.COPY, Step.MISSED).contains(outcome.step());
        if (json || of > FEW && (expected || shown == MOST_SHOWN)) {
            return;
        }
        shown++;
        String head = "receipt %-5d".formatted(receipt.number());
        for (String text : Words.lines(words(outcome, receipt), COLUMNS - head.length())) {
            streams.line(head + text);
            head = " ".repeat(head.length());
        }
    }

    private static String words(Lesson.Outcome outcome, SeenReceipt receipt) {
        return switch (outcome.step()) {
            case RIGHT -> outcome.value() + ", right";
            case WIDENED -> outcome.value() + ", a little different: the rule was widened";
            case MISSED -> "a sale without such a number";
            case REFUSED -> outcome.value() + " looks like a card number or payment code: never taken";
            case DIFFERENT -> outcome.value() + " stands there, which is of another kind: not taken";
            case SEVERAL -> outcome.value() + ": several, expected one";
            case COPY -> "a copy of an earlier one";
            case REPEATED -> outcome.value() + ", which another receipt had too";
            case OTHER_RECEIPT -> outcome.value() + " on a " + receipt.kind().word() + " receipt: not asked about";
            case NOTHING -> receipt.kind().word() + ", nothing expected";
        };
    }

    /// How sure it is.
    void verdict(Lesson lesson) {
        Trial trial = lesson.trial();
        if (json) {
            return;
        }
        trial.words().forEach(this::line);
        if (trial.others() > 0) {
            line("It stands on " + trial.others() + (trial.others() == 1 ? " receipt that is" : " receipts that are")
                    + " no sale, too; the box asks about no such receipt.");
        }
    }

    /// The rules as a file would have them.
    void toml(TillRules rules) {
        if (json) {
            rules.taught().forEach(this::rule);
        } else {
            streams.line("");
            streams.out().print(rules.toml());
        }
    }

    /// They are in a file now.
    void written(Path file, TillRules rules, TaughtRule taught) {
        if (json) {
            rule(taught);
            return;
        }
        int count = rules.taught().size();
        line(file + " has " + count + (count == 1 ? " rule" : " rules")
                + " now. The box uses it with: [till] rules = \"" + file.getFileName() + "\"");
    }

    /// How the rules of a file do on receipts.
    void tried(TillRules rules, List<SeenReceipt> receipts) {
        long sales = receipts.stream().filter(SeenReceipt::sale).count();
        Rules all = rules.rules();
        for (TaughtRule taught : rules.taught()) {
            List<Integer> missed = new ArrayList<>();
            List<Integer> several = new ArrayList<>();
            int right = 0;
            for (SeenReceipt receipt : receipts) {
                int found = receipt.found(all, taught.rule().name()).size();
                if (found > 1) {
                    several.add(receipt.number());
                } else if (receipt.sale() && found == 0) {
                    missed.add(receipt.number());
                } else if (receipt.sale()) {
                    right++;
                }
            }
            tried(taught.rule().name(), sales, right, missed, several);
        }
    }

    private void tried(String rule, long sales, int right, List<Integer> missed, List<Integer> several) {
        if (json) {
            Map<String, Object> report = new LinkedHashMap<>();
            report.put("rule", rule);
            report.put("sales", sales);
            report.put("right", right);
            report.put("missed", missed);
            report.put("several", several);
            streams.json(report);
            return;
        }
        line(rule + ": one number on " + right + " of " + sales + (sales == 1 ? " sale." : " sales."));
        if (!missed.isEmpty()) {
            line("  none on " + Trial.receipts(missed));
        }
        if (!several.isEmpty()) {
            line("  several on " + Trial.receipts(several));
        }
    }

    private Map<String, Object> report(SeenReceipt receipt) {
        List<Map<String, Object>> numbers = new ArrayList<>();
        for (Candidate candidate : receipt.candidates()) {
            Map<String, Object> number = new LinkedHashMap<>();
            number.put("run", candidate.run());
            number.put("line", candidate.at().line());
            number.put("label", candidate.label());
            number.put("number", candidate.shown());
            number.put("remark", candidate.remark());
            numbers.add(number);
        }
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("file", files.get(receipt.number()));
        report.put("receipt", receipt.number());
        report.put("kind", receipt.kind().word());
        report.put("numbers", numbers);
        return report;
    }

    private void rule(TaughtRule taught) {
        LearnedRule rule = taught.rule();
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("name", rule.name());
        report.put("scheme", rule.scheme());
        report.put("kind", rule.kind());
        report.put("where", where(rule.anchor()));
        report.put("number", rule.number().text());
        report.put("sure", rule.confidence() == slipstream.device.reference.Confidence.SURE);
        report.put("sales", taught.evidence().sales());
        report.put("found", taught.evidence().found());
        streams.json(report);
    }
}
