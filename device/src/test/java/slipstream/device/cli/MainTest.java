package slipstream.device.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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

    private final Shell shell = new Shell(TWO);
    private String file;

    @BeforeEach
    void write() throws IOException {
        file = Files.write(directory.resolve("two.bin"), TWO).toString();
    }

    @Test
    void decodeListsEveryByteOnce() {
        assertEquals(0, shell.run("decode", "--json", file));
        Pattern line = Pattern.compile("\"offset\":(\\d+),\"length\":(\\d+),");
        long at = 0;
        for (String json : shell.lines()) {
            Matcher matcher = line.matcher(json);
            assertTrue(matcher.find(), json);
            assertEquals(at, Long.parseLong(matcher.group(1)), json);
            at += Long.parseLong(matcher.group(2));
        }
        assertEquals(TWO.length, at);
    }

    @Test
    void decodeTellsOffsetBytesMnemonicAndMeaning() {
        assertEquals(0, shell.run("decode", file));
        assertTrue(
                shell.lines().getFirst().matches("00000000  1B 40 +ESC @ +initialize printer"),
                shell.lines().getFirst());
        assertTrue(
                shell.lines().get(1).endsWith("text        \"清风小馆\""),
                shell.lines().get(1));
    }

    @Test
    void decodeTellsWhereAStreamBreaksOff() throws IOException {
        byte[] broken = {'A', 0x1D, 'v', '0', 0, 2, 0, 2, 0, 1};
        Files.write(Path.of(file), broken);
        assertEquals(0, shell.run("decode", file));
        assertTrue(
                shell.lines().getLast().contains("the stream ends in the middle of it"),
                shell.lines().getLast());
        Files.write(Path.of(file), new byte[] {'A', 0x1D, 'v'});
        assertEquals(0, shell.run("decode", "--json", file));
        assertTrue(
                shell.lines().getLast().contains("\"offset\":1,\"length\":2,"),
                shell.lines().getLast());
    }

    @Test
    void textShowsReceiptsWithACutBetween() {
        assertEquals(0, shell.run("text", file));
        assertEquals("清风小馆", shell.lines().getFirst());
        assertTrue(shell.lines().contains("- - - - - - - - - - - - - - - -"));
        assertEquals(0, shell.run("text", "--json", file));
        assertEquals(2, shell.lines().size());
        assertTrue(shell.lines().getFirst().startsWith("{\"file\":\"" + file + "\",\"receipt\":1,\"text\":\"清风小馆\\n"));
    }

    @Test
    void referencesPrintOneObjectAReceipt() {
        assertEquals(0, shell.run("references", "--json", file));
        assertEquals(
                List.of(
                        "{\"file\":\"" + file
                                + "\",\"receipt\":1,\"kind\":\"sale\",\"total\":\"12.80\",\"currency\":null,\"time\":null,"
                                + "\"references\":["
                                + "{\"scheme\":\"wechat\",\"kind\":\"transaction_id\",\"value\":\"4200001234202611221234567890\"}]}",
                        "{\"file\":\"" + file
                                + "\",\"receipt\":2,\"kind\":\"kitchen\",\"total\":null,\"currency\":null,\"time\":null,\"references\":[]}"),
                shell.lines());
    }

    @Test
    void referencesExplainLongNumbersAndShowMasksOfOthers() throws IOException {
        Path slip = directory.resolve("slip.bin");
        Files.write(
                slip,
                Job.begin()
                        .lines("卡号 4111 1111 1111 1111", "付款码:134567890123456789", "参考号: 123456789012")
                        .cut()
                        .bytes());
        assertEquals(0, shell.run("references", "--explain", slip.toString()));
        assertEquals(
                List.of(
                        slip + ", receipt 1: sale, no total",
                        "  card rrn 123456789012",
                        "  line 1, column 6, ************1111: not taken: its label '卡号' is of other numbers",
                        "  line 2, column 8, **************6789: not taken: its label '付款码' is of other numbers",
                        "  line 3, column 9, 123456789012: taken as card rrn: 12 digits, asked at the receipt's end"),
                shell.lines());
        assertEquals(0, shell.run("references", "--explain", "--json", slip.toString()));
        assertTrue(shell.lines().getLast().contains("\"number\":\"************1111\",\"taken\":false"), shell.out());
    }

    @Test
    void standardInputIsReadForADash() {
        assertEquals(0, shell.run("references", "--json", "-", file));
        assertEquals(4, shell.lines().size());
        assertTrue(shell.lines().getFirst().startsWith("{\"file\":\"-\",\"receipt\":1,\"kind\":\"sale\""));
    }

    @Test
    void injectPutsABlockOnEveryReceiptAndTellsWhere() throws IOException {
        Path output = directory.resolve("out.bin");
        assertEquals(0, shell.run("inject", file, "--url", "HTTPS://C.EXAMPLE/1", "-o", output.toString(), "--json"));
        Matcher block = Pattern.compile(
                        "\\{\"receipt\":(\\d),\"outputOffset\":(\\d+),\"length\":(\\d+),\"placement\":\"before-feed\"}")
                .matcher(shell.out());
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
        assertEquals(
                0, shell.run("render", file, "-o", directory.resolve("a.png").toString()));
        assertTrue(Files.exists(directory.resolve("a-1.png")));
        assertTrue(Files.exists(directory.resolve("a-2.png")));
        Files.write(Path.of(file), Job.begin().lines("一").cut().bytes());
        assertEquals(
                0, shell.run("render", file, "-o", directory.resolve("b.png").toString()));
        assertTrue(Files.exists(directory.resolve("b.png")));
    }

    @Test
    void renderTracesRowsToTheCommandsThatDrewThem() throws IOException {
        Files.write(Path.of(file), new byte[] {0x1B, '@', 'A', '\n', 0x1D, 'v', '0', 0, 1, 0, 1, 0, -1, 0x1D, 'V', 0});
        String png = directory.resolve("a.png").toString();
        assertEquals(0, shell.run("render", file, "-o", png, "--trace"));
        assertEquals(
                List.of("     0 .. 23      00000002  text", "    30 .. 30      00000004  GS v 0"),
                shell.lines().subList(1, 3));
        assertEquals(0, shell.run("render", file, "-o", png, "--trace", "--json"));
        assertTrue(shell.lines()
                .getLast()
                .endsWith("\"receipt\":1,\"from\":30,\"to\":31,\"offset\":4,\"mnemonic\":\"GS v 0\"}"));
        assertEquals(0, shell.run("render", file, "-o", png, "--blade"));
        assertEquals(List.of(png + ": 576 x 144 dots"), shell.lines());
    }

    @Test
    void randomBytesHarmNoCommand() throws IOException {
        byte[] noise = new byte[200_000];
        new java.util.Random(7).nextBytes(noise);
        Files.write(Path.of(file), noise);
        for (String command : List.of("decode", "text", "references")) {
            assertEquals(0, shell.run(command, file), shell.errors());
        }
        assertEquals(0, shell.run("inject", file, "--url", "HTTPS://A.B", "-o", directory + "/o"));
    }
}
