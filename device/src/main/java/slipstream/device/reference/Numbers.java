package slipstream.device.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;
import slipstream.device.reference.text.Ascii;

/// Finds the words with digits in a line.
///
/// ```
/// 4200 0012 3420 2611 2212 3456 7890     groups of four, parted by blanks or dashes, are one number
/// A20261122-0001                         letters, digits and _ - | * are a word
/// 12.80   2026/11/22   18:30             parts of amounts, days and times are marked as such
/// ```
final class Numbers {
    private static final int GROUP = 4;

    /// Longer groups are no parts of a number.
    private static final int MOST_IN_GROUP = 10;

    /// Fewer characters are no reference, and no beginning of one on another line.
    private static final int SHORTEST = 6;

    private Numbers() {}

    /// Whether an unfolded line can hold a reference, or the beginning of one: a word of six characters with a digit,
    /// or groups of four digits. Looks at every sixth character until it meets a letter or digit.
    static boolean in(String text) {
        int length = text.length();
        for (int i = SHORTEST - 1; i < length; i += SHORTEST) {
            char c = text.charAt(i);
            if (c < '0' || c > 'z' && c < 0xFF10 || !latin(c)) {
                continue;
            }
            int start = i;
            while (start > i - SHORTEST + 1 && latin(text.charAt(start - 1))) {
                start--;
            }
            boolean digits = false;
            int end = start;
            for (; end < length && latin(text.charAt(end)); end++) {
                digits |= anyDigit(text.charAt(end));
            }
            if (digits && (end - start >= SHORTEST || end - start == GROUP && grouped(text, start, end))) {
                return true;
            }
            i = end - 1;
        }
        return false;
    }

    /// Whether a group of four digits stands a blank or dash away; what an amount or a day is written with is none.
    private static boolean grouped(String text, int start, int end) {
        boolean behind = end + 1 < text.length() && !joint(text.charAt(end)) && anyDigit(text.charAt(end + 1));
        boolean before = start > 1 && !joint(text.charAt(start - 1)) && anyDigit(text.charAt(start - 2));
        return (behind || before) && anyDigit(text.charAt(start)) && anyDigit(text.charAt(end - 1));
    }

    /// The numbers of a folded line. `skip` tells for places in their order where to go on:
    /// behind a label that begins there, else at the place.
    static List<Number> of(String line, IntUnaryOperator skip) {
        List<Number> numbers = List.of();
        int i = 0;
        while (i < line.length()) {
            int next = skip.applyAsInt(i);
            if (next > i) {
                i = next;
                continue;
            }
            if (!word(line.charAt(i))) {
                i++;
                continue;
            }
            int end = Math.max(endOfGroups(line, i), endOfPlatformGroups(line, i));
            boolean grouped = end > i;
            end = grouped ? end : endOfWord(line, i);
            Number number = number(line, i, end, grouped);
            if (number != null) {
                numbers = numbers.isEmpty() ? new ArrayList<>() : numbers;
                numbers.add(number);
            }
            i = end;
        }
        return numbers;
    }

    private static Number number(String line, int from, int to, boolean grouped) {
        int start = from;
        int end = to;
        while (start < end && !latin(line.charAt(start))) {
            start++;
        }
        while (end > start && !latin(line.charAt(end - 1))) {
            end--;
        }
        int digits = 0;
        boolean letters = false;
        for (int i = start; i < end; i++) {
            char c = line.charAt(i);
            digits += Ascii.digit(c) ? 1 : 0;
            letters |= !Ascii.digit(c) && c != '-' && c != ' ';
        }
        if (digits == 0) {
            return null;
        }
        String word = line.substring(start, end);
        String value = grouped ? word.replace(" ", "") : word;
        String only = letters ? null : value.replace("-", "");
        return new Number(start, end, value, only, part(line, start, end) || only != null && day(value));
    }

    /// `2026-11-22`.
    private static boolean day(String value) {
        return value.length() >= 8
                && value.length() <= 10
                && value.charAt(4) == '-'
                && value.indexOf('-', 5) > 5
                && value.indexOf('-', 5) <= 7;
    }

    private static boolean part(String line, int start, int end) {
        boolean before = start > 1 && joint(line.charAt(start - 1)) && Ascii.digit(line.charAt(start - 2));
        boolean behind = end + 1 < line.length() && joint(line.charAt(end)) && Ascii.digit(line.charAt(end + 1));
        return before || behind;
    }

    private static boolean joint(char c) {
        return c == '.' || c == ',' || c == '+' || c == '/';
    }

    /// Behind two groups of four digits or more from `start` on, and a shorter one; `start` where there are none.
    private static int endOfGroups(String line, int start) {
        int end = start;
        int groups = 0;
        int digits = digits(line, start);
        while (digits == GROUP && !(end + digits < line.length() && word(line.charAt(end + digits)))) {
            groups++;
            end += digits;
            boolean goesOn = end + 1 < line.length() && (line.charAt(end) == ' ' || line.charAt(end) == '-');
            digits = goesOn ? digits(line, end + 1) : 0;
            int behind = end + 1 + digits;
            boolean group = digits > 0
                    && digits <= GROUP
                    && (behind >= line.length() || !word(line.charAt(behind)) && !joint(line.charAt(behind)));
            if (!group) {
                break;
            }
            if (digits < GROUP) {
                boolean dash = behind < line.length() && line.charAt(behind) == '-';
                end = groups > 1 && !dash ? behind : end;
                break;
            }
            end++;
        }
        return groups > 1 ? end : start;
    }

    /// Behind groups of as many digits, but a shorter last one, that make a platform's number together; `start` where
    /// there are none.
    private static int endOfPlatformGroups(String line, int start) {
        int size = digits(line, start, MOST_IN_GROUP);
        if (size < SHORTEST || size > MOST_IN_GROUP) {
            return start;
        }
        int end = start + size;
        int total = size;
        while (total < Rules.PLATFORM_LENGTH
                && end + 1 < line.length()
                && (line.charAt(end) == ' ' || line.charAt(end) == '-')) {
            int group = digits(line, end + 1, size);
            total += group;
            if (group == 0 || group > size || group < size && total != Rules.PLATFORM_LENGTH) {
                return start;
            }
            end += 1 + group;
        }
        boolean whole = total == Rules.PLATFORM_LENGTH && (end == line.length() || !word(line.charAt(end)));
        return whole ? end : start;
    }

    private static int digits(String line, int from) {
        return digits(line, from, GROUP);
    }

    /// How many digits stand from `from` on, at most one more than `most`.
    private static int digits(String line, int from, int most) {
        int to = from;
        while (to < line.length() && to - from <= most && Ascii.digit(line.charAt(to))) {
            to++;
        }
        return to - from;
    }

    private static int endOfWord(String line, int start) {
        int end = start;
        while (end < line.length()
                && (word(line.charAt(end))
                        || line.charAt(end) == '-' && end + 1 < line.length() && word(line.charAt(end + 1)))) {
            end++;
        }
        return end;
    }

    private static boolean word(char c) {
        return latin(c) || c == '_' || c == '|' || c == '*';
    }

    private static boolean anyDigit(char c) {
        return Ascii.digit(c) || c >= 0xFF10 && c <= 0xFF19;
    }

    /// A letter or digit of ASCII, or its full-width form.
    private static boolean latin(char c) {
        int half = c >= 0xFF01 && c <= 0xFF5E ? c - 0xFEE0 : c;
        return half >= '0' && half <= '9' || (half | 0x20) >= 'a' && (half | 0x20) <= 'z' && half < 0x80;
    }
}
