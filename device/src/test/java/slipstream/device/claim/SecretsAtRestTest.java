package slipstream.device.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import slipstream.cloudlink.protocol.IdentifyAnswer;
import slipstream.device.Job;
import slipstream.device.bridge.Bridge;
import slipstream.device.bridge.BridgeOptions;
import slipstream.device.learn.PatternWatch;
import slipstream.device.port.Address;
import slipstream.escpos.profile.PrinterProfile;

/// The memory of a running box, once receipts full of secrets have been printed.
@Timeout(60)
class SecretsAtRestTest {
    private static final int RECEIPTS = 3;
    private static final String PAID = "交易单号:4200001234202611221234567890";

    @TempDir
    private Path directory;

    private final Outcomes outcomes = new Outcomes();

    /// How the secrets begin; how many digits follow is told behind. Their numbers are drawn, so that no program text
    /// and no other test has them.
    private static final List<String> BEGINNINGS =
            List.of("13 16", "28 14", "62 17", "4 14 luhn", "37 12 luhn", "138 8", "2088 12");

    @Test
    void noSecretIsLeftInMemoryOnceItsReceiptIsOver() throws Exception {
        whilePrinting((pos, printer) -> {
            for (int i = 0; i < RECEIPTS; i++) {
                byte[] receipt =
                        withSymbols(secrets()).lines(PAID, "谢谢惠顾").cut().bytes();
                pos.write(receipt);
                Arrays.fill(receipt, (byte) 0);
            }
            while (outcomes.count(Outcome.PLAIN) < RECEIPTS) {
                printer.read();
            }
        });
    }

    @Test
    void noLineWithASecretIsKeptUntilTheReceiptEnds() throws Exception {
        whilePrinting((pos, printer) -> {
            byte[] receipt = secrets().lines(PAID, "谢谢惠顾").bytes();
            pos.write(receipt);
            for (int i = 0; i < receipt.length; i++) {
                receipt[i] = 0;
                printer.read();
            }
        });
    }

    private interface Printing {
        void print(OutputStream pos, InputStream printer) throws IOException;
    }

    private void whilePrinting(Printing printing) throws Exception {
        try (var paper = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var bridge = Bridge.start(
                        options(paper),
                        later -> new ReceiptClaims(
                                ignored -> CompletableFuture.completedFuture(IdentifyAnswer.plain("none")),
                                new Till("till-1", Currency.getInstance("CNY")),
                                outcomes,
                                PatternWatch.none(),
                                later,
                                Optional.empty(),
                                Backroom.idle()));
                var pos = new Socket(InetAddress.getLoopbackAddress(), bridge.port())) {
            pos.getOutputStream().write(new byte[] {0x1B, '@'});
            try (Socket printer = paper.accept()) {
                printing.print(pos.getOutputStream(), printer.getInputStream());
                assertEquals(List.of(), found(dump()));
            }
        }
    }

    private static BridgeOptions options(ServerSocket paper) {
        return BridgeOptions.of(
                new Address("127.0.0.1", 0),
                new Address("127.0.0.1", paper.getLocalPort()),
                PrinterProfile.GENERIC_80MM);
    }

    private static String secret(int i) {
        String[] parts = BEGINNINGS.get(i).split(" ");
        var random = new Random(i + 20261122);
        var digits = new StringBuilder(parts[0]);
        for (int k = 0; k < Integer.parseInt(parts[1]); k++) {
            digits.append((char) ('0' + random.nextInt(10)));
        }
        if (parts.length > 2) {
            digits.append('0');
            int sum = 0;
            for (int k = 0; k < digits.length(); k++) {
                int digit = (digits.charAt(digits.length() - 1 - k) - '0') * (k % 2 == 0 ? 1 : 2);
                sum += digit > 9 ? digit - 9 : digit;
            }
            digits.setCharAt(digits.length() - 1, (char) ('0' + (10 - sum % 10) % 10));
        }
        return digits.toString();
    }

    private static String grouped(String number, int size, String gap) {
        return number.replaceAll("(.{" + size + "})(?=.)", "$1" + gap);
    }

    /// What a receipt shows of each secret: whole, in groups, its halves in two styles and in two lines.
    private static Job secrets() {
        Job job = Job.begin().lines("清风小馆", "合计 28.00", "扫码支付 28.00");
        for (int i = 0; i < BEGINNINGS.size(); i++) {
            String number = secret(i);
            int half = number.length() / 2;
            job.lines("付款码:" + number, "商户单号 " + grouped(number, 4, " "), grouped(number, 4, "-"))
                    .text("卡号 " + number.substring(0, half))
                    .bold(true)
                    .lines(number.substring(half))
                    .bold(false)
                    .lines("单号:" + number.substring(0, half), number.substring(half), "谢谢");
        }
        return job;
    }

    /// The same with symbols; a printer keeps the last one that it was told.
    private static Job withSymbols(Job job) {
        for (int i = 0; i < BEGINNINGS.size(); i++) {
            job.qr("https://pay.example/?code=" + secret(i)).code128(secret(i));
        }
        return job.qr("https://shop.example/");
    }

    /// The live objects of this process.
    private byte[] dump() throws Exception {
        Path file = directory.resolve("live.hprof");
        Process jcmd = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        String.valueOf(ProcessHandle.current().pid()),
                        "GC.heap_dump",
                        file.toString())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("jcmd.txt").toFile())
                .start();
        assertEquals(true, jcmd.waitFor(30, TimeUnit.SECONDS));
        assertEquals(0, jcmd.exitValue());
        return Files.readAllBytes(file);
    }

    /// Which secrets the dump holds, by their places in the list.
    private static List<String> found(byte[] heap) {
        List<String> found = new ArrayList<>();
        for (int i = 0; i < BEGINNINGS.size(); i++) {
            String number = secret(i);
            for (String form : List.of(number, grouped(number, 4, " "), grouped(number, 4, "-"))) {
                for (var charset : List.of(StandardCharsets.US_ASCII, StandardCharsets.UTF_16LE)) {
                    int at = indexOf(heap, form.getBytes(charset));
                    if (at >= 0) {
                        found.add("secret " + i + " in " + charset + " at " + at);
                    }
                }
            }
        }
        return found;
    }

    private static int indexOf(byte[] all, byte[] part) {
        byte first = part[0];
        for (int at = 0; at <= all.length - part.length; at++) {
            if (all[at] == first && Arrays.equals(all, at, at + part.length, part, 0, part.length)) {
                return at;
            }
        }
        return -1;
    }
}
