package slipstream.device.reference;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;

/// A regular expression in a rule that people may write (RE2: linear in the text, whatever it says).
///
/// A group `(?P<day>…)` in a number's pattern must hold a day: `yyyyMMdd` where it has eight digits, `yyMMdd` where
/// it has six.
public final class RulePattern {
    private static final int LONGEST = 200;
    private static final String DAY = "day";

    private final Pattern pattern;
    private final boolean dayed;

    private RulePattern(Pattern pattern) {
        this.pattern = pattern;
        dayed = pattern.namedGroups().containsKey(DAY);
    }

    /// Reads `text`.
    ///
    /// @throws IllegalArgumentException when it is none; the message tells what is wrong
    public static RulePattern of(String text) {
        if (text.isEmpty() || text.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "the pattern has " + text.length() + " characters, expected 1 to " + LONGEST);
        }
        if (nestedCounts(text)) {
            throw new IllegalArgumentException("\"" + text + "\" repeats a repetition, expected one count at a place");
        }
        try {
            return new RulePattern(Pattern.compile(text));
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException("\"" + text + "\" is no pattern (" + e.getDescription() + ")", e);
        }
    }

    /// The pattern of exactly the line `text`, whatever blanks stand around it.
    public static RulePattern ofLine(String text) {
        return of("^ *" + Pattern.quote(text.strip()) + " *$");
    }

    /// Counts behind a group multiply: `((a{99}){99}){99}` would be a pattern of a million parts.
    private static boolean nestedCounts(String text) {
        return text.replace(" ", "").contains("){");
    }

    /// As it was written.
    public String text() {
        return pattern.pattern();
    }

    /// Whether a number has a day in it.
    public boolean dayed() {
        return dayed;
    }

    /// Whether it is the pattern of all of `number`.
    boolean matches(String number) {
        Matcher matcher = pattern.matcher(number);
        return matcher.matches() && (!dayed || day(matcher.group(DAY)));
    }

    /// Whether it is the pattern of something in `line`.
    boolean in(String line) {
        return pattern.matcher(line).find();
    }

    private static boolean day(String digits) {
        return digits != null && Check.day(digits.length() == 6 ? "20" + digits : digits, 0);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RulePattern same && same.text().equals(text());
    }

    @Override
    public int hashCode() {
        return text().hashCode();
    }

    @Override
    public String toString() {
        return text();
    }
}
