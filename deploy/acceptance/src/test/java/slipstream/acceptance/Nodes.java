package slipstream.acceptance;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Assumptions;
import slipstream.acceptance.stage.BoxClient;
import slipstream.acceptance.stage.Postgres;
import slipstream.cloudlink.service.config.Listen;
import slipstream.cloudlink.service.gateway.wechat.simulator.WeChatPaySimulator;

/// Nodes of the service, each a process of its own, on one PostgreSQL; with one merchant, one item and one box. The
/// platform is in this process: it is not what is put to the test.
final class Nodes implements AutoCloseable {
    private static final String MCHID = "1900000109";

    final Postgres postgres;
    final WeChatPaySimulator platform;
    final BoxClient box;
    private final Path directory;
    private final Duration platformPatience;
    private final List<Node> nodes = new ArrayList<>();
    private final AtomicInteger orders = new AtomicInteger();

    /// Skips the test where there is no PostgreSQL.
    Nodes(Path directory, int count) throws IOException, InterruptedException, GeneralSecurityException {
        this(directory, count, Duration.ofSeconds(3));
    }

    /// @param platformPatience how long a node waits for the platform's answer
    Nodes(Path directory, int count, Duration platformPatience)
            throws IOException, InterruptedException, GeneralSecurityException {
        this.directory = directory;
        this.platformPatience = platformPatience;
        Path programs = Postgres.installed()
                .orElseGet(() -> Assumptions.abort("install the Debian package postgresql for this test"));
        var any = new Listen("127.0.0.1", 0);
        platform = WeChatPaySimulator.start(directory.resolve("platform"), any, any, Map.of(MCHID, "wx0"));
        postgres = Postgres.start(programs, "");
        String box = directory.resolve("box").toString();
        String wechat = platform.credentials().get(MCHID).toString();
        administer("merchant", "add", "--id", "cafe", "--name", "晨光咖啡", "--wechat", wechat);
        administer("item", "add", "--merchant", "cafe", "--title", "立减 5 元");
        administer("device", "add", "--merchant", "cafe", "--name", "box-1", "--out", box);
        this.box = new BoxClient(directory.resolve("box"));
        try {
            for (int i = 0; i < count; i++) {
                nodes.add(new Node());
                start(i);
            }
        } catch (IOException | InterruptedException | AssertionError e) {
            close();
            throw e;
        }
    }

    private Path config() throws IOException {
        return Files.writeString(directory.resolve("service.toml"), """
                [data]
                directory = "data"
                url = "%s"
                user = "%s"
                password-file = "%s"
                [api]
                listen = "127.0.0.1:0"
                [public]
                listen = "127.0.0.1:0"
                [gateway]
                rate = 10000
                timeout-ms = %d
                """.formatted(
                        postgres.url(), postgres.user(), postgres.passwordFile(), platformPatience.toMillis()));
    }

    private void administer(String... words) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(2, List.of("--config", config().toString()));
        try (var program = Program.service(all.toArray(String[]::new))) {
            if (program.await() != 0) {
                throw new AssertionError(String.join(" ", words) + " failed");
            }
        }
    }

    /// Starts a node, or starts it again; returns once it listens.
    void start(int index) throws IOException, InterruptedException {
        Node node = nodes.get(index);
        node.program = Program.service("serve", "--config", config().toString());
        var said = node.program.awaitLine("listening api (https\\S+) public (http\\S+) operations (http\\S+)");
        node.at = new Places(URI.create(said.group(1)), URI.create(said.group(2)), URI.create(said.group(3)));
    }

    Program program(int index) {
        return nodes.get(index).program;
    }

    Places at(int index) {
        return nodes.get(index).at;
    }

    int count() {
        return nodes.size();
    }

    /// Somebody pays at the café; the payment's `transaction_id`.
    String pay(String payer) {
        int number = orders.incrementAndGet();
        String id = "4200001234" + "20261122" + String.format("%010d", number);
        platform.putOrder(MCHID, "M-" + String.format("%08d", number), id, payer, 4400, "SUCCESS");
        return id;
    }

    @Override
    public void close() throws IOException {
        nodes.forEach(node -> {
            if (node.program != null) {
                node.program.close();
            }
        });
        box.close();
        platform.close();
        postgres.close();
    }

    /// Where a node listens.
    record Places(URI api, URI open, URI operations) {}

    private static final class Node {
        private volatile Program program;
        private volatile Places at;
    }
}
