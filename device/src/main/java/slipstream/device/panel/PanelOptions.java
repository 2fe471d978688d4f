package slipstream.device.panel;

import java.time.Duration;
import java.util.OptionalInt;

/// Where a panel is wired: numbers of pins as the processor counts them (BCM). What is empty is not fitted.
///
/// @param green the green lamp, lit when high
/// @param red the red lamp, lit when high
/// @param button to ground when pressed; the processor pulls it up
/// @param relay the input of the monostable that holds the bypass relay, triggered by rising edges
/// @param buzzer sounds when high; not fitted is silent
/// @param press how long a long press is
public record PanelOptions(
        OptionalInt green, OptionalInt red, OptionalInt button, OptionalInt relay, OptionalInt buzzer, Duration press) {
    /// How long a long press is, unless it is told.
    public static final Duration LONG_PRESS = Duration.ofSeconds(3);
}
