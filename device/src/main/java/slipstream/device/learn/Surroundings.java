package slipstream.device.learn;

import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;
import slipstream.device.reference.LearnedRule.Anchor;
import slipstream.device.reference.LearnedRule.ByLabel;
import slipstream.device.reference.LearnedRule.ByLine;
import slipstream.device.reference.LearnedRule.InSymbol;
import slipstream.device.reference.LearnedRule.Place;
import slipstream.device.reference.RulePattern;
import slipstream.device.reference.Sighting;
import slipstream.device.reference.text.Folded;

/// What stands around a number, and so by what it could be found again.
///
/// @param anchors the best first
/// @param shown the label as a screen shows it; empty for none
record Surroundings(List<Anchor> anchors, String shown) {
    private static final int FARTHEST = 6;
    private static final int FEWEST_LETTERS = 2;
    private static final int LONGEST_LABEL = 40;
    private static final String GAP = "  ";
    private static final String AROUND = " :;=.#>|-*'\"(<[_/,";

    /// The surroundings of `number`, one of `all` of its receipt.
    static Surroundings of(Sighting number, List<Sighting> all, SequencedMap<Integer, String> lines) {
        if (number.symbol()) {
            return new Surroundings(List.of(new InSymbol()), "");
        }
        List<Anchor> anchors = new ArrayList<>();
        String before = before(number, all);
        label(anchors, before, Place.SAME_LINE);
        List<Integer> numbers = List.copyOf(lines.keySet());
        int own = numbers.indexOf(number.line());
        if (firstInColumn(number)) {
            label(anchors, beside(number, own > 0 ? lines.get(numbers.get(own - 1)) : ""), Place.NEXT_LINE);
        }
        label(anchors, behind(number), Place.BEFORE_LABEL);
        if (firstInColumn(number)) {
            String below = own + 1 < numbers.size() ? lines.get(numbers.get(own + 1)) : "";
            label(anchors, beside(number, below), Place.LINE_ABOVE);
        }
        String shown = anchors.isEmpty() ? before : ((ByLabel) anchors.getFirst()).text();
        for (int k = 1; k <= Math.min(own, FARTHEST); k++) {
            String line = lines.get(numbers.get(own - k));
            if (line.strip().length() > FEWEST_LETTERS && !digits(line) && line.length() <= LONGEST_LABEL * 2) {
                anchors.add(new ByLine(RulePattern.ofLine(line), k));
            }
        }
        return new Surroundings(anchors, shown);
    }

    private static void label(List<Anchor> anchors, String text, Place place) {
        if (named(text)) {
            anchors.add(new ByLabel(text, place));
        }
    }

    /// Whether a text can be a label: letters, and not too many.
    static boolean named(String text) {
        return text.length() <= LONGEST_LABEL
                && text.chars().filter(Character::isLetter).count() >= FEWEST_LETTERS;
    }

    private static boolean digits(String text) {
        return text.chars().anyMatch(Character::isDigit);
    }

    /// The text of its column before a number, without the punctuation that ends it.
    private static String before(Sighting number, List<Sighting> all) {
        int from = 0;
        for (Sighting other : all) {
            boolean sameLine = other.line() == number.line() && other.text().equals(number.text());
            from = sameLine && other.end() <= number.start() ? Math.max(from, other.end()) : from;
        }
        String text = trimmed(number.text().substring(from, number.start()));
        int gap = text.lastIndexOf(GAP);
        return trimmed(gap < 0 ? text : text.substring(gap));
    }

    private static String behind(Sighting number) {
        String text = trimmed(number.text().substring(number.end()));
        int gap = text.indexOf(GAP);
        String label = trimmed(gap < 0 ? text : text.substring(0, gap));
        return digits(label) ? "" : label.replaceAll("[)\\]]$", "");
    }

    private static boolean firstInColumn(Sighting number) {
        return number.first() || number.text().substring(0, number.start()).endsWith(GAP);
    }

    /// The text in the number's column of the line above or below it, which has no digits.
    private static String beside(Sighting number, String line) {
        if (digits(line)) {
            return "";
        }
        int start = Folded.columns(number.text(), number.start());
        int end = Folded.columns(number.text(), number.end());
        String nearest = "";
        int distance = Integer.MAX_VALUE;
        int at = 0;
        for (String part : line.split("(?<=  )(?=[^ ])")) {
            int from = Folded.columns(line, at);
            int to = Folded.columns(line, at + part.stripTrailing().length());
            int apart = Math.min(Math.abs(from - start), Math.abs(to - end));
            if (!part.isBlank() && apart < distance) {
                nearest = trimmed(part);
                distance = apart;
            }
            at += part.length();
        }
        return nearest;
    }

    private static String trimmed(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && AROUND.indexOf(text.charAt(start)) >= 0) {
            start++;
        }
        while (end > start && AROUND.indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return text.substring(start, end);
    }
}
