package slipstream.device.cli;

import org.tinylog.configuration.Configuration;

/// Sets up what is logged: short lines on standard error. Whoever collects them knows the time.
final class Logs {
    private Logs() {}

    /// Begins to log from `level` on; has no effect once something was logged.
    static void begin(String level) {
        if (!Configuration.isFrozen()) {
            Configuration.set("writer", "console");
            Configuration.set("writer.stream", "err");
            Configuration.set("writer.format", "{level} {message}");
            Configuration.set("level", level);
            // It says at length what the panel says in a line.
            Configuration.set("level@com.pi4j", "debug".equals(level) ? level : "off");
        }
    }
}
