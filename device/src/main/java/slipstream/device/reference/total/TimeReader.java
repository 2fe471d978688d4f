package slipstream.device.reference.total;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import slipstream.device.reference.text.Folded;

/// Finds the day and time of one receipt, line by line, as the shop's country writes them.
///
/// | written | read |
/// | --- | --- |
/// | `2026-11-22`, `2026/11/22`, `2026.11.22`, `2026年11月22日`, `2026년 11월 22일` | year, month, day |
/// | `22.11.2026`, `22/11/2026`, `22-11-26` | day, month, year |
/// | `11/22/2026`, `11/22/26` with AM or PM, or a dollar sign on the receipt | month, day, year |
/// | `26/11/22` beside Chinese, Japanese or Korean | year, month, day |
public final class TimeReader {
    private static final Pattern DAY =
            Pattern.compile("(?:^|[^0-9.])(?:(20\\d\\d) ?[-/.年년] ?(\\d{1,2}) ?[-/.月월] ?(\\d{1,2})"
                    + "|(\\d{1,2})([-/.])(\\d{1,2})[-/.](20\\d\\d|\\d\\d))(?:[^0-9]|T|$)");
    private static final Pattern TIME = Pattern.compile(
            "(?i)(午後|下午|오후|午前|上午|오전)? ?\\b(\\d{1,2})(?:[:h]|[时時시] ?)(\\d{2})(?:(?:[:]|[分분] ?)(\\d{2}))?\\s*([ap]\\.?m\\b)?");

    /// Days on such lines are of something else.
    private static final Pattern OTHER =
            Pattern.compile("(?i)有效|期限|截止|到期|生日|生产|保质|expir|\\bexp\\b|valid|until|gultig|valable|caduc|validade|유효");

    private static final int SEPARATORS_APART = 4;

    private int year;
    private int month;
    private int day;
    private boolean yearFirst;
    private boolean cjk;
    private boolean halves;
    private LocalTime clock;
    private boolean found;

    /// At the beginning of a receipt.
    public TimeReader() {}

    /// Takes the next line, folded.
    public void line(String line) {
        if (found && clock != null || !mayHoldDay(line) && !(found && line.indexOf(':') > 0)) {
            return;
        }
        if (OTHER.matcher(line).find()) {
            return;
        }
        Matcher matcher = DAY.matcher(line);
        int from = 0;
        if (matcher.find()) {
            if (found) {
                return;
            }
            take(matcher, line);
            from = matcher.end() - 1;
        } else if (!found) {
            return;
        }
        Matcher time = TIME.matcher(line);
        if (time.find(Math.max(0, from))) {
            clock = clock(time);
        }
    }

    /// What was read; `currency` helps to tell the American order of day and month.
    public Optional<PrintedTime> time(Optional<String> currency) {
        if (!found) {
            return Optional.empty();
        }
        boolean american = halves || currency.filter("USD"::equals).isPresent();
        boolean monthFirst = !yearFirst && (month > 12 || american && day <= 12);
        try {
            LocalDate date = LocalDate.of(year, monthFirst ? day : month, monthFirst ? month : day);
            return Optional.of(new PrintedTime(date, Optional.ofNullable(clock)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private void take(Matcher matcher, String line) {
        found = true;
        cjk = line.chars().anyMatch(c -> Folded.ideograph((char) c));
        if (matcher.group(1) != null) {
            yearFirst = true;
            set(matcher.group(1), matcher.group(2), matcher.group(3));
            return;
        }
        String first = matcher.group(4);
        String last = matcher.group(7);
        boolean shortYear = last.length() == 2;
        yearFirst = shortYear && !matcher.group(5).equals(".") && (cjk || Integer.parseInt(first) > 31);
        if (yearFirst) {
            set("20" + first, matcher.group(6), last);
        } else {
            set(shortYear ? "20" + last : last, matcher.group(6), first);
        }
    }

    private void set(String years, String months, String days) {
        year = Integer.parseInt(years);
        month = Integer.parseInt(months);
        day = Integer.parseInt(days);
    }

    private LocalTime clock(Matcher matcher) {
        int hour = Integer.parseInt(matcher.group(2));
        int minute = Integer.parseInt(matcher.group(3));
        int second = matcher.group(4) == null ? 0 : Integer.parseInt(matcher.group(4));
        String half = matcher.group(5);
        String before = matcher.group(1);
        halves |= half != null;
        boolean afternoon = half != null && (half.charAt(0) | 0x20) == 'p'
                || before != null && (before.endsWith("後") || before.equals("下午") || before.equals("오후"));
        boolean morning = half != null && !afternoon;
        int hours = afternoon && hour < 12 ? hour + 12 : morning && hour == 12 ? 0 : hour;
        return hours < 24 && minute < 60 && second < 60 ? LocalTime.of(hours, minute, second) : null;
    }

    /// Whether two separators of days stand near each other, with a digit before and behind the first.
    private static boolean mayHoldDay(String line) {
        int last = -SEPARATORS_APART - 1;
        for (int i = 1; i < line.length() - 1; i++) {
            char c = line.charAt(i);
            if (c == '-' || c == '/' || c == '.' || c == '年' || c == '月' || c == '년' || c == '월') {
                if (i - last <= SEPARATORS_APART && i - last > 1) {
                    return true;
                }
                last = digit(line.charAt(i - 1)) ? i : last;
            }
        }
        return false;
    }

    private static boolean digit(char c) {
        return c >= '0' && c <= '9';
    }
}
