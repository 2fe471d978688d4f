package slipstream.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The box's program as a process with little memory, on input that is no receipt.
class BadInputTest {
    private static final int ROW = 0xFFFF;
    private static final int ROWS = 0x680;

    @TempDir
    private Path directory;

    private record Ended(int code, String errors) {}

    @ParameterizedTest
    @ValueSource(strings = {"decode -", "text -", "references -", "inject - --url HTTPS://A.EXAMPLE/C/0 -o out.bin"})
    void aHundredMegabytesOfRasterNeedLittleMemory(String command) throws IOException, InterruptedException {
        Ended ended = run(command.split(" "), stdin -> {
            stdin.write(new byte[] {0x1D, 'v', '0', 0, (byte) ROW, (byte) (ROW >> 8), (byte) ROWS, (byte) (ROWS >> 8)});
            byte[] row = new byte[ROW];
            for (int i = 0; i < ROWS; i++) {
                stdin.write(row);
            }
            stdin.write(new byte[] {0x1D, 'V', 66, 0});
        });
        assertEquals(0, ended.code(), ended.errors());
        assertEquals("", ended.errors());
    }

    @Test
    void randomBytesNeverMakeAStackTrace() throws IOException, InterruptedException {
        var random = new Random(5);
        byte[] noise = new byte[200_000];
        random.nextBytes(noise);
        for (String command : List.of("decode -", "text -", "references -")) {
            Ended ended = run(command.split(" "), stdin -> stdin.write(noise));
            assertEquals(0, ended.code(), ended.errors());
            assertEquals("", ended.errors());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"decode nowhere.bin", "render", "text --colour x", "bridge --config box.toml"})
    void wrongUseIsToldInASentence(String command) throws IOException, InterruptedException {
        Files.writeString(directory.resolve("box.toml"), "[printr]\naddress = \"127.0.0.1:9100\"\n");
        Ended ended = run(command.split(" "), stdin -> {});
        assertTrue(ended.code() == 1 || ended.code() == 2, "exit code " + ended.code());
        assertFalse(ended.errors().isBlank());
        assertFalse(ended.errors().contains("\tat "), ended.errors());
        assertFalse(ended.errors().contains("Exception"), ended.errors());
    }

    private interface Input {
        void write(OutputStream stdin) throws IOException;
    }

    private Ended run(String[] arguments, Input input) throws IOException, InterruptedException {
        Path errors = directory.resolve("errors");
        Process process = new ProcessBuilder(new ArrayList<>(Program.box(List.of("-Xmx128m"), arguments)))
                .directory(directory.toFile())
                .redirectError(errors.toFile())
                .start();
        Thread.ofVirtual().start(() -> {
            try (OutputStream stdin = process.getOutputStream()) {
                input.write(stdin);
            } catch (IOException ended) {
                // The program has ended before it read everything; its exit code tells.
            }
        });
        process.getInputStream().transferTo(OutputStream.nullOutputStream());
        int code = process.waitFor();
        return new Ended(code, Files.readString(errors, StandardCharsets.UTF_8));
    }
}
