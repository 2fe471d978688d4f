package slipstream.device.reference.total;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// A day as a line writes it.
///
/// @param year the year, or 0 where it may be `first`
/// @param first the month where the order is known, else what comes first
/// @param second the day where the order is known, else what comes second
/// @param last the last number, where the year may be the first
/// @param order what is known of the order
/// @param start where it begins in the line
/// @param end where it ends
record WrittenDay(int year, int first, int second, int last, Order order, int start, int end) {
    /// What is known of the order of day and month.
    enum Order {
        KNOWN,
        /// Two numbers and a year.
        DAY_OR_MONTH,
        /// Three numbers of two digits, without and with dots.
        ANY,
        ANY_DOTTED
    }

    private static final Pattern DAY = Pattern.compile("(?i)(?:^|[^0-9.])(?:"
            + "(20\\d\\d) ?[-/.年년] ?(\\d{1,2}) ?[-/.月월] ?(\\d{1,2})"
            + "|(\\d{1,2})([-/.])(\\d{1,2})[-/.](20\\d\\d|\\d\\d)"
            + "|(\\d{1,2})(?:er|st|nd|rd|th)?[-/. ]{1,2}(?:de )?([a-z]{3,10})[-/., ]{1,2}(?:de )?(20\\d\\d|\\d\\d)"
            + "|([a-z]{3,10})[-/. ]{1,2}(\\d{1,2})(?:st|nd|rd|th)?[-/, ]{1,2}(20\\d\\d)"
            + "|(?:(令和|R|民國|民国) ?(\\d{1,3}|元)|(1\\d\\d)) ?[-/.年] ?(\\d{1,2}) ?[-/.月] ?(\\d{1,2})"
            + ")(?:[^0-9]|$)");
    private static final int REIWA = 2018;
    private static final int MINGUO = 1911;
    private static final int SHORT = 2000;
    private static final int LONGEST_SHORT = 100;
    private static final int MOST_DAYS = 31;

    /// The days of a line.
    static List<WrittenDay> in(String line) {
        List<WrittenDay> days = new ArrayList<>();
        Matcher matcher = DAY.matcher(line);
        int from = 0;
        while (from < line.length() && matcher.find(from)) {
            WrittenDay day = of(matcher);
            if (day != null) {
                days.add(day);
            }
            from = Math.max(from + 1, matcher.end() - 1);
        }
        return days;
    }

    private static WrittenDay of(Matcher m) {
        if (m.group(1) != null) {
            return known(number(m, 1), number(m, 2), number(m, 3), m);
        }
        if (m.group(4) != null) {
            int year = number(m, 7);
            boolean any = year < LONGEST_SHORT;
            boolean dots = m.group(5).equals(".");
            Order order = !any ? Order.DAY_OR_MONTH : dots ? Order.ANY_DOTTED : Order.ANY;
            return new WrittenDay(year, number(m, 4), number(m, 6), year, order, m.start(), m.end());
        }
        if (m.group(8) != null) {
            return named(number(m, 10), m.group(9), number(m, 8), m);
        }
        if (m.group(11) != null) {
            return named(number(m, 13), m.group(11), number(m, 12), m);
        }
        if (m.group(16) != null) {
            return known(number(m, 16) + MINGUO, number(m, 17), number(m, 18), m);
        }
        int years = m.group(15).equals("元") ? 1 : number(m, 15);
        boolean minguo = m.group(14).startsWith("民");
        return known(years + (minguo ? MINGUO : REIWA), number(m, 17), number(m, 18), m);
    }

    private static WrittenDay named(int year, String month, int day, Matcher m) {
        int number = TimeWords.month(month);
        return number == 0 ? null : known(year < LONGEST_SHORT ? SHORT + year : year, number, day, m);
    }

    private static WrittenDay known(int year, int month, int day, Matcher m) {
        return new WrittenDay(year, month, day, 0, Order.KNOWN, m.start(), m.end());
    }

    private static int number(Matcher m, int group) {
        return Integer.parseInt(m.group(group));
    }

    /// The day, as the country writes it; null where there is none.
    ///
    /// @param monthFirst whether it writes the month first
    /// @param yearFirst whether it writes a short year first
    /// @param dotted whether it does so with dots too
    LocalDate day(boolean monthFirst, boolean yearFirst, boolean dotted) {
        boolean any = order == Order.ANY || order == Order.ANY_DOTTED;
        if (any && (first > MOST_DAYS || yearFirst && (dotted || order == Order.ANY))) {
            return date(SHORT + first, second, last);
        }
        int full = any ? SHORT + last : year;
        if (order == Order.KNOWN) {
            return date(full, first, second);
        }
        LocalDate usual = monthFirst ? date(full, first, second) : date(full, second, first);
        return usual != null ? usual : monthFirst ? date(full, second, first) : date(full, first, second);
    }

    private static LocalDate date(int year, int month, int day) {
        try {
            return LocalDate.of(year, month, day);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
