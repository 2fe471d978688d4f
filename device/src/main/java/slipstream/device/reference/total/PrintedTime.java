package slipstream.device.reference.total;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;

/// When a receipt says it was printed, by the shop's clock.
///
/// @param day the day
/// @param time the time of day, if it is there
public record PrintedTime(LocalDate day, Optional<LocalTime> time) {
    @Override
    public String toString() {
        return time.map(clock -> day + "T" + clock).orElse(day.toString());
    }
}
