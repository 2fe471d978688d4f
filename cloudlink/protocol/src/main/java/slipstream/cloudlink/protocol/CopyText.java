package slipstream.cloudlink.protocol;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// What the text of a receipt's copy may be: lines of plain characters, and not too many. No control, format,
/// private or unpaired characters, so that it can do nothing but be read.
public final class CopyText {
    /// The most characters, line ends counted.
    public static final int LONGEST = 16_384;

    /// The most lines.
    public static final int MOST_LINES = 600;

    private static final int LONGEST_LINE = 200;
    private static final int BLANK = ' ';

    private CopyText() {}

    /// The lines as a copy, without blanks at their ends and blank lines before and after; cut where it gets too
    /// long, and `?` for what cannot be read. Empty when nothing can.
    public static String of(List<String> lines) {
        String text = lines.stream()
                .limit(MOST_LINES)
                .map(CopyText::line)
                .dropWhile(String::isEmpty)
                .collect(Collectors.joining("\n"))
                .stripTrailing();
        return text.length() <= LONGEST ? text : text.substring(0, text.lastIndexOf('\n', LONGEST));
    }

    /// What is wrong with `text` as a copy, in a sentence; empty when nothing is.
    public static Optional<String> objection(String text) {
        if (text == null || text.isBlank()) {
            return Optional.of("'text' is missing or blank, what the receipt says was expected");
        }
        if (text.length() > LONGEST) {
            return Optional.of("'text' has " + text.length() + " characters, at most " + LONGEST + " were expected");
        }
        if (text.lines().count() > MOST_LINES || text.lines().anyMatch(line -> line.length() > LONGEST_LINE)) {
            return Optional.of("'text' has too many or too long lines, at most " + MOST_LINES + " of " + LONGEST_LINE
                    + " characters were expected");
        }
        return text.codePoints().allMatch(c -> c == '\n' || readable(c))
                ? Optional.empty()
                : Optional.of("'text' has characters that nobody can read, letters, digits and marks were expected");
    }

    private static String line(String line) {
        var readable = new StringBuilder();
        line.codePoints()
                .limit(LONGEST_LINE / 2)
                .map(c -> Character.isISOControl(c) ? BLANK : readable(c) ? c : '?')
                .forEach(readable::appendCodePoint);
        return readable.toString().stripTrailing();
    }

    private static boolean readable(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
