package slipstream.device.reference;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TriggersTest {
    @Test
    void everyLabelOfTheTablesIsNoticedWhereverItStands() {
        Stream.of(List.of("payments.tsv", "1"), List.of("amounts.tsv", "1"), List.of("references.tsv", "3"))
                .forEach(table -> {
                    List<String> labels = Table.rows(table.get(0)).stream()
                            .flatMap(row -> Label.split(row.get(Integer.parseInt(table.get(1)))))
                            .toList();
                    Triggers triggers = Triggers.ofLabels(labels);
                    for (String label : labels) {
                        assertTrue(triggers.in("3 x " + label + ": 12.00"), label);
                        assertTrue(triggers.in(label.toUpperCase(java.util.Locale.ROOT)), label);
                    }
                });
    }

    @Test
    void whateverFitsAPatternHoldsATrigger() {
        List<String> patterns = Table.rows("kinds.tsv").stream()
                .filter(row -> !row.get(0).equals("never"))
                .map(row -> row.get(2))
                .toList();
        List<Pattern> compiled = patterns.stream()
                .map(pattern -> Pattern.compile("(?i)" + pattern))
                .toList();
        List<String> words = new ArrayList<>(List.of(" ", ":", "1", "X", "Z", "a", "单", "12.00"));
        patterns.forEach(pattern -> words.addAll(List.of(pattern.split("[^\\p{L}]+"))));
        Triggers triggers = Triggers.ofPatterns(patterns);
        var random = new Random(7);
        int fits = 0;
        for (int i = 0; i < 20_000; i++) {
            var line = new StringBuilder();
            for (int n = 1 + random.nextInt(4); n > 0; n--) {
                line.append(words.get(random.nextInt(words.size()))).append(random.nextBoolean() ? " " : "");
            }
            String text = line.toString();
            if (compiled.stream().anyMatch(pattern -> pattern.matcher(text).find())) {
                fits++;
                assertTrue(triggers.in(text), text);
            }
        }
        assertTrue(fits > 1000, "only " + fits + " lines fitted any pattern");
    }

    @Test
    void goodsAreNotNoticed() {
        Triggers triggers = Triggers.ofLabels(List.of("Total", "合计"));
        assertFalse(triggers.in("Oat Latte   x1   22.00"));
        assertFalse(triggers.in("Rototiller 12.00"));
        assertTrue(triggers.in("Sub TOTAL 12.00"));
    }
}
