package slipstream.device.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import slipstream.escpos.profile.PrinterProfile;
import slipstream.escpos.state.PrinterState;
import slipstream.escpos.text.TextDetector;
import slipstream.escpos.text.TextDetector.Guess;

/// What a till's text is in, and what a profile has to say about it.
///
/// @param profile the printer it was compared with
/// @param ways the codes that it may be in, the likeliest first; none when it is ASCII alone
/// @param profileReads the example as that printer reads it; null when the text is ASCII
/// @param guessed whether that printer is told neither by its profile nor by the till how to read it
/// @param choices what the till sends to choose a code: `ESC t 2`, `FS &`
/// @param dialects the languages that the streams speak
/// @param changes what would make the profile right, the least first: no keys when it is right as it is
/// @param profiles those of the project that are right as they are, if this one is not
record Detection(
        PrinterProfile profile,
        List<Way> ways,
        String profileReads,
        boolean guessed,
        Set<String> choices,
        Set<String> dialects,
        List<Map<String, String>> changes,
        List<String> profiles) {

    private static final Map<String, String> FOREIGN =
            Map.of("star", "Star's own (line or raster mode)", "bematech", "Bematech's own");

    /// One way to read the text.
    ///
    /// @param codes those that read it alike
    /// @param sureness from 0 to 1
    /// @param example a line, read so
    record Way(List<String> codes, double sureness, String example) {
        /// The codes, as people call them.
        String title() {
            return codes.stream().map(code -> new TextCode(code).title()).collect(Collectors.joining(" or "));
        }

        /// How sure it is.
        String sure() {
            return sureness > 0.99
                    ? "more than 99 %"
                    : sureness < 0.01 ? "less than 1 %" : Math.round(sureness * 100) + " %";
        }
    }

    /// How to read streams whose language is not known yet: one that is another's turns out by its commands.
    static PrinterProfile reader(PrinterProfile profile) {
        return FOREIGN.containsKey(profile.dialect()) ? PrinterProfile.GENERIC_80MM : profile;
    }

    static Detection of(TillText till, PrinterProfile profile) {
        List<Guess> guesses = TextDetector.detect(till.texts());
        if (guesses.isEmpty()) {
            return new Detection(
                    profile, List.of(), null, false, till.choices(), till.dialects(), List.of(Map.of()), List.of());
        }
        var code = new TextCode(guesses.getFirst().code());
        List<Guess> two = guesses.subList(0, Math.min(2, guesses.size()));
        List<List<String>> readings =
                two.stream().map(guess -> lines(till, guess)).toList();
        List<String> right = readings.getFirst();
        List<String> asIs = till.as(profile);
        int example = telling(right, asIs, readings.getLast());
        List<Way> ways = IntStream.range(0, two.size())
                .mapToObj(i -> new Way(
                        two.get(i).codes(),
                        two.get(i).sureness(),
                        readings.get(i).get(example)))
                .toList();
        List<Map<String, String>> changes = code.changes(profile).stream()
                .filter(change -> right(till, code, right, change.profile()))
                .map(TextCode.Change::keys)
                .toList();
        boolean asItIs = !changes.isEmpty() && changes.getFirst().isEmpty();
        List<String> others = PrinterProfile.names().stream()
                .filter(name -> !asItIs && name.startsWith("generic-"))
                .filter(name -> right(till, code, right, PrinterProfile.named(name)))
                .toList();
        return new Detection(
                profile,
                ways,
                asIs.get(example),
                !till.told(profile),
                till.choices(),
                till.dialects(),
                changes,
                others);
    }

    /// The line that shows best how ways to read differ.
    private static int telling(List<String> right, List<String> asIs, List<String> next) {
        int best = 0;
        int most = -1;
        for (int i = 0; i < right.size(); i++) {
            int differences =
                    (right.get(i).equals(asIs.get(i)) ? 0 : 2) + (right.get(i).equals(next.get(i)) ? 0 : 1);
            if (differences > most) {
                most = differences;
                best = i;
            }
        }
        return best;
    }

    /// Whether the text is ASCII alone.
    boolean ascii() {
        return ways.isEmpty();
    }

    Way likeliest() {
        return ways.getFirst();
    }

    Optional<Way> next() {
        return ways.stream().skip(1).findFirst();
    }

    /// Whether streams speak another language, whose choices of a code are not followed.
    boolean foreign() {
        return dialects.stream().anyMatch(FOREIGN::containsKey);
    }

    /// The languages, as people call them.
    String speaks() {
        return dialects.stream()
                .map(dialect -> FOREIGN.getOrDefault(dialect, "ESC/POS"))
                .distinct()
                .collect(Collectors.joining(", "));
    }

    /// What to set, in lines.
    List<String> advice() {
        List<String> advice = new ArrayList<>();
        dialects.stream()
                .filter(dialect -> FOREIGN.containsKey(dialect) && !dialect.equals(profile.dialect()))
                .forEach(dialect -> advice.add("a profile of the dialect " + dialect + ": " + speaking(dialect)));
        if (changes.isEmpty()) {
            advice.add(
                    choices.isEmpty()
                            ? "nothing: no profile can say so; the till chooses no code, its printer must be set to it"
                            : "nothing: no profile reads it so; the till sends another code than it chooses");
            return advice;
        }
        Map<String, String> keys = changes.getFirst();
        if (keys.isEmpty()) {
            if (advice.isEmpty()) {
                advice.add("nothing: " + profile.name() + " is right");
            }
            return advice;
        }
        advice.add(
                profiles.isEmpty()
                        ? "in a profile of your own:"
                        : "the profile " + String.join(" or ", profiles) + ", or in one of your own:");
        advice.add("like = " + profile.name());
        keys.forEach((key, value) -> advice.add(key + " = " + value));
        String others = changes.stream()
                .skip(1)
                .filter(other -> other.keySet().equals(keys.keySet()))
                .map(other -> other.get(TextCode.TABLE))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
        if (!others.isEmpty()) {
            advice.add("(or the table of the printer's maker: " + others + ")");
        }
        return advice;
    }

    private static String speaking(String dialect) {
        return PrinterProfile.names().stream()
                .filter(name -> PrinterProfile.named(name).dialect().equals(dialect))
                .collect(Collectors.joining(", "));
    }

    /// The lines in the code of a guess. A code that no command chooses has its sample only.
    private static List<String> lines(TillText till, Guess guess) {
        Optional<PrinterState> state = guess.codes().stream()
                .map(code -> new TextCode(code).state())
                .flatMap(Optional::stream)
                .findFirst();
        return state.map(till::in)
                .orElseGet(() -> till.as(PrinterProfile.GENERIC_80MM).stream()
                        .map(ignored -> guess.sample())
                        .toList());
    }

    /// Whether a printer reads every line right, and not by a guess of ours.
    private static boolean right(TillText till, TextCode code, List<String> lines, PrinterProfile profile) {
        return (!code.twoByte() || till.told(profile)) && till.as(profile).equals(lines);
    }
}
