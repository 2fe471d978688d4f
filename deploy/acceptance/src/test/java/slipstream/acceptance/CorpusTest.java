package slipstream.acceptance;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import slipstream.device.cli.Main;

/// The technician's commands on streams that others have made, with a scanner that is not ours.
class CorpusTest {
    private static final String URL = "HTTPS://SLIP.EXAMPLE.COM/C/0123456789ABCDEFGHJK";
    private static final Pattern BLOCK = Pattern.compile("\"outputOffset\":(\\d+),\"length\":(\\d+)");

    @TempDir
    private Path directory;

    @TestFactory
    Stream<DynamicTest> blocksGoInScanAndComeOutAgain() throws IOException {
        assumeTrue(installed("zbarimg"), "zbarimg is not installed.");
        Path corpus = Program.PROJECT.resolve("../shared/corpus").normalize();
        assumeTrue(Files.isDirectory(corpus), "There is no corpus at " + corpus + ".");
        try (Stream<Path> files = Files.walk(corpus)) {
            return files
                    .filter(file -> file.toString().matches(".*\\.(bin|escpos|star)"))
                    .filter(file -> !file.toString().contains("EscPosUtils"))
                    .sorted()
                    .toList()
                    .stream()
                    .map(file -> dynamicTest(corpus.relativize(file).toString(), () -> check(file)));
        }
    }

    private void check(Path file) throws IOException, InterruptedException {
        Path injected = directory.resolve("injected.bin");
        String report = run("inject", file.toString(), "--url", URL, "-o", injected.toString(), "--json");
        assertArrayEquals(Files.readAllBytes(file), without(report, Files.readAllBytes(injected)));

        Path pictures = Files.createTempDirectory(directory, "pictures");
        run("render", injected.toString(), "-o", pictures.resolve("receipt.png").toString());
        try (Stream<Path> rendered = Files.list(pictures)) {
            List<Path> receipts = rendered.toList();
            assertEquals(BLOCK.matcher(report).results().count(), receipts.size());
            for (Path receipt : receipts) {
                assertTrue(scan(receipt).lines().anyMatch(URL::equals), receipt.getFileName() + " does not scan");
            }
        }
    }

    private static byte[] without(String report, byte[] injected) {
        var original = new ByteArrayOutputStream();
        int at = 0;
        for (var block : BLOCK.matcher(report).results().toList()) {
            int offset = Integer.parseInt(block.group(1));
            original.write(injected, at, offset - at);
            at = offset + Integer.parseInt(block.group(2));
        }
        original.write(injected, at, injected.length - at);
        return original.toByteArray();
    }

    private static String run(String... arguments) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        int code = Main.run(arguments, InputStream.nullInputStream(), stream(out), stream(err));
        assertEquals(0, code, err.toString(StandardCharsets.UTF_8));
        return out.toString(StandardCharsets.UTF_8);
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private static String scan(Path picture) throws IOException, InterruptedException {
        Process zbarimg = new ProcessBuilder("zbarimg", "--quiet", "--raw", picture.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String codes = new String(zbarimg.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        zbarimg.waitFor();
        return codes;
    }

    private static boolean installed(String command) {
        return Stream.of(System.getenv("PATH").split(":"))
                .anyMatch(place -> Files.isExecutable(Path.of(place, command)));
    }
}
