package slipstream.cloudlink.service.gateway.alipay.simulator;

import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import slipstream.cloudlink.service.config.Listen;
import slipstream.cloudlink.service.gateway.simulator.Port;
import slipstream.cloudlink.service.gateway.simulator.Wallet;
import slipstream.cloudlink.service.gateway.wechat.simulator.Behaviour;
import slipstream.cloudlink.service.secret.PrivateFiles;
import slipstream.cloudlink.service.tls.Pem;
import slipstream.cloudlink.service.vertx.LeanVertx;

/// Alipay, simulated: one port speaks as the platform, the other is told what to do (see the module's README
/// for its few requests). Keys and credentials are kept in a directory between runs.
public final class AlipaySimulator implements AutoCloseable {
    private static final Duration CODE_LIFE = Duration.ofMinutes(3);
    /// Where the wallet may send a phone back to.
    private static final Set<String> REDIRECTS = Set.of("127.0.0.1", "localhost");

    private final Vertx vertx = LeanVertx.create();
    private final Path directory;
    private final Clock clock;
    private final Wallet wallet;
    private final SimulatedAlipay alipay;
    private final Map<String, Path> credentials = new LinkedHashMap<>();
    private URI url;
    private URI control;

    private AlipaySimulator(Path directory, Clock clock) throws IOException {
        this.directory = directory;
        this.clock = clock;
        this.wallet = new Wallet(CODE_LIFE, clock);
        var root = directory.resolve("root_certificate.pem");
        if (!Files.exists(root)) {
            var authority = Crypto.newKeys();
            var own = Crypto.newKeys();
            var name = "CN=Ant Financial Certification Authority R1,O=Ant Financial,C=CN";
            var certificate = Crypto.certificate("CN=Alipay,O=Alipay,C=CN", own.getPublic(), authority.getPrivate());
            PrivateFiles.create(directory.resolve("authority_key.pem"), Pem.text(authority.getPrivate()));
            PrivateFiles.create(directory.resolve("alipay_key.pem"), Pem.text(own.getPrivate()));
            PrivateFiles.create(directory.resolve("alipay_public.pem"), Pem.text(own.getPublic()));
            PrivateFiles.create(directory.resolve("alipay_certificate.pem"), Pem.text(certificate));
            PrivateFiles.create(
                    root, Pem.text(Crypto.certificate(name, authority.getPublic(), authority.getPrivate())));
        }
        this.alipay = new SimulatedAlipay(
                Pem.privateKey(directory.resolve("alipay_key.pem")),
                Crypto.number(Pem.certificate(directory.resolve("alipay_certificate.pem"))),
                Crypto.number(Pem.certificate(root)));
    }

    /// Starts.
    ///
    /// @param directory where keys and credentials are kept between runs
    /// @param listen where the platform answers; port 0 for any
    /// @param control where it is told what to do; port 0 for any
    public static AlipaySimulator start(Path directory, Listen listen, Listen control, Clock clock) throws IOException {
        var simulator = new AlipaySimulator(directory, clock);
        try {
            var router = Router.router(simulator.vertx);
            new GatewayApi(simulator.vertx, simulator.alipay, simulator.wallet, clock).mount(router);
            new OAuthPage(simulator.alipay, simulator.wallet, REDIRECTS).mount(router);
            simulator.url = Port.open(simulator.vertx, listen, router);
            simulator.control = Port.open(
                    simulator.vertx,
                    control,
                    new ControlApi(simulator.vertx, simulator.alipay, simulator.wallet, clock).router());
            return simulator;
        } catch (IOException | RuntimeException e) {
            simulator.close();
            throw e;
        }
    }

    /// Adds an application and writes its credentials file, which `merchant add --alipay` takes.
    ///
    /// @param sellerId the account that receives its payments, `2088` and 12 more digits
    public Path signUp(String appId, String sellerId, Mode mode) throws IOException {
        var own = directory.resolve(appId);
        if (!Files.exists(own.resolve("content_key"))) {
            var keys = Crypto.newKeys();
            var authority = Pem.privateKey(directory.resolve("authority_key.pem"));
            var subject = "CN=" + sellerId + "-" + appId + ",O=Simulated,C=CN";
            PrivateFiles.create(own.resolve("app_key.pem"), Pem.text(keys.getPrivate()));
            PrivateFiles.create(
                    own.resolve("app_certificate.pem"),
                    Pem.text(Crypto.certificate(subject, keys.getPublic(), authority)));
            PrivateFiles.create(own.resolve("content_key"), Crypto.newContentKey());
        }
        var certificate = Pem.certificate(own.resolve("app_certificate.pem"));
        alipay.put(new SimulatedApp(
                appId,
                sellerId,
                certificate.getPublicKey(),
                mode == Mode.ENCRYPTED ? Files.readString(own.resolve("content_key")) : "",
                mode == Mode.CERTIFIED ? Crypto.number(certificate) : ""));
        var file = own.resolve("alipay.toml");
        PrivateFiles.create(file, """
                # Credentials at the simulated Alipay.
                app-id = "%s"
                seller-id = "%s"
                key-file = "app_key.pem"
                url = "%s/gateway.do"
                authorize-url = "%s/oauth2/publicAppAuthorize.htm"
                """.formatted(appId, sellerId, url, url) + keys(mode));
        credentials.put(appId, file);
        return file;
    }

    private static String keys(Mode mode) {
        return switch (mode) {
            case PLAIN -> "alipay-key-file = \"../alipay_public.pem\"\n";
            case ENCRYPTED -> "alipay-key-file = \"../alipay_public.pem\"\ncontent-key-file = \"content_key\"\n";
            case CERTIFIED -> """
                    app-certificate-file = "app_certificate.pem"
                    alipay-certificate-file = "../alipay_certificate.pem"
                    alipay-root-certificates-file = "../root_certificate.pem"
                    """;
        };
    }

    /// Where the platform answers.
    public URI url() {
        return url;
    }

    /// Where it is told what to do.
    public URI control() {
        return control;
    }

    /// The credentials file of each application, by its id.
    public Map<String, Path> credentials() {
        return Map.copyOf(credentials);
    }

    /// How many questions have come in so far, whatever became of them.
    public long queries() {
        return alipay.queries();
    }

    /// Changes how questions are answered from now on.
    public void behave(Behaviour behaviour) {
        alipay.behave(behaviour);
    }

    /// The phone of this payer scans from now on.
    public void hold(String openId) {
        wallet.hold(new Wallet.Person(openId, false));
    }

    /// Puts a trade, or changes one.
    ///
    /// @param openId the payer; gets a user id, too, that follows from it
    /// @param total in fen
    /// @param status `WAIT_BUYER_PAY`, `TRADE_CLOSED`, `TRADE_SUCCESS` or `TRADE_FINISHED`
    public void putTrade(String appId, String tradeNo, String outTradeNo, String openId, long total, String status) {
        if (alipay.app(appId).isEmpty() || !Trade.STATUSES.contains(status)) {
            throw new IllegalArgumentException("app_id '" + appId + "' or trade_status '" + status + "' is unknown");
        }
        var paidAt = status.equals("WAIT_BUYER_PAY") ? null : clock.instant();
        alipay.put(new Trade(appId, tradeNo, outTradeNo, Person.userId(openId), openId, total, 0, status, paidAt));
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
