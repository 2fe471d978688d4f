package slipstream.benchmarks;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import slipstream.cloudlink.service.IdentificationService;
import slipstream.cloudlink.service.config.Configuration;
import slipstream.cloudlink.service.config.Listen;
import slipstream.cloudlink.service.gateway.wechat.simulator.Behaviour;
import slipstream.cloudlink.service.gateway.wechat.simulator.WeChatPaySimulator;
import slipstream.cloudlink.service.merchant.Merchant;
import slipstream.cloudlink.service.merchant.Platform;
import slipstream.cloudlink.service.merchant.Wording;

/// How long a receipt takes from the till's first byte until the printer has its last, by way of the box and by way
/// of `socat`, in one run on the same receipts.
///
/// Each receipt is one connection and one write, feed and cut included: the till gives the box no time to ask. The
/// box is a process of its own, started as `deploy/bin/slipstream bridge`.
@Command(name = "added-delay", description = "Measures the delay that the box adds.", mixinStandardHelpOptions = true)
public final class AddedDelay implements Callable<Integer> {
    private static final String MCHID = "1900000109";
    private static final int WARM_UP = 300;

    @Option(names = "--receipts", defaultValue = "1000", description = "receipts each way (default: ${DEFAULT-VALUE})")
    private int receipts;

    @Option(names = "--launcher", required = true, description = "the launcher of the box: deploy/bin/slipstream")
    private Path launcher;

    private int paid;

    private AddedDelay() {}

    /// Runs the command.
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new AddedDelay()).execute(arguments));
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path directory = Files.createTempDirectory("slipstream-benchmark");
        try {
            measureAll(directory);
        } finally {
            try (Stream<Path> files = Files.walk(directory)) {
                files.sorted(Comparator.reverseOrder())
                        .forEach(file -> file.toFile().delete());
            }
        }
        return 0;
    }

    private void measureAll(Path directory) throws IOException, InterruptedException {
        var any = new Listen("127.0.0.1", 0);
        try (var printer = new Sink();
                var platform =
                        WeChatPaySimulator.start(directory.resolve("platform"), any, any, Map.of(MCHID, "wx0"))) {
            System.out.printf(
                    "%d receipts each way, milliseconds until the printer has the cut%n%n%-34s %8s %8s %8s %8s%n",
                    receipts, "", "p50", "p99", "max", "links");
            measure("direct", printer, printer.port(), platform);
            withSocat(printer, platform);
            URI api;
            try (var service = service(directory, platform)) {
                api = service.api();
                withBox(printer, platform, api, directory, "box, service answers", true);
                platform.behave(new Behaviour(Behaviour.Kind.GARBAGE, 0));
                withBox(printer, platform, api, directory, "box, platform answers garbage", true);
                platform.behave(new Behaviour(Behaviour.Kind.STALLED, 0));
                withBox(printer, platform, api, directory, "box, platform stalls (budget 250)", true);
            }
            withBox(printer, platform, api, directory, "box, service is gone", false);
        }
    }

    private static IdentificationService service(Path directory, WeChatPaySimulator platform) throws IOException {
        var service = IdentificationService.start(Configuration.local(directory.resolve("service")));
        var offices = service.administration();
        offices.addMerchant(
                new Merchant("shop", Wording.of("店"), Locale.SIMPLIFIED_CHINESE, "street", Optional.empty()),
                Map.of(Platform.WECHAT, platform.credentials().get(MCHID)));
        offices.addItem("shop", Wording.of("立减 5 元"), Optional.empty(), 30);
        offices.addDevice("shop", "box", directory.resolve("box"));
        return service;
    }

    private void withSocat(Sink printer, WeChatPaySimulator platform) throws IOException, InterruptedException {
        int port = freePort();
        var socat = new ProcessBuilder(
                        "socat",
                        "TCP-LISTEN:" + port + ",fork,reuseaddr,bind=127.0.0.1",
                        "TCP:127.0.0.1:" + printer.port())
                .inheritIO()
                .start();
        try {
            awaitListening(port, socat);
            measure("socat", printer, port, platform);
        } finally {
            socat.destroy();
        }
    }

    private void withBox(
            Sink printer, WeChatPaySimulator platform, URI api, Path directory, String name, boolean connected)
            throws IOException, InterruptedException {
        int port = freePort();
        Path configuration = directory.resolve("box").resolve("slipstream.toml");
        Files.writeString(configuration, """
                [pos]
                listen = "127.0.0.1:%d"
                [printer]
                address = "127.0.0.1:%d"
                drain-ms = 10
                [service]
                url = "%s"
                key = "device.key"
                certificate = "device.crt"
                ca = "ca.crt"
                [log]
                level = "info"
                """.formatted(port, printer.port(), api));
        Path log = directory.resolve("box.log");
        var box = new ProcessBuilder(launcher.toString(), "bridge", "--config", configuration.toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            awaitListening(port, box);
            while (connected && !Files.readString(log).contains("The service is connected")) {
                Thread.onSpinWait();
            }
            measure(name, printer, port, platform);
        } finally {
            box.destroy();
            box.waitFor();
        }
    }

    private void measure(String name, Sink printer, int port, WeChatPaySimulator platform)
            throws IOException, InterruptedException {
        int warmUp = name.contains("stalls") ? 0 : WARM_UP;
        long[] nanoseconds = new long[receipts];
        int links = 0;
        for (int i = -warmUp; i < receipts; i++) {
            byte[] job = receipt(pay(platform));
            long begun = System.nanoTime();
            try (var till = new Socket(InetAddress.getLoopbackAddress(), port)) {
                till.getOutputStream().write(job);
                till.shutdownOutput();
                Sink.Arrival arrival = printer.next();
                if (arrival.bytes() < job.length) {
                    throw new IllegalStateException(arrival.bytes() + " of " + job.length + " bytes came");
                }
                if (i >= 0) {
                    nanoseconds[i] = arrival.at() - begun;
                    links += arrival.bytes() > job.length ? 1 : 0;
                }
            }
        }
        Arrays.sort(nanoseconds);
        System.out.printf(
                "%-34s %8.2f %8.2f %8.2f %8d%n",
                name,
                nanoseconds[receipts / 2] / 1e6,
                nanoseconds[Math.min(receipts - 1, receipts * 99 / 100)] / 1e6,
                nanoseconds[receipts - 1] / 1e6,
                links);
    }

    /// One payment more, by one of a few payers.
    private String pay(WeChatPaySimulator platform) {
        String transactionId = "420000000020261122%010d".formatted(++paid);
        platform.putOrder(MCHID, "M" + paid, transactionId, "payer-" + paid % 20, 4400, "SUCCESS");
        return transactionId;
    }

    private static byte[] receipt(String transactionId) {
        var text = new StringBuilder("\u001b@\u001c&晨光咖啡\n结账单\n");
        for (int item = 1; item <= 20; item++) {
            text.append("燕麦拿铁 Oat Latte     x1               22.00\n");
        }
        text.append("合计                                     44.00\n微信支付\n交易单号：")
                .append(transactionId)
                .append("\n谢谢惠顾\n\n\n\n\n\u001dV1");
        return text.toString().getBytes(Charset.forName("GB18030"));
    }

    private static int freePort() throws IOException {
        try (var socket = new java.net.ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /// A connection without data tells that somebody listens.
    private static void awaitListening(int port, Process process) throws IOException {
        while (process.isAlive()) {
            try (var probe = new Socket()) {
                probe.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
                return;
            } catch (IOException notYet) {
                Thread.onSpinWait();
            }
        }
        throw new IOException("the process ended with " + process.exitValue());
    }
}
