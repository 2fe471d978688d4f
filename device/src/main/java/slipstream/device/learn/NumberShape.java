package slipstream.device.learn;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import slipstream.device.reference.RulePattern;

/// From examples of a number to the pattern of its kind.
///
/// What the examples agree in is kept, place by place: runs of digits, of letters, of signs, their lengths, letters
/// that never change, a day. Numbers without such an order (hexadecimal ones) are described by their characters and
/// their length. It is as narrow as the examples allow; each further one may widen it.
final class NumberShape {
    /// A number that was found, and the day printed on its receipt.
    record Example(String value, Optional<LocalDate> day) {}

    private record Run(char kind, String text) {}

    private static final int MOST_RUNS = 7;
    private static final int FARTHEST_LENGTH = 2;
    private static final int LONGEST_WORD = 6;
    private static final int FAR_DAYS = 400;

    /// So many examples, and a beginning that they share may be a fixed one.
    private static final int ENOUGH = 5;

    private static final int LONGEST_PREFIX = 4;
    private static final int SHORTEST_PREFIXED = 12;

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuuMMdd").withResolverStyle(ResolverStyle.STRICT);

    private final List<Example> examples;
    private final List<List<Run>> runs;
    private final LocalDate today;

    /// @param today lets a day be recognised on receipts that print none
    NumberShape(List<Example> examples, LocalDate today) {
        this.examples = List.copyOf(examples);
        this.today = today;
        runs = examples.stream().map(example -> runs(example.value())).toList();
    }

    /// The pattern of all examples and as little else as can be.
    RulePattern pattern() {
        return RulePattern.of(ordered() ? orderedPattern(false) : characters());
    }

    /// The same once enough examples show with what such numbers begin.
    RulePattern settled() {
        return RulePattern.of(ordered() ? orderedPattern(true) : characters());
    }

    /// Whether `value` may be another of these: its parts follow each other in the same way, its length is near.
    boolean near(Example other) {
        int length = other.value().length();
        boolean nearLength =
                examples.stream().allMatch(example -> Math.abs(example.value().length() - length) <= FARTHEST_LENGTH);
        List<Example> all = new ArrayList<>(examples);
        all.add(other);
        var both = new NumberShape(all, today);
        boolean keepsOrder = both.ordered() == ordered();
        boolean keepsDay = pattern().dayed() == both.pattern().dayed();
        return nearLength && keepsOrder && keepsDay;
    }

    private static List<Run> runs(String value) {
        List<Run> runs = new ArrayList<>();
        int from = 0;
        for (int i = 1; i <= value.length(); i++) {
            if (i == value.length() || kind(value.charAt(i)) != kind(value.charAt(from))) {
                runs.add(new Run(kind(value.charAt(from)), value.substring(from, i)));
                from = i;
            }
        }
        return runs;
    }

    private static char kind(char c) {
        if (c >= '0' && c <= '9') {
            return '0';
        }
        return c >= 'A' && c <= 'Z' ? 'A' : c >= 'a' && c <= 'z' ? 'a' : c;
    }

    private boolean ordered() {
        List<Character> first = kinds(runs.getFirst());
        return first.size() <= MOST_RUNS
                && runs.stream().allMatch(one -> kinds(one).equals(first));
    }

    private static List<Character> kinds(List<Run> runs) {
        return runs.stream().map(Run::kind).toList();
    }

    private String orderedPattern(boolean settled) {
        var pattern = new StringBuilder();
        for (int i = 0; i < runs.getFirst().size(); i++) {
            int at = i;
            List<String> texts = runs.stream().map(one -> one.get(at).text()).toList();
            char kind = runs.getFirst().get(i).kind();
            switch (kind) {
                case '0' -> pattern.append(digits(texts, settled && i == 0));
                case 'A', 'a' -> pattern.append(letters(texts, kind == 'A' ? "[A-Z]" : "[a-z]"));
                default -> pattern.append(signs(texts));
            }
        }
        return pattern.toString();
    }

    private String digits(List<String> texts, boolean prefixed) {
        int day = day(texts);
        int dayLength = day < 0 ? 0 : day(texts, day, 8) ? 8 : 6;
        int prefix = prefixed ? prefix(texts, day < 0 ? LONGEST_PREFIX : Math.min(day, LONGEST_PREFIX)) : 0;
        String head = texts.getFirst().substring(0, prefix);
        if (day < 0) {
            return head + counted("[0-9]", texts, prefix);
        }
        String before = day > prefix ? "[0-9]{" + (day - prefix) + "}" : "";
        String inDay = (dayLength == 8 ? "20[0-9]{6}" : "[0-9]{6}");
        return head + before + "(?P<day>" + inDay + ")" + counted("[0-9]", texts, day + dayLength);
    }

    /// Where in every text the day of its receipt stands, -1 for nowhere.
    private int day(List<String> texts) {
        int shortest = texts.stream().mapToInt(String::length).min().orElseThrow();
        for (int at = 0; at + 6 <= shortest; at++) {
            if (day(texts, at, 8) || day(texts, at, 6)) {
                return at;
            }
        }
        return -1;
    }

    private boolean day(List<String> texts, int at, int length) {
        for (int i = 0; i < texts.size(); i++) {
            if (at + length > texts.get(i).length()) {
                return false;
            }
            String digits = texts.get(i).substring(at, at + length);
            if (!day(
                    length == 8 ? digits : "20" + digits,
                    length,
                    examples.get(i).day())) {
                return false;
            }
        }
        return true;
    }

    private boolean day(String digits, int length, Optional<LocalDate> printed) {
        if (!digits.startsWith("20")) {
            return false;
        }
        try {
            LocalDate day = LocalDate.parse(digits, DAY);
            boolean near = length == 8 && Math.abs(ChronoUnit.DAYS.between(day, today)) <= FAR_DAYS;
            return printed.map(day::equals).orElse(near);
        } catch (DateTimeException e) {
            return false;
        }
    }

    /// How long the fixed beginning is: none that a clock or a calendar would change.
    private int prefix(List<String> texts, int most) {
        if (texts.stream().distinct().count() < ENOUGH) {
            return 0;
        }
        String first = texts.getFirst();
        int length = 0;
        while (length < most && same(texts, length)) {
            length++;
        }
        boolean tall = texts.stream().allMatch(text -> text.length() >= SHORTEST_PREFIXED);
        return tall && !clockwork(first) ? length : 0;
    }

    private static boolean same(List<String> texts, int at) {
        return texts.stream()
                .allMatch(text -> at < text.length()
                        && text.charAt(at) == texts.getFirst().charAt(at));
    }

    /// Whether it begins as a year, a day without its century, or seconds since 1970 of these times do.
    private boolean clockwork(String digits) {
        String year = String.valueOf(today.getYear());
        long seconds = Long.parseLong(digits.substring(0, 10));
        return digits.startsWith(year.substring(0, 3))
                || digits.startsWith(year.substring(2, 3))
                || Math.abs(seconds / 86_400 - today.toEpochDay()) <= FAR_DAYS;
    }

    private static String letters(List<String> texts, String of) {
        boolean word =
                texts.stream().distinct().count() == 1 && texts.getFirst().length() <= LONGEST_WORD;
        return word ? texts.getFirst() : counted(of, texts, 0);
    }

    private static String signs(List<String> texts) {
        String sign = texts.getFirst().substring(0, 1);
        String one = "|*+.?()[]{}^$\\".contains(sign) ? "\\" + sign : sign;
        return counted(one, texts, 0);
    }

    /// `[0-9]{12}`, `[0-9]{12,14}`, of what stands behind the first `from` characters.
    private static String counted(String of, List<String> texts, int from) {
        int least = texts.stream().mapToInt(String::length).min().orElseThrow() - from;
        int most = texts.stream().mapToInt(String::length).max().orElseThrow() - from;
        if (most == 0 || least == 1 && most == 1) {
            return most == 0 ? "" : of;
        }
        return of + (least == most ? "{" + least + "}" : "{" + least + "," + most + "}");
    }

    private String characters() {
        List<String> values = examples.stream().map(Example::value).toList();
        boolean hexadecimal = all(values, c -> Character.digit(c, 16) >= 0);
        boolean lower = all(values, c -> c < 'A' || c > 'Z');
        boolean upper = all(values, c -> c < 'a' || c > 'z');
        String letters = hexadecimal ? "a-f" : "a-z";
        String capitals = hexadecimal ? "A-F" : "A-Z";
        String signs = all(values, c -> "-_|*".indexOf(c) < 0) ? "" : "_|*-";
        return counted("[0-9" + (upper ? "" : letters) + (lower ? "" : capitals) + signs + "]", values, 0);
    }

    private static boolean all(List<String> values, IntPredicate each) {
        return values.stream().allMatch(value -> value.chars().allMatch(each));
    }
}
