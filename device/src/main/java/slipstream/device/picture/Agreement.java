package slipstream.device.picture;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One text out of several readings of a line: long numbers stay only where two readings agree.
///
/// ```
/// Chinese   交易单号:4200001234202611221234567890        English   BS :42000012342026112212345 67890
/// together  交易单号:4200001234202611221234567890
/// ```
///
/// Two readings are one of each model; of a number that has a day in itself, so that its own shape speaks for it,
/// also two views by one model. A number that is read in two ways becomes stars: it is then no number any more, nor
/// a part of one.
final class Agreement {
    /// Shorter numbers are no references; they may stay as they were read.
    private static final int LONG = 6;

    /// The length of the platforms' numbers, which have a day in themselves.
    private static final int PLATFORM = 28;

    /// Retrieval references' length.
    private static final int RRN = 12;

    /// How many characters of a platform's number a reading may have lost or added.
    private static final int SLACK = 8;

    private static final Pattern WORD = Pattern.compile("[0-9A-Za-z_*|-]*\\d(?: ?[0-9A-Za-z_*|-])*");
    private static final Pattern GLUE = Pattern.compile("[ _*|-]");
    private static final Pattern DIGITS = Pattern.compile("[0-9]+");

    private final List<String> chinese = new ArrayList<>();
    private final List<String> english = new ArrayList<>();

    /// Adds what `model` read in another view.
    void add(Model model, String text) {
        (model == Model.CHINESE ? chinese : english).add(text);
    }

    /// Whether a long number is still to be agreed upon.
    boolean open() {
        return chinese.stream().noneMatch(text -> words(text).stream().allMatch(this::agreed))
                && substitute().isEmpty();
    }

    /// The text, with stars for numbers that are not agreed upon.
    String text() {
        String best = "";
        long most = -1;
        for (String reading : chinese) {
            long agreed = words(reading).stream().filter(this::agreed).count();
            if (agreed > most) {
                most = agreed;
                best = reading;
            }
        }
        Matcher word = WORD.matcher(best);
        var text = new StringBuilder();
        int from = 0;
        while (word.find()) {
            text.append(best, from, word.start()).append(kept(word.group(), best));
            from = word.end();
        }
        return text.append(best.substring(from)).toString();
    }

    private String kept(String word, String line) {
        if (!isLong(word, line) || agreed(word)) {
            return word;
        }
        boolean mayBePlatforms = Math.abs(bare(word).length() - PLATFORM) <= SLACK;
        return substitute().filter(number -> mayBePlatforms).orElse("*".repeat(Math.max(2, word.length())));
    }

    /// The one platform's number that the English model read twice where the Chinese model reads but one number.
    private Optional<String> substitute() {
        List<String> numbers = english.stream()
                .flatMap(text -> words(text).stream())
                .map(Agreement::bare)
                .filter(number -> number.length() == PLATFORM && agreed(number))
                .distinct()
                .toList();
        boolean one = chinese.stream().allMatch(text -> words(text).size() <= 1);
        return one && numbers.size() == 1 ? Optional.of(numbers.getFirst()) : Optional.empty();
    }

    private boolean agreed(String word) {
        String wanted = bare(word);
        long byChinese = count(chinese, wanted);
        long byEnglish = count(english, wanted);
        boolean dated = wanted.length() == PLATFORM && DIGITS.matches(wanted);
        return byChinese > 0 && byEnglish > 0 || dated && byChinese + byEnglish > 1;
    }

    /// How many of `readings` have the number. What stands before a number of a well-known length may be its label,
    /// as the other model sees it.
    private static long count(List<String> readings, String wanted) {
        boolean wellKnown = wanted.length() == PLATFORM || wanted.length() == RRN;
        return readings.stream()
                .filter(reading -> words(reading).stream()
                        .map(Agreement::bare)
                        .anyMatch(word -> word.equals(wanted) || wellKnown && word.endsWith(wanted)))
                .count();
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(text);
        while (word.find()) {
            if (isLong(word.group(), text)) {
                words.add(word.group());
            }
        }
        return words;
    }

    /// A word that is all its line says may be the rest of a number.
    private static boolean isLong(String word, String line) {
        return word.length() == line.length()
                || word.chars().filter(c -> c >= '0' && c <= '9').count() >= LONG;
    }

    private static String bare(String word) {
        return GLUE.matcher(word).replaceAll("");
    }
}
