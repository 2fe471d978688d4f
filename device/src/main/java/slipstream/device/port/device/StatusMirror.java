package slipstream.device.port.device;

import java.io.IOException;
import java.time.Duration;
import slipstream.device.port.LineStatus;
import slipstream.device.port.TellsStatus;

/// Shows a POS what its printer says of itself, as it changes. On a thread of its own: asking a printer may take
/// seconds, and no byte waits for that.
final class StatusMirror {
    private static final Duration LOOK = Duration.ofMillis(500);

    private StatusMirror() {}

    /// Begins; ends when `pos` is closed. While nothing is known, the POS sees what it last saw.
    static void begin(PolledPort pos, TellsStatus printer) {
        Thread.ofPlatform().name("status at " + pos.name()).daemon().start(() -> {
            try {
                LineStatus shown = null;
                while (true) {
                    LineStatus now = printer.status().orElse(shown);
                    if (now != null && !now.equals(shown)) {
                        pos.show(now);
                        shown = now;
                    }
                    pos.pause(LOOK);
                }
            } catch (IOException ignored) {
                // The line is closed, or gone, which its reader says.
            }
        });
    }
}
