package slipstream.device.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.regex.Matcher;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import slipstream.device.Job;

/// Whatever goes wrong is one sentence on standard error, and a code of 1 (failed) or 2 (wrong use).
class ErrorsTest {
    @TempDir
    private Path directory;

    private final Shell shell = new Shell(new byte[0]);
    private String file;

    @BeforeEach
    void write() throws IOException {
        file = Files.write(
                        directory.resolve("a.bin"), Job.begin().lines("一").cut().bytes())
                .toString();
        Files.write(directory.resolve("empty"), new byte[0]);
        Files.write(directory.resolve("reset"), new byte[] {0x1B, '@'});
        Files.writeString(directory.resolve("wrong.properties"), "like = generic-80mm\ndpi = many\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2 | A command is missing. Try: slipstream --help | ''",
                "2 | There is no command \"decod\"; was \"decode\" meant? Try: slipstream --help | decod FILE",
                "2 | There is no command \"carry\", expected one of decode, text, references, render, inject, detect, profiles, test-print, printer, learn, bridge, status, reload, capture, replay, page, doctor, help. Try: slipstream --help | carry FILE",
                "2 | There is no command \"shw\"; was \"show\" meant? Try: slipstream profiles --help | profiles shw",
                "2 | Unknown option: '--jsn'. Try: slipstream --help | --jsn",
                "2 | Unknown option: '--jsn'. Try: slipstream text --help | text --jsn FILE",
                "2 | Missing required parameter: 'FILE'. Try: slipstream decode --help | decode",
                "2 | Missing required parameter: 'NAME'. Try: slipstream profiles show --help | profiles show",
                "2 | Missing required option: '--url=URL'. Try: slipstream inject --help | inject FILE -o DIR/o",
                "2 | DIR is a directory, expected a configuration in TOML. | bridge --config DIR",
                "2 | There is no file DIR/none.toml, expected a configuration in TOML. | bridge --config DIR/none.toml",
                "2 | There is no file DIR/none.toml, expected a configuration in TOML. | doctor --config DIR/none.toml",
                "2 | DIR is a directory, expected a configuration in TOML. | doctor --config DIR",
                "2 | Missing required option: '--config=FILE'. Try: slipstream doctor --help | doctor",
                "1 | DIR/empty is a file, expected a directory. | printer --listen 127.0.0.1:0 --out DIR/empty",
                "2 | \"a/b\" names no host; expected HOST:PORT, as 192.168.1.50:9100. | printer --listen a/b --out DIR/p",
                "2 | \"ftp://a\" is no link to print, expected http:// or https:// and ASCII without blanks. | inject FILE --url ftp://a -o DIR/o",
                "1 | The URL has 301 characters, at most 300 make a symbol of a size for receipts. | inject FILE --url LONG -o DIR/o",
                "2 | FILE is the file to be read, expected another one. | inject FILE --url HTTPS://A -o FILE",
                "2 | FILE is the file to be read, expected another one. | render FILE -o FILE",
                "1 | There is no file or directory DIR/none/a.png. | render FILE -o DIR/none/a.png",
                "1 | DIR/reset prints nothing, so there is nothing to draw. | render DIR/reset -o DIR/a.png",
                "1 | DIR cannot be used (Is a directory). | render FILE -o DIR",
                "1 | Standard input is empty, expected what was sent to a printer. | text -",
                "2 | There is no file DIR/none.properties to read a printer profile from. | profiles show DIR/none.properties",
                "2 | There is no printer profile \"zj-59\"; was \"zj-58\" meant? | profiles show zj-59",
                "2 | \"a/b\" names no host; expected HOST:PORT, as 192.168.1.50:9100. | test-print --printer a/b",
                "2 | \"a:0\" names port 0, expected 1 to 65535. | test-print --printer a:0",
                "2 | --patience is 0, expected 1 to 3600 seconds. | test-print --patience 0 --out DIR/o",
                "2 | The page itself goes to standard output, so --json needs --printer or --out. | test-print --json",
                "2 | --printer=HOST[:PORT], --out=FILE are mutually exclusive (specify only one). Try: slipstream test-print --help | test-print --printer a --out b",
                "2 | There is no test page in the dialect \"star\" of star-tsp650-line; set the printer to ESC/POS and choose a profile of that. | test-print --profile star-tsp650-line",
                "1 | There is no file or directory DIR/none/page. | test-print --out DIR/none/page",
                "1 | DIR cannot be used (Is a directory). | test-print --out DIR",
            })
    void whatGoesWrongIsOneSentence(int code, String sentence, String arguments) {
        assertEquals(code, shell.run(words(arguments)));
        assertEquals(filled(sentence) + "\n", shell.errors());
    }

    /// What every command that reads a stream says of a file, and of a profile.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "decode FILE",
                "text FILE",
                "references FILE",
                "detect FILE",
                "render FILE -o DIR/out",
                "inject FILE --url HTTPS://A -o DIR/out"
            })
    void everyReaderTellsAlikeWhatItCannotRead(String command) {
        String none = directory.resolve("none").toString();
        assertTold(1, "There is no file or directory " + none + ".", command.replace("FILE", none));
        String empty = directory.resolve("empty").toString();
        assertTold(1, empty + " is empty, expected what was sent to a printer.", command.replace("FILE", empty));
        assertTold(1, directory + " is a directory, expected a file.", command.replace("FILE", "DIR"));
        assertTold(
                2,
                "There is no printer profile \"tmt20\"; was \"tm-t20\" meant?",
                command.replace("FILE", "--profile tmt20 FILE"));
        assertTold(
                2,
                "There is no printer profile \"unheard-of\"; \"slipstream profiles\" lists those there are.",
                command.replace("FILE", "--profile unheard-of FILE"));
        assertTold(
                2,
                "In DIR/wrong.properties, line 2, the key \"dpi\" is \"many\", but must be a whole number from 50 to"
                        + " 1200.",
                command.replace("FILE", "--profile DIR/wrong.properties FILE"));
        assertFalse(Files.exists(directory.resolve("out")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"text FILE", "detect FILE", "render FILE -o DIR/out"})
    void aFileThatMayNotBeReadIsToldOf(String command) throws IOException {
        Path closed = Files.write(directory.resolve("closed"), new byte[] {'A'});
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("---------"));
        assumeFalse(Files.isReadable(closed), "root may read every file");
        assertTold(1, "Access to " + closed + " is denied.", command.replace("FILE", closed.toString()));
    }

    /// A picture of 300 MB, sparse on disk: no command keeps what it reads.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "decode FILE",
                "text FILE",
                "references FILE",
                "detect FILE",
                "inject FILE --url HTTPS://A -o /dev/null"
            })
    void aHugeFileIsReadToItsEnd(String command) throws IOException {
        Path huge = directory.resolve("huge");
        long length = 300L << 20;
        try (var bytes = new RandomAccessFile(huge.toFile(), "rw")) {
            bytes.write(new byte[] {0x1D, '8', 'L', 0, 0, (byte) (length >> 16), (byte) (length >> 24), '0', 'p'});
            bytes.setLength(length);
        }
        assertEquals(0, shell.run(words(command.replace("FILE", huge.toString()))), shell.errors());
        assertEquals("", shell.errors());
    }

    @Test
    void aFileNeedsAName() {
        assertEquals(2, shell.run("text", ""));
        assertEquals("The name of a file is empty.\n", shell.errors());
    }

    @Test
    void aSentenceLeavesTheNameOfAFileAsItIs() {
        assertEquals("a.bin prints nothing.", Failure.sentence(Failure.failed("a.bin prints nothing.")));
        assertEquals("o/b cannot be used (full).", Failure.sentence(new FileSystemException("o/b", null, "full")));
        assertEquals("Access to o/b is denied.", Failure.sentence(new AccessDeniedException("o/b")));
        assertEquals("Broken pipe.", Failure.sentence(new IOException("broken pipe")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "decode",
                "text",
                "references",
                "render",
                "inject",
                "detect",
                "profiles",
                "profiles show",
                "test-print",
                "printer",
                "learn",
                "bridge",
                "doctor"
            })
    void helpFitsATerminalAndEndsWithAnExample(String command) {
        assertEquals(0, shell.run((command + " --help").strip().split(" ")));
        assertTrue(shell.lines().stream().allMatch(line -> line.length() <= 80), shell.out());
        assertTrue(shell.lines().contains("Examples:"), shell.out());
        assertTrue(shell.lines().getLast().startsWith(("  slipstream " + command).stripTrailing()), shell.out());
    }

    private void assertTold(int code, String sentence, String arguments) {
        assertEquals(code, shell.run(words(arguments)), arguments);
        assertEquals(filled(sentence) + "\n", shell.errors(), arguments);
    }

    private String[] words(String arguments) {
        String line = filled(arguments.replace("LONG", "https://" + "a".repeat(293)));
        return line.isEmpty() ? new String[0] : line.split(" ");
    }

    private String filled(String text) {
        return text.replaceAll("(?<![='])\\bFILE\\b", Matcher.quoteReplacement(file))
                .replaceAll("\\bDIR\\b", Matcher.quoteReplacement(directory.toString()));
    }
}
