package slipstream.device.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import slipstream.device.Job;

class MainTest {
    private static final byte[] TWO = Job.begin()
            .lines("清风小馆", "合计 12.80", "交易单号:", "4200001234202611221234567890")
            .cut()
            .lines("后厨", "牛肉面 x1")
            .cut()
            .bytes();

    @TempDir
    private Path directory;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private String file;

    @BeforeEach
    void write() throws IOException {
        file = Files.write(directory.resolve("two.bin"), TWO).toString();
    }

    @Test
    void decodeListsEveryByteOnce() {
        assertEquals(0, run("decode", "--json", file));
        Pattern line = Pattern.compile("\"offset\":(\\d+),\"length\":(\\d+),");
        long at = 0;
        for (String json : lines()) {
            Matcher matcher = line.matcher(json);
            assertTrue(matcher.find(), json);
            assertEquals(at, Long.parseLong(matcher.group(1)), json);
            at += Long.parseLong(matcher.group(2));
        }
        assertEquals(TWO.length, at);
    }

    @Test
    void decodeTellsOffsetBytesMnemonicAndMeaning() {
        assertEquals(0, run("decode", file));
        assertTrue(lines().getFirst().matches("00000000  1B 40 +ESC @ +initialize printer"), lines().getFirst());
        assertTrue(lines().get(1).endsWith("text        \"清风小馆\""), lines().get(1));
    }

    @Test
    void decodeTellsWhereAStreamBreaksOff() throws IOException {
        byte[] broken = {'A', 0x1D, 'v', '0', 0, 2, 0, 2, 0, 1};
        Files.write(Path.of(file), broken);
        assertEquals(0, run("decode", file));
        assertTrue(lines().getLast().contains("the stream ends in the middle of it"), lines().getLast());
        Files.write(Path.of(file), new byte[] {'A', 0x1D, 'v'});
        assertEquals(0, run("decode", "--json", file));
        assertTrue(lines().getLast().contains("\"offset\":1,\"length\":2,"), lines().getLast());
    }

    @Test
    void textShowsReceiptsWithACutBetween() {
        assertEquals(0, run("text", file));
        assertEquals("清风小馆", lines().getFirst());
        assertTrue(lines().contains("- - - - - - - - - - - - - - - -"));
        assertEquals(0, run("text", "--json", file));
        assertEquals(2, lines().size());
        assertTrue(lines().getFirst().startsWith("{\"file\":\"" + file + "\",\"receipt\":1,\"text\":\"清风小馆\\n"));
    }

    @Test
    void referencesPrintOneObjectAReceipt() {
        assertEquals(0, run("references", "--json", file));
        assertEquals(
                List.of(
                        "{\"file\":\"" + file
                                + "\",\"receipt\":1,\"kind\":\"sale\",\"total\":\"12.80\",\"references\":["
                                + "{\"scheme\":\"wechat\",\"kind\":\"transaction_id\",\"value\":\"4200001234202611221234567890\"}]}",
                        "{\"file\":\"" + file
                                + "\",\"receipt\":2,\"kind\":\"kitchen\",\"total\":null,\"references\":[]}"),
                lines());
    }

    @Test
    void standardInputIsReadForADash() {
        assertEquals(0, run("references", "--json", "-", file));
        assertEquals(4, lines().size());
        assertTrue(lines().getFirst().startsWith("{\"file\":\"-\",\"receipt\":1,\"kind\":\"sale\""));
    }

    @Test
    void injectPutsABlockOnEveryReceiptAndTellsWhere() throws IOException {
        Path output = directory.resolve("out.bin");
        assertEquals(0, run("inject", file, "--url", "HTTPS://C.EXAMPLE/1", "-o", output.toString(), "--json"));
        Matcher block = Pattern.compile(
                        "\\{\"receipt\":(\\d),\"outputOffset\":(\\d+),\"length\":(\\d+),\"placement\":\"before-feed\"}")
                .matcher(out());
        byte[] injected = Files.readAllBytes(output);
        var rest = new ByteArrayOutputStream();
        int at = 0;
        int blocks = 0;
        while (block.find()) {
            int offset = Integer.parseInt(block.group(2));
            rest.write(injected, at, offset - at);
            at = offset + Integer.parseInt(block.group(3));
            blocks++;
            assertEquals(blocks, Integer.parseInt(block.group(1)));
        }
        rest.write(injected, at, injected.length - at);
        assertEquals(2, blocks);
        assertArrayEquals(TWO, rest.toByteArray());
    }

    @Test
    void renderNumbersThePicturesOfSeveralReceipts() throws IOException {
        assertEquals(0, run("render", file, "-o", directory.resolve("a.png").toString()));
        assertTrue(Files.exists(directory.resolve("a-1.png")));
        assertTrue(Files.exists(directory.resolve("a-2.png")));
        Files.write(Path.of(file), Job.begin().lines("一").cut().bytes());
        assertEquals(0, run("render", file, "-o", directory.resolve("b.png").toString()));
        assertTrue(Files.exists(directory.resolve("b.png")));
    }

    @Test
    void renderTracesRowsToTheCommandsThatDrewThem() throws IOException {
        Files.write(Path.of(file), new byte[] {0x1B, '@', 'A', '\n', 0x1D, 'v', '0', 0, 1, 0, 1, 0, -1, 0x1D, 'V', 0});
        String png = directory.resolve("a.png").toString();
        assertEquals(0, run("render", file, "-o", png, "--trace"));
        assertEquals(
                List.of("     0 .. 23      00000002  text", "    30 .. 30      00000004  GS v 0"),
                lines().subList(1, 3));
        assertEquals(0, run("render", file, "-o", png, "--trace", "--json"));
        assertTrue(lines().getLast()
                .endsWith("\"receipt\":1,\"from\":30,\"to\":31,\"offset\":4,\"mnemonic\":\"GS v 0\"}"));
        assertEquals(0, run("render", file, "-o", png, "--blade"));
        assertEquals(List.of(png + ": 576 x 144 dots"), lines());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2 | A command is missing. Try: slipstream --help | ''",
                "2 | There is no command \"dec\", expected one of decode, text, references, render, inject, printer, bridge. Try: slipstream --help | dec FILE",
                "2 | Unknown option: '--jsn'. Try: slipstream --help | --jsn",
                "2 | DIR is a directory, expected a configuration in TOML. | bridge --config DIR",
                "1 | DIR/empty is a file, expected a directory. | printer --listen 127.0.0.1:0 --out DIR/empty",
                "2 | Missing required parameter: 'FILE'. Try: slipstream decode --help | decode",
                "2 | Unknown option: '--jsn'. Try: slipstream text --help | text --jsn FILE",
                "2 | Missing required option: '--url=URL'. Try: slipstream inject --help | inject FILE -o DIR/o",
                "2 | \"ftp://a\" is no link to print, expected http:// or https:// and ASCII without blanks. | inject FILE --url ftp://a -o DIR/o",
                "1 | The URL has 301 characters, at most 300 make a symbol of a size for receipts. | inject FILE --url LONG -o DIR/o",
                "2 | FILE is the file to be read, expected another one. | inject FILE --url HTTPS://A -o FILE",
                "2 | \"a/b\" names no host; expected HOST:PORT, as 192.168.1.50:9100. | printer --listen a/b --out DIR/p",
                "1 | There is no file or directory DIR/none. | references DIR/none",
                "1 | DIR is a directory, expected a file. | text DIR",
                "1 | There is no file or directory DIR/none/a-1.png. | render FILE -o DIR/none/a.png",
                "1 | DIR/empty prints nothing, so there is nothing to draw. | render DIR/empty -o DIR/a.png",
                "2 | There is no file DIR/none.toml, expected a configuration in TOML. | bridge --config DIR/none.toml"
            })
    void whatGoesWrongIsOneSentence(int code, String sentence, String arguments) throws IOException {
        Files.write(directory.resolve("empty"), new byte[] {0x1B, '@'});
        String line = arguments
                .replace("LONG", "https://" + "a".repeat(293))
                .replace("FILE", file)
                .replace("DIR", directory.toString());
        assertEquals(code, run(line.isEmpty() ? new String[0] : line.split(" ")));
        String expected =
                sentence.replaceFirst("^FILE", Matcher.quoteReplacement(file)).replace("DIR", directory.toString());
        assertEquals(expected + "\n", err.toString(StandardCharsets.UTF_8));
    }

    @Test
    void aFileNeedsAName() {
        assertEquals(2, run("text", ""));
        assertEquals("The name of a file is empty.\n", err.toString(StandardCharsets.UTF_8));
    }

    @Test
    void aSentenceLeavesTheNameOfAFileAsItIs() {
        assertEquals("a.bin prints nothing.", Failure.sentence(Failure.failed("a.bin prints nothing.")));
        assertEquals(
                "o/b cannot be used (full).",
                Failure.sentence(new java.nio.file.FileSystemException("o/b", null, "full")));
        assertEquals("Broken pipe.", Failure.sentence(new IOException("broken pipe")));
    }

    @Test
    void randomBytesHarmNoCommand() throws IOException {
        byte[] noise = new byte[200_000];
        new java.util.Random(7).nextBytes(noise);
        Files.write(Path.of(file), noise);
        for (String command : List.of("decode", "text", "references")) {
            assertEquals(0, run(command, file), err.toString(StandardCharsets.UTF_8));
        }
        assertEquals(0, run("inject", file, "--url", "HTTPS://A.B", "-o", directory + "/o"));
    }

    private int run(String... arguments) {
        out.reset();
        err.reset();
        return Main.run(
                arguments,
                new ByteArrayInputStream(TWO),
                new PrintStream(out, false, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private List<String> lines() {
        return out().lines().toList();
    }
}
