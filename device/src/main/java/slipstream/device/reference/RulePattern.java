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

    /// In steps of the matcher; each takes a look at each character. Counts of groups multiply: `((a{99}){99}){99}`
    /// would be a million, so they are refused unread.
    private static final int LARGEST = 4000;

    /// Lines are looked at so far.
    private static final int LONGEST_LINE = 200;
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
        if (text.contains("){")) {
            throw new IllegalArgumentException("\"" + text + "\" counts a group, expected it written out");
        }
        try {
            Pattern compiled = Pattern.compile(text);
            if (compiled.programSize() > LARGEST) {
                throw new IllegalArgumentException("\"" + text + "\" counts too far, expected numbers of 6 to 64");
            }
            return new RulePattern(compiled);
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException("\"" + text + "\" is no pattern (" + e.getDescription() + ")", e);
        }
    }

    /// The pattern of exactly the line `text`, whatever blanks stand around it.
    public static RulePattern ofLine(String text) {
        String line = text.strip();
        boolean ruled = line.length() > 1 && line.chars().allMatch(c -> c == line.charAt(0));
        String parts = line.replaceAll("([\\\\.^$|?*+()\\[\\]{}])", "\\\\$1");
        return of("^ *" + (ruled ? parts.substring(0, parts.length() / line.length()) + "+" : parts) + " *$");
    }

    /// As it was written.
    public String text() {
        return pattern.pattern();
    }

    /// Whether a number has a day in it.
    public boolean dayed() {
        return dayed;
    }

    /// Whether all numbers of it are equally long, as far as is plain to see.
    boolean fixed() {
        return text().replace("(?P<day>", "(").chars().noneMatch(c -> "*+?|,".indexOf(c) >= 0);
    }

    /// Whether it is the pattern of all of `number`.
    boolean matches(String number) {
        Matcher matcher = pattern.matcher(number);
        return matcher.matches() && (!dayed || day(matcher.group(DAY)));
    }

    /// Whether it is the pattern of something in `line`.
    boolean in(String line) {
        return pattern.matcher(line.length() > LONGEST_LINE ? line.substring(0, LONGEST_LINE) : line)
                .find();
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
