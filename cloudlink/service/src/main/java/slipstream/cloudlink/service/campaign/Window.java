package slipstream.cloudlink.service.campaign;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// When a campaign runs.
///
/// @param from the first instant, if it has one
/// @param until the first instant after it, if it ends
/// @param days on which days of the week
/// @param hours at which hours of those days; all day long when empty
/// @param zone in which days and hours are meant
public record Window(
        Optional<Instant> from, Optional<Instant> until, Set<DayOfWeek> days, List<Hours> hours, ZoneId zone) {
    public Window {
        days = Set.copyOf(days);
        hours = List.copyOf(hours);
    }

    /// Always open.
    public static Window always(ZoneId zone) {
        return new Window(Optional.empty(), Optional.empty(), Set.of(DayOfWeek.values()), List.of(), zone);
    }

    /// Whether a payment at this instant falls into it. Hours that cross midnight belong to the day on which
    /// they begin.
    public boolean contains(Instant at) {
        if (from.isPresent() && at.isBefore(from.get())) {
            return false;
        }
        if (until.isPresent() && !at.isBefore(until.get())) {
            return false;
        }
        var local = at.atZone(zone);
        var today = local.getDayOfWeek();
        if (hours.isEmpty()) {
            return days.contains(today);
        }
        var time = local.toLocalTime();
        return hours.stream()
                .anyMatch(h ->
                        (h.opens(time) && days.contains(today)) || (h.reaches(time) && days.contains(today.minus(1))));
    }

    /// The same, closed at `end` if it would be open then.
    public Window endedAt(Instant end) {
        var earlier = until.filter(u -> u.isBefore(end)).or(() -> Optional.of(end));
        return new Window(from, earlier, days, hours, zone);
    }

    /// The number of the day, counted from 1970 in this window's zone: what "a day" means for caps.
    public long day(Instant at) {
        return at.atZone(zone).toLocalDate().toEpochDay();
    }

    /// A part of a day.
    ///
    /// @param from the first minute
    /// @param to the first minute after it; not after `from` when it lies on the next day
    public record Hours(LocalTime from, LocalTime to) {
        boolean crossesMidnight() {
            return !from.isBefore(to);
        }

        boolean opens(LocalTime time) {
            return !time.isBefore(from) && (crossesMidnight() || time.isBefore(to));
        }

        boolean reaches(LocalTime time) {
            return crossesMidnight() && time.isBefore(to);
        }
    }
}
