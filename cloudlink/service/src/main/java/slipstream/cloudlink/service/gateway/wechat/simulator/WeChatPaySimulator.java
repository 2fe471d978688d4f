package slipstream.cloudlink.service.gateway.wechat.simulator;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletionException;
import slipstream.cloudlink.service.config.Listen;
import slipstream.cloudlink.service.gateway.wechat.simulator.SimulatorFiles.Platform;
import slipstream.cloudlink.service.vertx.LeanVertx;

/// WeChat Pay, simulated: one port speaks as the platform, the other is told what to do (see the module's
/// README for its few requests).
public final class WeChatPaySimulator implements AutoCloseable {
    private final Vertx vertx;
    private final Platform keys;
    private final SimulatorFiles files;
    private final SimulatedPlatform platform;
    private final Map<String, Path> credentials = new LinkedHashMap<>();
    private URI url;
    private URI control;

    private WeChatPaySimulator(Vertx vertx, SimulatorFiles files, Platform keys) {
        this.vertx = vertx;
        this.files = files;
        this.keys = keys;
        this.platform = new SimulatedPlatform();
    }

    /// Starts on the system's clock.
    public static WeChatPaySimulator start(Path directory, Listen listen, Listen control, Map<String, String> merchants)
            throws IOException {
        return start(directory, listen, control, merchants, Clock.systemUTC());
    }

    /// Starts.
    ///
    /// @param directory where keys and credentials are kept between runs
    /// @param listen where the platform answers; port 0 for any
    /// @param control where it is told what to do; port 0 for any
    /// @param merchants the appid of each mchid
    public static WeChatPaySimulator start(
            Path directory, Listen listen, Listen control, Map<String, String> merchants, Clock clock)
            throws IOException {
        var files = new SimulatorFiles(directory);
        var simulator = new WeChatPaySimulator(LeanVertx.create(), files, files.platform());
        try {
            var seal = new PlatformSeal(
                    simulator.keys.keyId(), simulator.keys.keys().getPrivate(), clock);
            simulator.url = simulator.listen(
                    listen, new PlatformApi(simulator.vertx, simulator.platform, seal, clock).router());
            simulator.control =
                    simulator.listen(control, new ControlApi(simulator.vertx, simulator.platform, seal).router());
            for (var merchant : merchants.entrySet()) {
                simulator.signUp(merchant.getKey(), merchant.getValue());
            }
            return simulator;
        } catch (IOException | RuntimeException e) {
            simulator.close();
            throw e;
        }
    }

    private URI listen(Listen at, Router router) throws IOException {
        try {
            var server = vertx.createHttpServer(new HttpServerOptions())
                    .requestHandler(router)
                    .listen(at.port(), at.host())
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join();
            return URI.create("http://" + at.withPort(server.actualPort()));
        } catch (CompletionException e) {
            throw new IOException("cannot listen at " + at + ": " + e.getCause().getMessage(), e);
        }
    }

    /// Adds a merchant and writes its credentials file.
    public Path signUp(String mchid, String appid) throws IOException {
        var merchant = files.merchant(mchid, appid);
        platform.put(merchant);
        var file = files.credentials(merchant, keys, url.toString());
        credentials.put(mchid, file);
        return file;
    }

    /// Where the platform answers.
    public URI url() {
        return url;
    }

    /// Where it is told what to do.
    public URI control() {
        return control;
    }

    /// The credentials file of each merchant, by mchid: what `merchant add --wechat` takes.
    public Map<String, Path> credentials() {
        return Map.copyOf(credentials);
    }

    /// How many queries have come in so far, whatever became of them.
    public long queries() {
        return platform.queries();
    }

    /// Changes how queries are answered from now on.
    public void behave(Behaviour behaviour) {
        platform.behave(behaviour);
    }

    /// Puts a paid order, or changes one.
    ///
    /// @param total in fen
    /// @param tradeState `SUCCESS`, `REFUND`, `NOTPAY`, `CLOSED`, `REVOKED`, `USERPAYING` or `PAYERROR`
    public void putOrder(
            String mchid, String outTradeNo, String transactionId, String openid, long total, String tradeState) {
        var merchant = platform.merchants().get(mchid);
        if (merchant == null || !Order.STATES.contains(tradeState)) {
            throw new IllegalArgumentException("mchid '" + mchid + "' or trade_state '" + tradeState + "' is unknown");
        }
        platform.put(
                new Order(mchid, merchant.appid(), transactionId, outTradeNo, openid, total, tradeState, "MICROPAY"));
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
