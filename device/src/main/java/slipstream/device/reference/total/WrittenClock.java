package slipstream.device.reference.total;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;

/// A time of day as a line writes it: `14:05`, `2:05 PM`, `下午2:05`, `14時05分`, `14h05`.
///
/// @param halves whether the day has two halves
/// @param start where it begins in the line
record WrittenClock(LocalTime time, boolean halves, int start) {
    private static final Pattern CLOCK = Pattern.compile("(?i)(午後|下午|오후|午前|上午|오전|晚上|早上)? ?"
            + "\\b(\\d{1,2})(?:[:h]|[時时시] ?)(\\d{2})(?:(?:[:]|[分분] ?)(\\d{2}))?\\s*([ap]\\.? ?m\\b)?");
    private static final String AFTERNOONS = "午後下午오후晚上";
    private static final int NOON = 12;
    private static final int HOURS = 24;
    private static final int MINUTES = 60;

    /// The times of a line.
    static List<WrittenClock> in(String line) {
        List<WrittenClock> clocks = new ArrayList<>();
        Matcher matcher = CLOCK.matcher(line);
        while (matcher.find()) {
            WrittenClock clock = of(matcher);
            if (clock != null) {
                clocks.add(clock);
            }
        }
        return clocks;
    }

    private static WrittenClock of(Matcher m) {
        int hour = Integer.parseInt(m.group(2));
        int minute = Integer.parseInt(m.group(3));
        int second = m.group(4) == null ? 0 : Integer.parseInt(m.group(4));
        String before = m.group(1);
        String behind = m.group(5);
        boolean afternoon =
                behind != null && (behind.charAt(0) | 0x20) == 'p' || before != null && AFTERNOONS.contains(before);
        boolean morning = (behind != null || before != null) && !afternoon;
        int hours = afternoon && hour < NOON ? hour + NOON : morning && hour == NOON ? 0 : hour;
        boolean right = hours < HOURS && minute < MINUTES && second < MINUTES;
        return right ? new WrittenClock(LocalTime.of(hours, minute, second), behind != null, m.start()) : null;
    }
}
