package slipstream.device.reference;

import java.util.ArrayList;
import java.util.List;

/// A row of digits in a text, ASCII or full-width, in groups with a blank or a dash between.
///
/// @param start where it begins
/// @param end behind its last digit
/// @param value the digits
/// @param groups where each group begins in the text, and behind the last of them
record Digits(String text, int start, int end, String value, List<int[]> groups) {
    /// More groups are no single number.
    private static final int MOST_GROUPS = 10;

    /// No secret number is longer or shorter.
    private static final int LONGEST = 34;

    private static final int SHORTEST = 11;

    /// The last character of an identity number may be an X.
    private static final int IDENTITY = 18;

    /// The first row at `from` or behind it, null for none.
    static Digits next(String text, int from) {
        int start = from;
        while (start < text.length() && digit(text.charAt(start)) < 0) {
            start++;
        }
        if (start == text.length()) {
            return null;
        }
        var value = new StringBuilder();
        List<int[]> groups = new ArrayList<>();
        int at = start;
        int end;
        do {
            int group = at;
            while (at < text.length() && digit(text.charAt(at)) >= 0) {
                value.append((char) ('0' + digit(text.charAt(at++))));
            }
            if (value.length() == IDENTITY - 1 && at < text.length() && (text.charAt(at) | 0x20) == 'x') {
                value.append('X');
                at++;
            }
            end = at;
            groups.add(new int[] {group, end});
            at++;
        } while (at < text.length() && joins(text.charAt(end)) && digit(text.charAt(at)) >= 0);
        return new Digits(text, start, end, value.toString(), groups);
    }

    /// The whole and its parts of whole groups, as far as they are long enough to be secret.
    List<Digits> parts() {
        if (value.length() < SHORTEST) {
            return List.of();
        }
        List<Digits> parts = new ArrayList<>();
        int before = 0;
        for (int first = 0; first < groups.size(); first++) {
            int length = 0;
            for (int last = first; last < Math.min(groups.size(), first + MOST_GROUPS); last++) {
                length += groups.get(last)[1] - groups.get(last)[0];
                if (length >= SHORTEST && length <= LONGEST) {
                    parts.add(new Digits(
                            text,
                            groups.get(first)[0],
                            groups.get(last)[1],
                            value.substring(before, before + length),
                            groups.subList(first, last + 1)));
                }
            }
            before += groups.get(first)[1] - groups.get(first)[0];
        }
        return parts;
    }

    /// Whether the text holds nothing else.
    boolean alone() {
        return text.substring(0, start).isBlank() && text.substring(end).isBlank();
    }

    /// Whether the text ends with it.
    boolean last() {
        return text.substring(end).isBlank();
    }

    private static int digit(char c) {
        return c >= '0' && c <= '9' ? c - '0' : c >= '\uFF10' && c <= '\uFF19' ? c - '\uFF10' : -1;
    }

    private static boolean joins(char c) {
        return " -\u00A0\u3000\u2010\u2011\uFF0D".indexOf(c) >= 0;
    }
}
