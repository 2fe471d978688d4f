package slipstream.acceptance;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Matcher;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Platform, service and box as processes of their own, and what becomes of receipts when one of them fails.
class ServiceTroubleTest {
    private static final String MCHID = "1900000109";

    @TempDir
    private Path directory;

    private RawPrinter printer;
    private Program platform;
    private Program service;
    private Program box;
    private URI control;
    private Path serviceToml;
    private int apiPort;
    private int boxPort;
    private int paid;

    @BeforeEach
    void start() throws IOException, InterruptedException {
        printer = new RawPrinter();
        Path keys = directory.resolve("platform");
        platform = Program.service("simulator", "--dir", keys.toString(), "--merchant", MCHID + "=wx0");
        control = URI.create(platform.awaitLine("control (http\\S+)").group(1));
        serviceToml = directory.resolve("service.toml");
        Files.writeString(serviceToml, """
                [data]
                directory = "data"
                [api]
                listen = "127.0.0.1:0"
                [public]
                listen = "127.0.0.1:0"
                """);
        String config = serviceToml.toString();
        run(
                "merchant",
                "add",
                "--config",
                config,
                "--id",
                "cafe",
                "--name",
                "晨光咖啡",
                "--circle",
                "riverside",
                "--wechat",
                keys.resolve(MCHID).resolve("wechat.toml").toString());
        run("item", "add", "--config", config, "--merchant", "cafe", "--title", "立减 5 元");
        run(
                "device",
                "add",
                "--config",
                config,
                "--merchant",
                "cafe",
                "--name",
                "box-1",
                "--out",
                directory.resolve("box").toString());
        startService();
        startBox();
    }

    @AfterEach
    void stop() throws IOException {
        for (Program program : Arrays.asList(box, service, platform)) {
            if (program != null) {
                program.close();
            }
        }
        printer.close();
    }

    private static void run(String... arguments) throws IOException, InterruptedException {
        try (var program = Program.service(arguments)) {
            assertTrue(program.await() == 0, String.join(" ", arguments));
        }
    }

    private void startService() throws IOException, InterruptedException {
        service = Program.service("serve", "--config", serviceToml.toString());
        Matcher ready = service.awaitLine("listening api https://\\S+?:(\\d+) public http\\S+");
        Files.writeString(
                serviceToml,
                Files.readString(serviceToml)
                        .replaceFirst(
                                "\\[api]\\nlisten = \"127.0.0.1:0\"",
                                "[api]\nlisten = \"127.0.0.1:" + ready.group(1) + "\""));
        apiPort = Integer.parseInt(ready.group(1));
    }

    private void startBox() throws IOException, InterruptedException {
        Path file = directory.resolve("box").resolve("slipstream.toml");
        Files.writeString(file, """
                [pos]
                listen = "127.0.0.1:0"
                [printer]
                address = "127.0.0.1:%d"
                drain-ms = 50
                [service]
                url = "https://127.0.0.1:%d"
                key = "device.key"
                certificate = "device.crt"
                ca = "ca.crt"
                [hold]
                budget-ms = 5000
                [till]
                name = "counter-1"
                """.formatted(printer.port(), apiPort));
        box = Program.box("bridge", "--config", file.toString());
        boxPort =
                Integer.parseInt(box.awaitLine("Listening at 127.0.0.1:(\\d+)").group(1));
        box.awaitLine("service is connected");
    }

    @Test
    void receiptsPrintUnchangedWhateverHappensToTheService() throws IOException, InterruptedException {
        assertPlain(sale("li"));
        assertLink(sale("li"));

        behave("garbage");
        assertPlain(sale("li"));
        behave("down");
        assertPlain(sale("li"));
        behave("normal");
        assertLink(sale("li"));

        service.signal("STOP");
        assertPlain(sale("li"));
        service.signal("CONT");
        service.signal("KILL");
        box.awaitLine("cannot be reached");
        assertPlain(sale("li"));

        startService();
        box.awaitLine("service is connected");
        assertLink(sale("li"));
    }

    @Test
    void aServiceThatTalksGarbageIsAsGoodAsNone() throws IOException, InterruptedException {
        service.signal("KILL");
        box.awaitLine("cannot be reached");
        try (var garbage = new GarbageServer(apiPort)) {
            garbage.awaitCaller();
            assertPlain(sale("li"));
        }
    }

    /// A payment by `payer` that the platform knows, as its till prints it.
    private byte[] sale(String payer) throws IOException, InterruptedException {
        String transactionId = Story.transactionId();
        tell("/orders", """
                {"mchid":"%s","out_trade_no":"M%d","transaction_id":"%s","openid":"%s","total":4400}
                """.formatted(MCHID, ++paid, transactionId, payer));
        return TillReceipt.sale(transactionId, "M" + paid, 4400, false).bytes();
    }

    private void behave(String how) throws IOException, InterruptedException {
        tell("/behaviour", "{\"behaviour\":\"" + how + "\"}");
    }

    private void tell(String path, String json) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = http.send(
                    HttpRequest.newBuilder(control.resolve(path))
                            .PUT(HttpRequest.BodyPublishers.ofString(json))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertTrue(answer.statusCode() == 204, answer.body());
        }
    }

    private byte[] print(byte[] job) throws IOException, InterruptedException {
        try (var till = new Socket(InetAddress.getLoopbackAddress(), boxPort)) {
            till.getOutputStream().write(job);
            till.shutdownOutput();
            return printer.nextJob();
        }
    }

    private void assertPlain(byte[] job) throws IOException, InterruptedException {
        assertArrayEquals(job, print(job));
    }

    /// Exactly one run of bytes has been added, and it is a raster.
    private void assertLink(byte[] job) throws IOException, InterruptedException {
        byte[] printed = print(job);
        int added = printed.length - job.length;
        int at = Arrays.mismatch(job, printed);
        assertTrue(added > 1000, "the receipt carries no block");
        byte[] rest = Arrays.copyOfRange(printed, at + added, printed.length);
        assertArrayEquals(Arrays.copyOfRange(job, at, job.length), rest);
    }
}
