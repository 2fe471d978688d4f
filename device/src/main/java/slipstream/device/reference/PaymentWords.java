package slipstream.device.reference;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import slipstream.device.reference.text.Ascii;
import slipstream.device.reference.text.Finder;
import slipstream.device.reference.text.Table;
import slipstream.device.reference.text.Words;

/// Collects the words by which one receipt tells that and how it was paid, line by line; they are in
/// `payments.tsv`.
final class PaymentWords {
    private static final String CARD = "card";
    private static final String PURSE = "purse";
    private static final String OTHER = "-";
    private static final String NONE = "none";
    private static final int WITH_AMOUNT = 8;
    private static final int MASK = 3;

    /// Digits that a masked card number shows at its end.
    private static final int SHOWN = 4;

    /// Digits of a card's number that tell its bank.
    private static final int ISSUER = 6;

    /// Digits that a masked phone number shows at its beginning.
    private static final int PHONE_LEAD = 3;

    static final Words<String> WORDS = words();

    /// How often each platform was named, with an amount in the line counting more.
    private final Map<String, Integer> weights = new HashMap<>();

    private boolean card;
    private boolean purse;

    private boolean any;

    private static Words<String> words() {
        var words = new Words<String>();
        Table.rows(PaymentWords.class, "payments.tsv")
                .forEach(row -> Table.entries(row.get(1)).forEach(word -> words.add(word, row.get(0))));
        return words;
    }

    /// Takes the next line.
    void line(Finder finder) {
        List<Words.Found<String>> found = finder.of(WORDS);
        if (!found.isEmpty() && found.stream().anyMatch(word -> word.meaning().equals(NONE))) {
            return;
        }
        card = card || finder.masks() && finder.digits() && maskedCard(finder.line());
        if (found.isEmpty()) {
            return;
        }
        any = true;
        long platforms = found.stream()
                .map(Words.Found::meaning)
                .filter(PaymentWords::platform)
                .distinct()
                .count();
        for (Words.Found<String> word : found) {
            card |= word.meaning().equals(CARD);
            purse |= word.meaning().equals(PURSE);
            if (platforms == 1 && platform(word.meaning())) {
                weights.merge(word.meaning(), finder.digits() ? WITH_AMOUNT : 1, Integer::sum);
            }
        }
    }

    private static boolean platform(String scheme) {
        return !scheme.equals(CARD) && !scheme.equals(PURSE) && !scheme.equals(OTHER);
    }

    /// `XXXX XXXX XXXX 1234`, `622202******1234`.
    private static boolean maskedCard(String line) {
        int at = Math.max(line.lastIndexOf("***"), line.lastIndexOf("XXX"));
        if (at < 0) {
            return issuer(line);
        }
        int digits = at + MASK;
        while (digits < line.length() && "*X -".indexOf(line.charAt(digits)) >= 0) {
            digits++;
        }
        int end = digits;
        while (end < line.length() && Ascii.digit(line.charAt(end))) {
            end++;
        }
        return end - digits == SHOWN && !phone(line, at) || issuer(line);
    }

    /// `4330-28**-****-90**`: the six digits of the bank that issued it, and a mask.
    private static boolean issuer(String line) {
        int digits = 0;
        for (int i = line.indexOf('*') - 1; i >= 0 && digits < ISSUER; i--) {
            char c = line.charAt(i);
            if (Ascii.digit(c)) {
                digits++;
                if (digits == ISSUER) {
                    return c >= '3' && c <= '6' && (i == 0 || !Ascii.digit(line.charAt(i - 1)));
                }
            } else if (c != '-' && c != ' ') {
                return false;
            }
        }
        return false;
    }

    /// `138****1234`, `010-****-1234`: three digits before the mask.
    private static boolean phone(String line, int mask) {
        int end = mask;
        while (end > 0 && "*X -".indexOf(line.charAt(end - 1)) >= 0) {
            end--;
        }
        int start = end;
        while (start > 0 && Ascii.digit(line.charAt(start - 1))) {
            start--;
        }
        return end - start == PHONE_LEAD;
    }

    /// Whether the receipt speaks of a payment.
    boolean any() {
        return any;
    }

    /// Whether it speaks of a card, and of no purse: their terminals print the same words.
    boolean card() {
        return card && !purse;
    }

    /// The platform that it names, the one that it names most clearly of several.
    Optional<String> platform() {
        return weights.entrySet().stream()
                .max(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey);
    }
}
