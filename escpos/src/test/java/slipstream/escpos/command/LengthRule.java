package slipstream.escpos.command;

import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A length as the reference table writes it: `3`, `4|3`, `5+u16(3)`, `4 if u8(2)==0 else 3`.
final class LengthRule {
    private static final Pattern NUMBER = Pattern.compile("u(8|16|32)\\((\\d+)\\)");
    private static final Pattern CHOICE =
            Pattern.compile("\\(?(\\d+) if (\\d+)(?:==(\\d+)| in \\(([\\d,]+)\\)) else (\\d+)\\)?");

    private LengthRule() {}

    /// The lengths that `rule` allows for a command that begins with `bytes`.
    static List<Integer> lengths(String rule, byte[] bytes) {
        return Arrays.stream(rule.split("\\|"))
                .map(one -> sum(choose(substitute(one, bytes))))
                .toList();
    }

    private static String substitute(String rule, byte[] bytes) {
        return NUMBER.matcher(rule).replaceAll(number -> {
            int at = Integer.parseInt(number.group(2));
            long value = 0;
            for (int i = Integer.parseInt(number.group(1)) / 8 - 1; i >= 0; i--) {
                value = value << 8 | bytes[at + i] & 0xFF;
            }
            return Long.toString(value);
        });
    }

    private static String choose(String rule) {
        return CHOICE.matcher(rule).replaceAll(LengthRule::chosen);
    }

    private static String chosen(MatchResult choice) {
        List<String> values = List.of((choice.group(3) != null ? choice.group(3) : choice.group(4)).split(","));
        return values.contains(choice.group(2)) ? choice.group(1) : choice.group(5);
    }

    private static int sum(String rule) {
        return Arrays.stream(rule.split("\\+")).mapToInt(LengthRule::product).sum();
    }

    private static int product(String rule) {
        return Arrays.stream(rule.split("\\*"))
                .mapToInt(factor -> Integer.parseInt(factor.strip()))
                .reduce(1, (a, b) -> a * b);
    }

    static boolean known(String rule) {
        Matcher procedure = Pattern.compile("proc:.*|see .*").matcher(rule);
        return !procedure.matches();
    }
}
