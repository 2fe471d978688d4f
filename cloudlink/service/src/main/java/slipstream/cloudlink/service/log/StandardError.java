package slipstream.cloudlink.service.log;

import java.util.Locale;
import org.tinylog.configuration.Configuration;
import slipstream.cloudlink.service.config.Log;

/// Sends what is logged to standard error, where service managers collect it.
public final class StandardError {
    /// Libraries that tell more than operators need.
    private static final String[] CHATTY = {
        "com.zaxxer.hikari", "org.flywaydb", "io.vertx", "io.netty", "org.jdbi", "io.prometheus"
    };

    private StandardError() {}

    /// To be called before anything has been logged; afterwards the logging library takes no more settings.
    public static void log(Log log) {
        switch (log.format()) {
            case TEXT -> {
                Configuration.set("writer", "console");
                Configuration.set("writer.stream", "err");
                Configuration.set("writer.format", "{date: yyyy-MM-dd HH:mm:ss} {level}: {message}");
            }
            case JSON -> Configuration.set("writer", JsonLines.class.getName());
        }
        Configuration.set("level", log.level().name().toLowerCase(Locale.ROOT));
        for (var library : CHATTY) {
            Configuration.set("level@" + library, "warn");
        }
    }
}
