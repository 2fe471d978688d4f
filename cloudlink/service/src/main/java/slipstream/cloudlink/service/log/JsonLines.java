package slipstream.cloudlink.service.log;

import io.vertx.core.json.JsonObject;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import org.tinylog.core.LogEntry;
import org.tinylog.core.LogEntryValue;
import org.tinylog.writers.Writer;

/// Writes each entry as one JSON object in one line: `time` (RFC 3339), `level`, `logger`, `thread`, `message`, and
/// where something was thrown `exception`. Safe for any number of threads.
public final class JsonLines implements Writer {
    private final OutputStream out;

    /// For the logging library, which also hands over its settings: standard error.
    public JsonLines(Map<String, String> settings) {
        this(new FileOutputStream(FileDescriptor.err));
    }

    JsonLines(OutputStream out) {
        this.out = out;
    }

    @Override
    public Collection<LogEntryValue> getRequiredLogEntryValues() {
        return EnumSet.of(
                LogEntryValue.DATE,
                LogEntryValue.LEVEL,
                LogEntryValue.CLASS,
                LogEntryValue.THREAD,
                LogEntryValue.MESSAGE,
                LogEntryValue.EXCEPTION);
    }

    @Override
    public synchronized void write(LogEntry entry) throws IOException {
        var json = new JsonObject()
                .put("time", entry.getTimestamp().toInstant().toString())
                .put("level", entry.getLevel().name().toLowerCase(Locale.ROOT))
                .put("logger", entry.getClassName())
                .put("thread", entry.getThread().getName())
                .put("message", entry.getMessage());
        if (entry.getException() != null) {
            json.put("exception", trace(entry.getException()));
        }
        out.write((json.encode() + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private static String trace(Throwable thrown) {
        var text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    @Override
    public void flush() throws IOException {
        out.flush();
    }

    @Override
    public void close() throws IOException {
        out.flush();
    }
}
