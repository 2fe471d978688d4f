package slipstream.device.learn;

import org.tomlj.Toml;
import slipstream.device.reference.Confidence;
import slipstream.device.reference.LearnedRule;
import slipstream.device.reference.LearnedRule.ByLabel;
import slipstream.device.reference.LearnedRule.ByLine;
import slipstream.device.reference.LearnedRule.InSymbol;

/// Writes rules as people read and edit them.
final class RulesWriter {
    private static final String HEAD = """
            # What the receipts of one till taught ("slipstream learn"). The box reads it when it starts; you may edit it.
            #
            # scheme, kind  whose number it is, as the service knows it
            # label, place  the text that stands by the number, and where the number stands, seen from it:
            #               same-line, next-line, before-label or line-above
            # line, below   instead of a label: the pattern of a line, and how many printed lines below it the number
            #               stands (0: in it)
            # symbol        instead of a label: true for a number in a barcode or QR code
            # number        the pattern of the whole number (RE2). (?P<day>...) holds a day: 20261122 or 261122
            # ask           at-once: as soon as the number can be read; at-end: when the receipt ends
            # sales, found  what was seen when it was learned. Should numbers no longer be found, the box warns
            """;

    private RulesWriter() {}

    static String text(TillRules rules) {
        var text = new StringBuilder(HEAD);
        if (!rules.till().isEmpty()) {
            text.append('\n');
            key(text, "till", quoted(rules.till()));
        }
        rules.taught().forEach(taught -> rule(text, taught));
        return text.toString();
    }

    private static void rule(StringBuilder text, TaughtRule taught) {
        LearnedRule rule = taught.rule();
        text.append("\n[[rule]]\n");
        key(text, "name", quoted(rule.name()));
        key(text, "scheme", quoted(rule.scheme()));
        key(text, "kind", quoted(rule.kind()));
        switch (rule.anchor()) {
            case ByLabel by -> {
                key(text, "label", quoted(by.text()));
                key(text, "place", quoted(by.place().word()));
            }
            case ByLine by -> {
                key(text, "line", quoted(by.line().text()));
                key(text, "below", String.valueOf(by.below()));
            }
            case InSymbol ignored -> key(text, "symbol", "true");
        }
        key(text, "number", quoted(rule.number().text()));
        key(text, "ask", quoted(rule.confidence() == Confidence.SURE ? RulesReader.AT_ONCE : RulesReader.AT_END));
        TaughtRule.Evidence evidence = taught.evidence();
        if (evidence.day() != null) {
            key(text, "learned", evidence.day().toString());
        }
        if (evidence.sales() > 0) {
            key(text, "sales", String.valueOf(evidence.sales()));
            key(text, "found", String.valueOf(evidence.found()));
        }
    }

    private static void key(StringBuilder text, String key, String value) {
        text.append(key).append(" = ").append(value).append('\n');
    }

    /// As it is where quotes of one kind can hold it; else escaped.
    private static String quoted(String value) {
        boolean printable = value.chars().allMatch(c -> c >= ' ' && c != 0x7F);
        if (printable && value.indexOf('\\') < 0 && value.indexOf('"') < 0) {
            return '"' + value + '"';
        }
        return printable && value.indexOf('\'') < 0
                ? "'" + value + "'"
                : '"' + Toml.tomlEscape(value).toString() + '"';
    }
}
