package slipstream.device.picture;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One text out of several readings of a line: long numbers stay only where two models read them alike.
///
/// ```
/// Chinese   交易单号:4200001234202611221234567890        English   BS :42000012342026112212345 67890
/// together  交易单号:4200001234202611221234567890
/// ```
///
/// Of a number that is read in two ways, every digit becomes `?`: it is then no number any more.
final class Agreement {
    /// Shorter numbers are no references; they may stay as they were read.
    private static final int LONG = 6;

    private static final Pattern WORD = Pattern.compile("[0-9A-Za-z_*|-]*\\d(?: ?[0-9A-Za-z_*|-])*");
    private static final Pattern GLUE = Pattern.compile("[ _*|-]");

    /// Platforms' numbers and retrieval references: of these lengths, whatever stands before them in the other
    /// reading is their label.
    private static final List<Integer> WELL_KNOWN = List.of(28, 12);

    private Agreement() {}

    /// Whether `text` has a number that must be read twice.
    static boolean needed(String text) {
        return !words(text).isEmpty();
    }

    /// The best of `readings` by one model, as far as `others` by another model bear it out.
    ///
    /// @return the text; empty when a long number remains that no other reading has
    static Optional<String> whole(List<String> readings, List<String> others) {
        return readings.stream()
                .filter(reading -> words(reading).stream().allMatch(word -> confirmed(word, others)))
                .findFirst();
    }

    /// The reading with the most that others bear out, the rest of its numbers made unreadable.
    static String partial(List<String> readings, List<String> others) {
        String best = "";
        long most = -1;
        for (String reading : readings) {
            long confirmed = words(reading).stream()
                    .filter(word -> confirmed(word, others))
                    .count();
            if (confirmed > most) {
                most = confirmed;
                best = reading;
            }
        }
        Matcher word = WORD.matcher(best);
        var text = new StringBuilder();
        int from = 0;
        while (word.find()) {
            boolean keep = !isLong(word.group()) || confirmed(word.group(), others);
            text.append(best, from, word.start());
            text.append(keep ? word.group() : word.group().replaceAll("[0-9]", "?"));
            from = word.end();
        }
        return text.append(best.substring(from)).toString();
    }

    private static boolean confirmed(String word, List<String> others) {
        String wanted = bare(word);
        return others.stream()
                .flatMap(other -> words(other).stream())
                .map(Agreement::bare)
                .anyMatch(other ->
                        other.equals(wanted) || other.endsWith(wanted) && WELL_KNOWN.contains(wanted.length()));
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(text);
        while (word.find()) {
            if (isLong(word.group())) {
                words.add(word.group());
            }
        }
        return words;
    }

    private static boolean isLong(String word) {
        return word.chars().filter(c -> c >= '0' && c <= '9').count() >= LONG;
    }

    private static String bare(String word) {
        return GLUE.matcher(word).replaceAll("");
    }
}
