package slipstream.escpos.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// What receipts say, by language: words of the alphabets, single characters of the East Asian scripts.
final class ReceiptWords {
    private static final Map<String, Set<Integer>> CHARACTERS = new HashMap<>();
    private static final Set<String> WORDS = new HashSet<>();

    static {
        for (String line : lines()) {
            String[] row = line.split("\t");
            CHARACTERS.put(row[0], row[1].codePoints().boxed().collect(Collectors.toUnmodifiableSet()));
            WORDS.addAll(List.of(row[1].split(" ")));
        }
    }

    private ReceiptWords() {}

    /// Whether receipts of that language use the character.
    static boolean common(String language, int codePoint) {
        return CHARACTERS.get(language).contains(codePoint);
    }

    /// Whether receipts use the word, which is in small letters.
    static boolean common(String word) {
        return WORDS.contains(word);
    }

    private static List<String> lines() {
        try (var in = new BufferedReader(new InputStreamReader(
                ReceiptWords.class.getResourceAsStream("receipt-words.tsv"), StandardCharsets.UTF_8))) {
            return in.lines().filter(line -> !line.startsWith("#")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
