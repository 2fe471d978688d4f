package slipstream.cloudlink.service.web.console;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import slipstream.cloudlink.service.web.page.Words;

/// Why something was refused, in the reader's language. What the rest of the service says is English; the file
/// `sentences_zh.tsv` has a line for each of its common sentences: a pattern, a tab, the same in Chinese, where `$1`
/// stands for what the pattern's first group has found, translated in its turn. What no line fits stays English.
final class Sentences {
    private static final List<Line> LINES = lines();
    private static final Pattern PLACE = Pattern.compile("\\$([0-9])");

    private Sentences() {}

    static String of(Exception refusal, Words words) {
        if (refusal instanceof Wrong wrong) {
            return wrong.in(words);
        }
        var sentence = String.valueOf(refusal.getMessage());
        return words.language().getLanguage().equals(Locale.CHINESE.getLanguage()) ? chinese(sentence) : sentence;
    }

    static String chinese(String sentence) {
        return LINES.stream()
                .flatMap(line -> line.read(sentence).stream())
                .findFirst()
                .orElse(sentence);
    }

    private static List<Line> lines() {
        var stream = Objects.requireNonNull(Sentences.class.getResourceAsStream("sentences_zh.tsv"));
        try (var reader = new BufferedReader(new InputStreamReader(stream, UTF_8))) {
            return reader.lines().map(line -> line.split("\t")).map(Line::of).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Line(Pattern english, String chinese) {
        static Line of(String[] cells) {
            return new Line(Pattern.compile(cells[0]), cells[1]);
        }

        Optional<String> read(String sentence) {
            var found = english.matcher(sentence);
            return found.matches()
                    ? Optional.of(PLACE.matcher(chinese)
                            .replaceAll(place -> Matcher.quoteReplacement(
                                    Sentences.chinese(found.group(Integer.parseInt(place.group(1)))))))
                    : Optional.empty();
        }
    }
}
