package slipstream.acceptance;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoryTest {
    @TempDir
    private Path directory;

    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
    private final Terminal terminal = new Terminal(new PrintStream(shown, true, StandardCharsets.UTF_8), false);

    @Test
    void theMainJobGoesAllTheWay() throws IOException, InterruptedException {
        try (var street = new Street(directory.resolve("work"), directory.resolve("out"), 0)) {
            street.awaitConnected();
            String link = new Story(street, terminal).tell();
            assertTrue(link.matches("HTTP://127\\.0\\.0\\.1:[0-9]+/C/[0-9A-Z]{16,}"), link);
        }
        assertTrue(shown.toString(StandardCharsets.UTF_8).contains("7. Somebody else scans the same code"));
    }

    @Test
    void anyStreamCanBePlayedWith() throws IOException, InterruptedException {
        try (var street = new Street(directory.resolve("work"), directory.resolve("out"), 0)) {
            street.awaitConnected();
            var play = new Play(street, terminal);
            play.print(
                    TillReceipt.sale(Story.transactionId(), "M1", 4400, false).bytes());
            play.print("no receipt at all".getBytes(StandardCharsets.US_ASCII));
        }
        String told = shown.toString(StandardCharsets.UTF_8);
        assertTrue(told.contains("The code says HTTP://127.0.0.1:"), told);
    }
}
