package slipstream.device.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import slipstream.device.Job;

/// Every command that looks into a stream takes it as the profile's printer does.
class ProfileUseTest {
    /// In Star's language `ESC d 3` cuts; in ESC/POS it feeds three lines.
    private static final byte[] STAR = Job.begin()
            .text("TOTAL 1.20\n")
            .raw(0x1B, 'd', 3)
            .text("TOTAL 2.50\n")
            .raw(0x1B, 'd', 3)
            .bytes();

    @TempDir
    private Path directory;

    private final Shell shell = new Shell(STAR);
    private Path taiwan;

    @BeforeEach
    void write() throws IOException {
        taiwan = directory.resolve("taiwan.bin");
        byte[] text = "合計 75\n".getBytes(Charset.forName("Big5"));
        int[] values = new int[text.length];
        for (int i = 0; i < text.length; i++) {
            values[i] = text[i] & 0xFF;
        }
        Files.write(taiwan, Job.begin().raw(values).cut().bytes());
    }

    @Test
    void theDialectIsTheProfiles() throws IOException {
        String star = "star-tsp650-line";
        assertEquals(0, shell.run("decode", "--profile", star, "-"));
        assertTrue(shell.lines().getLast().contains("Star ESC d"), shell.out());
        assertEquals(0, shell.run("decode", "-"));
        assertTrue(shell.lines().getLast().contains("feed n lines"), shell.out());

        for (String command : List.of("text", "references")) {
            assertEquals(0, shell.run(command, "--json", "--profile", star, "-"));
            assertEquals(2, shell.lines().size(), shell.out());
            assertEquals(0, shell.run(command, "--json", "-"));
            assertEquals(1, shell.lines().size(), shell.out());
        }
        String output = directory.resolve("out").toString();
        assertEquals(0, shell.run("render", "--profile", star, "-", "-o", output + ".png"));
        assertEquals(2, shell.lines().size(), shell.out());
        assertEquals(0, shell.run("inject", "--profile", star, "-", "-o", output, "--url", "HTTPS://A.B"));
        assertEquals(2, shell.lines().size(), shell.out());
    }

    @Test
    void theCodeOfTextIsTheProfiles() {
        String file = taiwan.toString();
        assertEquals(0, shell.run("decode", "--profile", "generic-80mm-taiwan", file));
        assertTrue(shell.out().contains("合計 75"), shell.out());
        assertEquals(0, shell.run("text", "--profile", "generic-80mm-taiwan", file));
        assertEquals("合計 75", shell.lines().getFirst());
        assertEquals(0, shell.run("references", "--profile", "generic-80mm-taiwan", file));
        assertTrue(shell.out().contains("total 75"), shell.out());
        assertEquals(0, shell.run("references", "--profile", "generic-80mm", file));
        assertTrue(shell.out().contains("no total"), shell.out());
    }

    @Test
    void aProfileMayBeAFileOfOnesOwn() throws IOException {
        Path own = directory.resolve("mine.properties");
        Files.writeString(own, "like = generic-80mm-taiwan\ndots-per-line = 400\n");
        String png = directory.resolve("a.png").toString();
        assertEquals(0, shell.run("render", "--profile", own.toString(), taiwan.toString(), "-o", png));
        assertTrue(shell.out().contains("400 x "), shell.out());
    }

    @Test
    void aFileThatCannotBeReadKeepsNoOtherFromBeingRead() {
        String none = directory.resolve("none").toString();
        assertEquals(1, shell.run("text", none, taiwan.toString()));
        assertEquals("There is no file or directory " + none + ".\n", shell.errors());
        assertEquals(taiwan + ":", shell.lines().getFirst());
    }

    @Test
    void whatIsReadIsNeverWrittenOver() throws IOException {
        byte[] before = Files.readAllBytes(taiwan);
        assertEquals(2, shell.run("render", taiwan.toString(), "-o", taiwan.toString()));
        assertArrayEquals(before, Files.readAllBytes(taiwan));
    }
}
