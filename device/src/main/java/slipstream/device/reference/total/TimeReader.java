package slipstream.device.reference.total;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import slipstream.device.reference.text.Folded;
import slipstream.device.reference.text.Words;

/// Finds the day and time of one receipt, line by line, as the shop's country writes them. Of several the one of the
/// payment counts, then when somebody left or it was printed, and when something began only if there is no other
/// (`times.tsv`).
///
/// | written | read |
/// | --- | --- |
/// | `2026-11-22`, `2026/11/22`, `2026.11.22`, `2026年11月22日`, `2026년 11월 22일` | year, month, day |
/// | `22.11.2026`, `22/11/2026`, `22-11-26` | day, month, year |
/// | `11/22/2026`, `11/22/26` | month, day, year, where the receipt is American or it cannot be otherwise |
/// | `26/11/22` on a receipt in Chinese, Japanese or Korean | year, month, day |
/// | `22 Nov 2026`, `Nov 22, 2026`, `22 de noviembre de 2026` | so |
/// | `令和8年11月22日`, `R8.11.22`, `民國115年11月22日`, `115/11/22` | years of the era |
public final class TimeReader {
    private static final int SEPARATORS_APART = 4;

    /// Days that are kept: a receipt has few, and a list of them none that matters.
    private static final int MOST = 32;

    /// Currencies of countries that write the month first, and of such that write the year last.
    private static final Set<String> MONTH_FIRST = Set.of("USD", "PHP");

    private static final Set<String> YEAR_LAST = Set.of("HKD", "MOP", "SGD", "MYR", "GBP", "EUR", "AUD", "USD", "THB");

    /// @param clock the time beside it, null for none
    private record Candidate(WrittenDay day, LocalTime clock, int weight) {}

    private final List<Candidate> days = new ArrayList<>();
    private LocalTime clockBehind;
    private LocalTime clockBefore;
    private boolean ideographs;
    private boolean hangul;
    private boolean halves;
    private boolean dollars;
    private boolean dayFirst;

    /// At the beginning of a receipt.
    public TimeReader() {}

    /// Takes the next line, folded.
    public void line(String line) {
        script(line);
        boolean mayHoldDay = mayHoldDay(line);
        boolean mayHoldClock = line.indexOf(':') > 0;
        if (days.size() >= MOST || !mayHoldDay && !mayHoldClock) {
            return;
        }
        List<Words.Found<String>> words = TimeWords.in(line);
        if (TimeWords.other(words)) {
            return;
        }
        List<WrittenDay> written = mayHoldDay ? WrittenDay.in(line) : List.of();
        List<WrittenClock> clocks = WrittenClock.in(line);
        clocks.forEach(clock -> halves |= clock.halves());
        for (int i = 0; i < written.size(); i++) {
            int next = i + 1 < written.size() ? written.get(i + 1).start() : line.length();
            days.add(candidate(written.get(i), next, written.size() == 1, clocks, words));
        }
        if (written.isEmpty() && clocks.size() == 1) {
            alone(clocks.getFirst(), words);
        }
    }

    private static Candidate candidate(
            WrittenDay day, int next, boolean only, List<WrittenClock> clocks, List<Words.Found<String>> words) {
        LocalTime clock = null;
        for (WrittenClock one : clocks) {
            boolean behind = one.start() >= day.end() - 1 && one.start() < next;
            clock = clock == null && (behind || only) ? one.time() : clock;
        }
        return new Candidate(day, clock, TimeWords.weight(words, Math.max(0, day.start() + 1)));
    }

    /// A time without a day belongs to the day above, else to the one below.
    private void alone(WrittenClock clock, List<Words.Found<String>> words) {
        if (TimeWords.weight(words, clock.start()) <= 1) {
            return;
        }
        if (days.isEmpty()) {
            clockBefore = clock.time();
        } else if (clockBehind == null) {
            clockBehind = clock.time();
        }
    }

    private void script(String line) {
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            ideographs |= Folded.ideograph(c);
            hangul |= c >= '가' && c <= '힣';
            dollars |= c == '$';
        }
        dayFirst |= dollarsMatter()
                && TimeWords.in(line).stream().anyMatch(word -> word.meaning().equals(TimeWords.DAY_FIRST));
    }

    private boolean dollarsMatter() {
        return !dayFirst && !ideographs;
    }

    /// What was read; `currency` helps to tell the order of day and month.
    public Optional<PrintedTime> time(Optional<String> currency) {
        boolean american = currency.map(MONTH_FIRST::contains).orElse(!dayFirst && (dollars || halves));
        boolean yearFirst = ideographs && currency.filter(YEAR_LAST::contains).isEmpty();
        return days.stream()
                .filter(one -> one.day.day(american, yearFirst, hangul) != null)
                .max(Comparator.comparingInt(Candidate::weight).thenComparing(one -> -days.indexOf(one)))
                .map(one -> printed(one, agreed(one.day, one.day.day(american, yearFirst, hangul))));
    }

    /// The `usual` reading of a day, or the one that the receipt prints elsewhere in a way that tells.
    private LocalDate agreed(WrittenDay day, LocalDate usual) {
        Set<LocalDate> known = new HashSet<>();
        days.stream()
                .filter(one -> one.day.order() == WrittenDay.Order.KNOWN)
                .forEach(one -> known.add(one.day.day(false, false, false)));
        if (day.order() == WrittenDay.Order.KNOWN || known.isEmpty() || known.contains(usual)) {
            return usual;
        }
        return Stream.of(day.day(false, false, false), day.day(true, false, false), day.day(false, true, true))
                .filter(known::contains)
                .findFirst()
                .orElse(usual);
    }

    private PrintedTime printed(Candidate best, LocalDate day) {
        LocalTime clock = best.clock != null ? best.clock : clockBehind != null ? clockBehind : clockBefore;
        return new PrintedTime(day, Optional.ofNullable(clock));
    }

    /// Whether two separators of days stand near each other with a digit before each, or a month's name.
    private static boolean mayHoldDay(String line) {
        int last = -SEPARATORS_APART - 1;
        boolean digits = false;
        for (int i = 1; i < line.length() - 1; i++) {
            char c = line.charAt(i);
            digits |= digit(c);
            if (c == '-' || c == '/' || c == '.' || c == '年' || c == '月' || c == '년' || c == '월') {
                if (i - last <= SEPARATORS_APART && i - last > 1) {
                    return true;
                }
                last = digit(line.charAt(i - 1)) || line.charAt(i - 1) == '元' ? i : last;
            }
        }
        return digits && TimeWords.monthIn(line);
    }

    private static boolean digit(char c) {
        return c >= '0' && c <= '9';
    }
}
