package slipstream.cloudlink.protocol;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// What a payer shows at the till, in a shape that can be told apart from every other number on a receipt.
///
/// | characters | what |
/// | --- | --- |
/// | 1 | `V` |
/// | 12 | random, Crockford's base 32: 60 bits |
/// | 2 | check characters over the 13 before them |
///
/// Shown in groups of five: `V7K3M-0QZX4-D2BRT`. The check is the first 13 characters, read as a number in base 32,
/// modulo 1021, in two characters: 1021 is prime, so one wrong character or two that changed places are always
/// noticed, anything else but for one time in 1021.
///
/// @param value 15 capitals and digits, without hyphens
public record VoucherCode(String value) {
    private static final int RANDOM = 12;
    private static final int CHECKED = 1 + RANDOM;
    private static final int CHARACTERS = CHECKED + 2;
    private static final int GROUP = 5;
    private static final int PRIME = 1021;
    private static final String MARK = "V";

    /// A till prints it as it was scanned, or in its groups; never amid other letters or digits.
    private static final Pattern PRINTED = Pattern.compile(
            "(?<![0-9A-Z])V[C]{4}(-?)[C]{5}\\1[C]{5}(?![0-9A-Z])".replace("[C]", "[0-9A-HJKMNP-TV-Z]"),
            Pattern.CASE_INSENSITIVE);

    /// A new code.
    public static VoucherCode random() {
        var checked = MARK + Crockford.random(RANDOM);
        return new VoucherCode(checked + check(checked));
    }

    /// The code as somebody typed it or a camera read it: any letter case, `O` for 0, `I` and `L` for 1, blanks and
    /// hyphens anywhere. Nothing when it is none, or mistyped.
    public static Optional<VoucherCode> read(String typed) {
        return Crockford.read(typed, CHARACTERS)
                .filter(word -> word.startsWith(MARK) && word.endsWith(check(word.substring(0, CHECKED))))
                .map(VoucherCode::new);
    }

    /// The codes that stand in a text, in the order of the text, each once.
    ///
    /// Strict where [#read] is kind: a receipt is full of other numbers. Of those that have length, alphabet and
    /// first letter by chance, one in 1021 would pass; the service knows none of these.
    public static List<VoucherCode> find(CharSequence text) {
        var found = new LinkedHashSet<VoucherCode>();
        var matcher = PRINTED.matcher(text);
        while (matcher.find()) {
            read(matcher.group()).ifPresent(found::add);
        }
        return List.copyOf(found);
    }

    /// In groups of five, as people read it out.
    public String grouped() {
        var groups = value.split("(?<=\\G.{" + GROUP + "})");
        return String.join("-", groups);
    }

    private static String check(String checked) {
        int remainder = 0;
        for (int i = 0; i < checked.length(); i++) {
            remainder = (remainder * 32 + Crockford.ALPHABET.indexOf(checked.charAt(i))) % PRIME;
        }
        return "" + Crockford.ALPHABET.charAt(remainder / 32) + Crockford.ALPHABET.charAt(remainder % 32);
    }

    /// The first group only: enough to find a line in a log, too little to redeem.
    @Override
    public String toString() {
        return value.substring(0, Math.min(GROUP, value.length())) + "…";
    }
}
