package slipstream.cloudlink.service.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tinylog.Level;
import org.tinylog.core.LogEntry;
import org.tinylog.runtime.PreciseTimestamp;

class JsonLinesTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @Test
    void anEntryIsOneObjectInOneLineWhateverIsInIt() throws IOException {
        var json = written("box \"till\n1\" of 山间\\coffee\u0000", null);
        assertEquals("box \"till\n1\" of 山间\\coffee\u0000", json.getString("message"));
        assertEquals("info", json.getString("level"));
        assertEquals("slipstream.Some", json.getString("logger"));
        assertFalse(Instant.parse(json.getString("time")).isAfter(Instant.now()));
        assertFalse(json.containsKey("exception"));
    }

    @Test
    void whatWasThrownIsInTheSameLine() throws IOException {
        var json = written("failed", new IllegalStateException("the reason"));
        assertTrue(json.getString("exception").startsWith("java.lang.IllegalStateException: the reason\n\tat "));
    }

    private JsonObject written(String message, Throwable thrown) throws IOException {
        var entry = new LogEntry(
                new PreciseTimestamp(),
                Thread.currentThread(),
                Map.of(),
                "slipstream.Some",
                "method",
                "Some.java",
                1,
                null,
                Level.INFO,
                message,
                thrown);
        new JsonLines(out).write(entry);
        var text = out.toString(StandardCharsets.UTF_8);
        assertEquals(text.length() - 1, text.indexOf('\n'));
        return new JsonObject(text);
    }
}
