package slipstream.device.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import slipstream.device.Job;
import slipstream.device.learn.RulesException;
import slipstream.device.learn.TillRules;

class LearnCommandTest {
    @TempDir
    private Path directory;

    private final List<String> files = new ArrayList<>();
    private Path rules;

    /// A sale with a secret and an order number that ends with `last`.
    private static byte[] sale(int last) {
        return Job.begin()
                .lines("清风小馆", "合计 28.00", "扫码支付 28.00", "付款码:134567890123456789")
                .lines("收钱吧订单号:78950645404890" + last)
                .cut()
                .bytes();
    }

    @BeforeEach
    void write() throws IOException {
        rules = directory.resolve("till-1.toml");
        for (int i = 10; i < 20; i++) {
            files.add(Files.write(directory.resolve(i + ".bin"), sale(i)).toString());
        }
    }

    private String[] arguments(String... more) {
        List<String> all = new ArrayList<>(List.of("learn"));
        all.addAll(files);
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    private static Shell typing(String... lines) {
        return new Shell((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void theTechnicianPointsOnceAndTheRuleIsWritten() throws RulesException {
        Shell shell = typing("2", "shouqianba", "y");
        assertEquals(0, shell.run(arguments("--rules", rules.toString(), "--till", "till-1")), shell.errors());
        String screen = shell.out();
        assertTrue(screen.contains("  1  line  4  付款码        …6789  (never: a WeChat Pay payment code)"), screen);
        assertTrue(screen.contains("  2  line  5  收钱吧订单号  7895064540489010"), screen);
        assertTrue(screen.contains("Learned from 7895064540489010: behind \"收钱吧订单号\", [0-9]{16}"), screen);
        assertTrue(screen.contains("Sure enough: one number on 9 of 9 further sales, never two."), screen);
        assertFalse(screen.contains("134567890123456789"), screen);
        TillRules written = TillRules.read(rules, "till-1");
        assertEquals("shouqianba", written.taught().getFirst().rule().scheme());
        assertEquals(10, written.taught().getFirst().evidence().found());
    }

    @Test
    void whatWasLearnedCanBeLookedAtInReceipts() throws IOException {
        Shell shell = typing();
        shell.run(arguments("--pick", "7895064540489010", "--scheme", "shouqianba", "--rules", rules.toString()));
        String receipt = files.get(1);
        assertEquals(0, shell.run("references", "--explain", receipt));
        assertFalse(shell.out().contains("shouqianba order"), shell.out());
        assertEquals(0, shell.run("references", "--rules", rules.toString(), "--explain", receipt));
        assertTrue(shell.out().contains("  shouqianba order 7895064540489011"), shell.out());
        assertTrue(shell.out().contains("by the till's rule \"shouqianba order\""), shell.out());
        Files.writeString(rules, "[[rule]]\n");
        assertEquals(2, shell.run("references", "--rules", rules.toString(), receipt));
        assertTrue(shell.errors().contains("till-1.toml"), shell.errors());
    }

    @Test
    void everyLineFitsEightyColumns() {
        Shell shell = typing("2", "1", "y");
        shell.run(arguments());
        assertTrue(
                shell.lines().stream()
                        .filter(line -> !line.startsWith("#"))
                        .allMatch(line ->
                                line.codePoints().map(c -> c >= 0x2E80 ? 2 : 1).sum() <= 80),
                shell.out());
    }

    @Test
    void aSecretIsRefusedAndAnotherNumberMayBePointedAt() {
        Shell shell = typing("1", "9", "2", "wechat out_trade_no", "n");
        assertEquals(1, shell.run(arguments("--rules", rules.toString())));
        assertTrue(
                shell.out().contains("It looks like a WeChat Pay payment code: such numbers are never"), shell.out());
        assertTrue(shell.out().contains("\"9\" is none of these."), shell.out());
        assertTrue(shell.out().contains("Nothing was written."), shell.out());
        assertFalse(Files.exists(rules));
    }

    @Test
    void anEndOfTypingLearnsNothing() {
        Shell shell = new Shell(new byte[0]);
        assertEquals(1, shell.run(arguments()));
        assertTrue(shell.out().contains("Nothing was learned."), shell.out());
    }

    @Test
    void aNumberCanBePointedAtByItsValueOrItsPlace() throws RulesException {
        Shell shell = typing();
        String value = "7895 0645 4048 9012";
        assertEquals(
                0,
                shell.run(arguments("--pick", value, "--scheme", "lakala", "--rules", rules.toString())),
                shell.errors());
        assertEquals(
                0,
                shell.run(arguments(
                        "--receipt",
                        "3",
                        "--run",
                        "2",
                        "--scheme",
                        "lakala",
                        "--kind",
                        "sn",
                        "--rules",
                        rules.toString())),
                shell.errors());
        assertEquals(
                List.of("lakala order", "lakala sn"),
                TillRules.read(rules).taught().stream()
                        .map(taught -> taught.rule().name())
                        .toList());
    }

    @Test
    void withoutAFileTheRulesAreShownAndCanBeReadAgain() throws Exception {
        Shell shell = typing();
        assertEquals(0, shell.run(arguments("--pick", "7895064540489012", "--scheme", "lakala")), shell.errors());
        Path copy = Files.writeString(
                directory.resolve("copy.toml"),
                shell.out().substring(shell.out().indexOf("# What the")));
        assertEquals(1, TillRules.read(copy).taught().size());
    }

    @Test
    void rulesAreTriedOnReceipts() throws IOException {
        Shell shell = typing();
        shell.run(arguments("--pick", "7895064540489012", "--scheme", "lakala", "--rules", rules.toString()));
        Path cash = Files.write(
                directory.resolve("cash.bin"),
                Job.begin().lines("合计 28.00", "现金 28.00").cut().bytes());
        files.add(cash.toString());
        assertEquals(0, shell.run(arguments("--try", "--rules", rules.toString())), shell.errors());
        assertEquals(List.of("lakala order: one number on 10 of 11 sales.", "none on receipt 11"), shell.lines());
    }

    @Test
    void jsonListsWhatCanBePointedAt() {
        Shell shell = typing();
        assertEquals(0, shell.run(arguments("--json")));
        assertEquals(10, shell.lines().size());
        assertTrue(
                shell.lines()
                        .getFirst()
                        .endsWith(
                                "\"receipt\":1,\"kind\":\"sale\",\"numbers\":["
                                        + "{\"run\":1,\"line\":4,\"label\":\"付款码\",\"number\":\"…6789\","
                                        + "\"remark\":\"never: a WeChat Pay payment code\"},"
                                        + "{\"run\":2,\"line\":5,\"label\":\"收钱吧订单号\",\"number\":\"7895064540489010\",\"remark\":\"\"}]}"),
                shell.lines().getFirst());
    }

    @Test
    void wrongUseIsToldInOneSentence() throws IOException {
        Shell shell = typing();
        assertEquals(2, shell.run("learn"));
        assertEquals(
                "Expected either files or --listen with --printer.",
                shell.errors().strip());
        assertEquals(2, shell.run(arguments("--pick", "1")));
        assertTrue(shell.errors().startsWith("--scheme is missing"), shell.errors());
        assertEquals(1, shell.run(arguments("--pick", "12", "--scheme", "x")));
        assertTrue(shell.errors().startsWith("No receipt has the number \"12\""), shell.errors());
        assertEquals(1, shell.run(arguments("--receipt", "11", "--run", "1", "--scheme", "x")));
        assertEquals("There is no receipt 11, expected 1 to 10.", shell.errors().strip());
        Files.writeString(rules, "[[rule]]\nname = \"x\"\nnumber = \"[\"\n");
        assertEquals(2, shell.run(arguments("--rules", rules.toString())));
        assertTrue(shell.errors().contains("till-1.toml, line 3: \"number\": \"[\" is no pattern"), shell.errors());
    }

    /// A session at a terminal: what is typed waits for what the screen says.
    private static final class Terminal {
        private final ByteArrayOutputStream screen = new ByteArrayOutputStream() {
            @Override
            public synchronized void write(byte[] bytes, int from, int length) {
                super.write(bytes, from, length);
                notifyAll();
            }
        };
        private final PipedOutputStream keys = new PipedOutputStream();
        private final CompletableFuture<Integer> code;

        Terminal(String... arguments) throws IOException {
            var in = new PipedInputStream(keys);
            code = CompletableFuture.supplyAsync(() -> Main.run(
                    arguments,
                    in,
                    new PrintStream(screen, false, StandardCharsets.UTF_8),
                    new PrintStream(screen, true, StandardCharsets.UTF_8)));
        }

        /// Waits until the screen shows `pattern`.
        Matcher shows(String pattern) throws InterruptedException {
            Pattern compiled = Pattern.compile(pattern, Pattern.DOTALL);
            synchronized (screen) {
                long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
                Matcher matcher = compiled.matcher(screen.toString(StandardCharsets.UTF_8));
                while (!matcher.find()) {
                    assertTrue(System.nanoTime() < end, matcher.toString() + " in " + screen);
                    screen.wait(1000);
                    matcher = compiled.matcher(screen.toString(StandardCharsets.UTF_8));
                }
                return matcher;
            }
        }

        void types(String line) throws IOException {
            keys.write((line + "\n").getBytes(StandardCharsets.UTF_8));
            keys.flush();
        }
    }

    private static CompletableFuture<byte[]> job(ServerSocket printer) {
        return CompletableFuture.supplyAsync(() -> {
            try (Socket socket = printer.accept()) {
                return socket.getInputStream().readAllBytes();
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
    }

    @Test
    void receiptsThatPassTeachARuleAndPrintByteForByte() throws Exception {
        try (var printer = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            var terminal = new Terminal(
                    "learn",
                    "--listen",
                    "127.0.0.1:0",
                    "--printer",
                    "127.0.0.1:" + printer.getLocalPort(),
                    "--rules",
                    rules.toString());
            int port =
                    Integer.parseInt(terminal.shows("Listening at port (\\d+)").group(1));
            for (int i = 10; i < 17; i++) {
                CompletableFuture<byte[]> printed = job(printer);
                try (var till = new Socket(InetAddress.getLoopbackAddress(), port)) {
                    till.getOutputStream().write(sale(i));
                    till.shutdownOutput();
                    assertEquals(-1, till.getInputStream().read());
                }
                assertArrayEquals(sale(i), printed.get(20, TimeUnit.SECONDS));
                if (i == 10) {
                    terminal.shows("Which is the payment's number\\? 1 to 2,");
                    terminal.types("2");
                    terminal.shows("Whose number is it\\?");
                    terminal.types("shouqianba");
                    terminal.shows("Learned from 7895064540489010");
                } else {
                    terminal.shows("receipt " + (i - 9) + " +78950645404890" + i + ", right");
                }
            }
            terminal.shows("Sure enough: one number on 6 of 6 further sales");
            terminal.types("w");
            terminal.shows("Write it to .*\\? y or n:");
            terminal.types("y");
            assertEquals(0, terminal.code.get(20, TimeUnit.SECONDS));
            assertEquals(7, TillRules.read(rules).taught().getFirst().evidence().found());
        }
    }

    @Test
    void aPortThatIsTakenIsToldInOneSentence() throws IOException {
        try (var taken = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Shell shell = typing();
            assertEquals(
                    1, shell.run("learn", "--listen", "127.0.0.1:" + taken.getLocalPort(), "--printer", "127.0.0.1"));
            assertTrue(shell.errors().startsWith("Nothing can listen at 127.0.0.1"), shell.errors());
        }
    }
}
