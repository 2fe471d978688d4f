package slipstream.device.learn;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlPosition;
import org.tomlj.TomlTable;
import slipstream.device.learn.TaughtRule.Evidence;
import slipstream.device.reference.Confidence;
import slipstream.device.reference.LearnedRule;
import slipstream.device.reference.LearnedRule.Anchor;
import slipstream.device.reference.LearnedRule.ByLabel;
import slipstream.device.reference.LearnedRule.ByLine;
import slipstream.device.reference.LearnedRule.InSymbol;
import slipstream.device.reference.LearnedRule.Place;
import slipstream.device.reference.RulePattern;
import slipstream.escpos.profile.Nearest;

/// Reads a file of rules, and notes all that is wrong with it.
final class RulesReader {
    static final String AT_ONCE = "at-once";
    static final String AT_END = "at-end";

    private static final int FARTHEST = 40;
    private static final int MOST_RULES = 50;
    private static final int LONGEST_TEXT = 64;
    private static final Set<String> TOP = new LinkedHashSet<>(List.of("till", "rule"));

    private final Path path;
    private final String file;
    private final List<String> errors = new ArrayList<>();
    private TomlTable table;
    private Set<String> asked;
    private TomlPosition place;

    RulesReader(Path path) {
        this.path = path;
        file = path.getFileName() == null ? path.toString() : path.getFileName().toString();
    }

    TillRules read() throws RulesException {
        TomlParseResult root = parse();
        check(root);
        String till = root.get("till") == null ? "" : text(root, "till", "the till's name within the shop");
        List<TaughtRule> rules = new ArrayList<>();
        if (root.isArray("rule")) {
            TomlArray array = root.getArrayOrEmpty("rule");
            for (int i = 0; i < Math.min(array.size(), MOST_RULES); i++) {
                if (array.get(i) instanceof TomlTable one) {
                    rules.add(rule(one, array.inputPositionOf(i)));
                }
            }
            if (array.size() > MOST_RULES) {
                errors.add(file + " has " + array.size() + " rules, expected " + MOST_RULES + " at most.");
            }
        } else if (root.contains("rule")) {
            wrong(root, "rule", root.get("rule"), "[[rule]]");
        }
        unique(rules);
        if (!errors.isEmpty()) {
            throw new RulesException(errors);
        }
        return new TillRules(till, rules);
    }

    private TomlParseResult parse() throws RulesException {
        TomlParseResult root;
        try {
            root = Toml.parse(Files.readString(path));
        } catch (NoSuchFileException e) {
            throw new RulesException(List.of("There is no file " + path + ", expected rules in TOML."));
        } catch (IOException e) {
            String what = Files.isDirectory(path) ? " is a directory" : " cannot be read";
            throw new RulesException(List.of(path + what + ", expected rules in TOML, UTF-8."));
        }
        if (root.hasErrors()) {
            throw new RulesException(root.errors().stream()
                    .map(error -> file + ", line " + error.position().line() + ", column "
                            + error.position().column() + ": "
                            + error.getMessage().lines().findFirst().orElse("not TOML") + ".")
                    .toList());
        }
        return root;
    }

    private void check(TomlTable root) {
        for (String key : root.keySet()) {
            if (!TOP.contains(key)) {
                errors.add(at(root, key) + "\"" + key + "\" is unknown; expected \"till\" or [[rule]].");
            }
        }
    }

    private TaughtRule rule(TomlTable one, TomlPosition begins) {
        table = one;
        place = begins;
        asked = new LinkedHashSet<>();
        String name = required("name", "what people call it");
        Scheme scheme = scheme();
        Anchor anchor = anchor();
        RulePattern number = required("number", "the pattern of the number", RulePattern::of);
        String ask = optional("ask", AT_END);
        if (!ask.equals(AT_ONCE) && !ask.equals(AT_END)) {
            wrong(one, "ask", ask, AT_ONCE + " or " + AT_END);
        }
        Evidence evidence = evidence();
        unknown();
        if (scheme == null || anchor == null || number == null) {
            return null;
        }
        Confidence confidence = ask.equals(AT_ONCE) ? Confidence.SURE : Confidence.LIKELY;
        return new TaughtRule(
                new LearnedRule(name, scheme.scheme(), scheme.kind(), anchor, number, confidence), evidence);
    }

    private Scheme scheme() {
        String kind = required("kind", "which of the scheme's numbers");
        return required("scheme", "who moved the money", text -> Scheme.of(text, kind));
    }

    private Anchor anchor() {
        asked.addAll(List.of("label", "place", "line", "below", "symbol"));
        int ways = (table.contains("label") ? 1 : 0) + (table.contains("line") ? 1 : 0);
        ways += table.contains("symbol") ? 1 : 0;
        if (ways != 1) {
            String found = ways == 0 ? "is missing" : "is told twice";
            errors.add(atRule() + "where the number stands " + found
                    + ", expected one of \"label\", \"line\", \"symbol\".");
            return null;
        }
        if (table.contains("label")) {
            String label = required("label", "the text by the number", RulesReader::label);
            Place where = places();
            return label == null || where == null ? null : new ByLabel(label, where);
        }
        if (table.contains("line")) {
            RulePattern line = required("line", "the pattern of a line", RulePattern::of);
            int below = whole("below", 0, FARTHEST);
            return line == null ? null : new ByLine(line, below);
        }
        if (!Boolean.TRUE.equals(table.get("symbol"))) {
            wrong(table, "symbol", table.get("symbol"), "true");
            return null;
        }
        return new InSymbol();
    }

    private static String label(String text) {
        if (!Surroundings.named(text)) {
            throw new IllegalArgumentException(
                    "\"" + text + "\" is no label, expected two letters at least, 40 characters" + " at most");
        }
        return text;
    }

    private Place places() {
        String word = optional("place", Place.SAME_LINE.word());
        for (Place one : Place.values()) {
            if (one.word().equals(word)) {
                return one;
            }
        }
        wrong(table, "place", word, "same-line, next-line, before-label or line-above");
        return null;
    }

    private Evidence evidence() {
        asked.addAll(List.of("learned", "sales", "found"));
        Object day = table.get("learned");
        if (day != null && !(day instanceof LocalDate)) {
            wrong(table, "learned", day, "a day, as 2026-11-22");
        }
        int sales = whole("sales", 0, Integer.MAX_VALUE);
        int found = whole("found", 0, Integer.MAX_VALUE);
        if (found > sales) {
            wrong(table, "found", found, "no more than \"sales\", " + sales);
        }
        return day == null && sales == 0
                ? Evidence.NONE
                : new Evidence(day instanceof LocalDate of ? of : null, sales, found);
    }

    private void unique(List<TaughtRule> rules) {
        Set<String> names = new HashSet<>();
        for (TaughtRule rule : rules) {
            if (rule != null && !names.add(rule.rule().name())) {
                errors.add(file + ": two rules have the name \"" + rule.rule().name() + "\".");
            }
        }
    }

    private void unknown() {
        for (String key : table.keySet()) {
            if (!asked.contains(key)) {
                String nearest = Nearest.to(key, asked)
                        .map(word -> "did you mean \"" + word + "\"?")
                        .orElse("expected one of " + String.join(", ", asked) + ".");
                errors.add(at(table, key) + "\"" + key + "\" in [[rule]] is unknown; " + nearest);
            }
        }
    }

    private String required(String key, String expected) {
        return required(key, expected, text -> text);
    }

    private <T> T required(String key, String expected, Function<String, T> make) {
        asked.add(key);
        if (!table.contains(key)) {
            errors.add(atRule() + "\"" + key + "\" is missing in [[rule]], expected " + expected + ".");
            return null;
        }
        String text = text(table, key, expected);
        if (text.isEmpty()) {
            return null;
        }
        try {
            return make.apply(text);
        } catch (IllegalArgumentException e) {
            errors.add(at(table, key) + "\"" + key + "\": " + e.getMessage() + ".");
            return null;
        }
    }

    private String optional(String key, String otherwise) {
        asked.add(key);
        return table.contains(key) ? text(table, key, "text") : otherwise;
    }

    /// Text that is not blank; empty when it is wrong.
    private String text(TomlTable from, String key, String expected) {
        Object value = from.get(List.of(key));
        boolean pattern = key.equals("number") || key.equals("line");
        if (value instanceof String text && !text.isBlank() && (pattern || text.length() <= LONGEST_TEXT)) {
            return text;
        }
        wrong(from, key, value, expected);
        return "";
    }

    private int whole(String key, int from, int to) {
        Object value = table.get(key);
        if (value == null) {
            return from;
        }
        if (!(value instanceof Long number) || number < from || number > to) {
            wrong(table, key, value, "a whole number of " + from + " or more");
            return from;
        }
        return number.intValue();
    }

    private void wrong(TomlTable from, String key, Object value, String expected) {
        String found = value instanceof String text ? "\"" + text + "\"" : String.valueOf(value);
        String shown = value instanceof TomlTable || value instanceof TomlArray ? "a table or list" : found;
        errors.add(at(from, key) + "\"" + key + "\" is " + shown + ", expected " + expected + ".");
    }

    private String at(TomlTable from, String key) {
        TomlPosition position = from.inputPositionOf(List.of(key));
        return position == null ? file + ": " : file + ", line " + position.line() + ": ";
    }

    private String atRule() {
        return file + (place == null ? ": " : ", line " + place.line() + ": ");
    }
}
