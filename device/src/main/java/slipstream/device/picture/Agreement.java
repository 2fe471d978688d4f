package slipstream.device.picture;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

/// One text out of several readings of a line: long numbers stay only where models agree.
///
/// ```
/// Chinese   交易单号:4200001234202611221234567890        English   BS :42000012342026112212345 67890
/// together  交易单号:4200001234202611221234567890
/// ```
///
/// Either the English model, the surest with digits, reads it alike in both views and another model bears it out, or
/// all three models do. A model's two views alone are no proof: a font whose zeros it takes for nines, it takes so in
/// each. Digits that look alike must be read alike, and others not; where readings differ, those of all like digits
/// together may settle it. Letters among digits are never believed: all three take one broken `H` for `IHI`. A number
/// without agreement
/// becomes stars: it is then no number any more, nor a part of one.
final class Agreement {
    /// Shorter numbers are no references; they may stay as they were read.
    private static final int LONG = 6;

    /// Platforms' numbers and retrieval references: of these lengths, a little more in front of them in another
    /// reading is what that model sees in their label.
    private static final Set<Integer> WELL_KNOWN = Set.of(28, 12);

    private static final int LITTLE = 4;

    /// How many characters of a number a reading may have lost or added.
    private static final int SLACK = 8;

    /// In which a model reads a line at most.
    private static final int VIEWS = 2;

    private static final int FEWEST_VOTES = 4;
    private static final int[] NOT_PLAIN = {};

    private static final Pattern WORD = Pattern.compile("[0-9A-Za-z_*|-]*\\d(?: ?[0-9A-Za-z_*|-])*");
    private static final Pattern GLUE = Pattern.compile("[ _*|-]");

    private final IntFunction<int[]> shapes;
    private final Map<Integer, int[]> known = new HashMap<>();
    private final Map<Model, List<String>> readings = new EnumMap<>(Model.class);

    /// None yet.
    ///
    /// @param shapes which of the last so many digits of the line's number look alike, as [Likeness#shapes]
    Agreement(IntFunction<int[]> shapes) {
        this.shapes = shapes;
        for (Model model : Model.values()) {
            readings.put(model, new ArrayList<>());
        }
    }

    /// Adds what `model` read in another view.
    void add(Model model, String text) {
        readings.get(model).add(text);
    }

    /// Whether a long number is still to be agreed upon.
    boolean open() {
        return labels().stream()
                        .noneMatch(text -> words(text).stream().allMatch(word -> !lettered(word) && agreed(word)))
                && substitute().isEmpty();
    }

    /// The text, with stars for numbers that are not agreed upon.
    String text() {
        String best = "";
        long most = -1;
        for (String reading : labels()) {
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
        if (!isLong(word, line) || !lettered(word) && agreed(word)) {
            return word;
        }
        return substitute()
                .filter(number -> Math.abs(bare(word).length() - number.length()) <= SLACK)
                .orElse("*".repeat(Math.max(2, word.length())));
    }

    /// The one number that the other models agree upon where the Chinese model reads but one.
    private Optional<String> substitute() {
        List<String> numbers = readings.get(Model.ENGLISH).stream()
                .flatMap(text -> words(text).stream())
                .map(Agreement::bare)
                .filter(number -> !lettered(number) && agreed(number))
                .distinct()
                .toList();
        if (!labels().stream().allMatch(text -> words(text).size() <= 1)) {
            return Optional.empty();
        }
        return numbers.size() == 1 ? Optional.of(numbers.getFirst()) : voted();
    }

    /// What the readings of all digits that look alike make together of the line's one number.
    private Optional<String> voted() {
        List<String> all = readings.values().stream()
                .flatMap(List::stream)
                .flatMap(text -> words(text).stream().reduce((first, second) -> second).stream())
                .map(Agreement::bare)
                .filter(word -> word.length() >= LONG)
                .toList();
        Map<Integer, Long> lengths = all.stream().collect(Collectors.groupingBy(String::length, Collectors.counting()));
        int length = lengths.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(0);
        List<String> votes =
                all.stream().filter(word -> word.length() == length).toList();
        int[] like = votes.size() < FEWEST_VOTES ? NOT_PLAIN : shapes(length);
        return like.length == 0 ? Optional.empty() : Optional.ofNullable(new Ballot(like, votes).number());
    }

    /// Whether digits that look alike are read alike, and others not, as far as their shapes are plain.
    private boolean alike(String number) {
        int[] like = number.length() < LONG ? NOT_PLAIN : shapes(number.length());
        for (int i = 0; i < like.length; i++) {
            for (int j = 0; j < i; j++) {
                if (like[i] == like[j] != (number.charAt(i) == number.charAt(j))) {
                    return false;
                }
            }
        }
        return true;
    }

    private int[] shapes(int count) {
        return known.computeIfAbsent(count, shapes::apply);
    }

    /// Only the Chinese model reads labels.
    private List<String> labels() {
        return readings.get(Model.CHINESE);
    }

    private boolean agreed(String word) {
        String wanted = bare(word);
        boolean chinese = views(Model.CHINESE, wanted) > 0;
        boolean german = views(Model.GERMAN, wanted) > 0;
        long english = views(Model.ENGLISH, wanted);
        boolean every = chinese && german && english > 0;
        boolean surely = english >= VIEWS && (chinese || german);
        return (every || surely) && alike(wanted);
    }

    /// In how many views the model reads the number.
    private long views(Model model, String wanted) {
        return readings.get(model).stream().filter(text -> reads(text, wanted)).count();
    }

    private static boolean reads(String text, String wanted) {
        return words(text).stream()
                .map(Agreement::bare)
                .anyMatch(word -> word.equals(wanted)
                        || WELL_KNOWN.contains(wanted.length())
                                && word.endsWith(wanted)
                                && word.length() <= wanted.length() + LITTLE);
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

    private static boolean lettered(String word) {
        return word.chars().anyMatch(Character::isLetter);
    }

    private static String bare(String word) {
        return GLUE.matcher(word).replaceAll("");
    }
}
