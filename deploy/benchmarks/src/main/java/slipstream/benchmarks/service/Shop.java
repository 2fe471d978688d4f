package slipstream.benchmarks.service;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import slipstream.cloudlink.service.IdentificationService;
import slipstream.cloudlink.service.config.Configuration;
import slipstream.cloudlink.service.config.Listen;
import slipstream.cloudlink.service.gateway.wechat.simulator.WeChatPaySimulator;
import slipstream.cloudlink.service.merchant.Merchant;
import slipstream.cloudlink.service.merchant.Platform;
import slipstream.cloudlink.service.merchant.Wording;

/// A shop with one item, its payers, the service, and a process of boxes that ask it.
final class Shop implements AutoCloseable {
    private static final String MCHID = "1900000109";
    private static final long TOTAL = 1280;

    private final WeChatPaySimulator platform;
    private final IdentificationService service;
    private final Process boxes;
    private final BufferedReader answers;
    private int paid;

    /// Payments with numbers that follow one another.
    record Payments(int first, int count) {}

    /// @param clients questions at a time
    Shop(Path directory, Configuration configuration, int clients) throws IOException {
        var any = new Listen("127.0.0.1", 0);
        platform = WeChatPaySimulator.start(directory.resolve("platform"), any, any, Map.of(MCHID, "wx0"));
        service = IdentificationService.start(configuration);
        var offices = service.administration();
        offices.addMerchant(
                new Merchant("cafe", Wording.of("晨光咖啡"), Locale.CHINESE, "main", Optional.empty()),
                Map.of(Platform.WECHAT, platform.credentials().get(MCHID)));
        offices.addItem("cafe", Wording.of("立减 5 元"), Optional.empty(), 30);
        Path keys = directory.resolve("box");
        offices.addDevice("cafe", "box-1", keys);
        boxes = new ProcessBuilder(boxes(service.api().toString(), keys.toString(), "" + clients))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        answers = boxes.inputReader(StandardCharsets.UTF_8);
    }

    private static List<String> boxes(String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                Boxes.class.getName()));
        command.addAll(List.of(arguments));
        return command;
    }

    /// So many payments by payers who take turns.
    Payments pay(int payments, int payers) {
        int first = paid + 1;
        for (int i = 0; i < payments; i++) {
            int number = ++paid;
            String order = "B-" + String.format("%08d", number);
            platform.putOrder(MCHID, order, Boxes.reference(number), "payer" + i % payers, TOTAL, "SUCCESS");
        }
        return new Payments(first, payments);
    }

    /// Asks with another total than was paid: the service then knows the payments, and has decided nothing.
    void warm(Payments payments) throws IOException {
        ask(payments, TOTAL + 1, "amount-differs");
    }

    /// Asks about each once; every answer must be the one expected.
    Figures ask(Payments payments, String reason) throws IOException {
        return ask(payments, TOTAL, reason);
    }

    private Figures ask(Payments payments, long total, String reason) throws IOException {
        var questions = boxes.outputWriter(StandardCharsets.UTF_8);
        questions.write(payments.first + " " + payments.count + " " + total + " " + reason + "\n");
        questions.flush();
        String answer = answers.readLine();
        if (answer == null) {
            throw new IOException("the boxes have stopped; what they said stands above");
        }
        return Figures.read(answer);
    }

    /// What boxes and service have spent. The platform's simulator runs with the service; it is not asked while we
    /// measure.
    Processors spent() {
        return new Processors(Processors.of(boxes.toHandle()), Processors.own(), 0);
    }

    @Override
    public void close() throws IOException {
        boxes.outputWriter().close();
        boxes.onExit().join();
        service.close();
        platform.close();
    }
}
