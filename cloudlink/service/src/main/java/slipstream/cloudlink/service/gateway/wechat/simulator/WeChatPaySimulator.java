package slipstream.cloudlink.service.gateway.wechat.simulator;

import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import slipstream.cloudlink.service.config.Listen;
import slipstream.cloudlink.service.gateway.simulator.Port;
import slipstream.cloudlink.service.gateway.simulator.Wallet;
import slipstream.cloudlink.service.gateway.wechat.simulator.SimulatorFiles.Platform;
import slipstream.cloudlink.service.vertx.LeanVertx;

/// WeChat Pay, simulated: one port speaks as the platform, the other is told what to do (see the module's
/// README for its few requests).
public final class WeChatPaySimulator implements AutoCloseable {
    private static final Duration CODE_LIFE = Duration.ofMinutes(5);
    /// Where the wallet may send a phone back to.
    private static final Set<String> REDIRECTS = Set.of("127.0.0.1", "localhost");

    private final Vertx vertx;
    private final Platform keys;
    private final SimulatorFiles files;
    private final SimulatedPlatform platform;
    private final Map<String, Path> credentials = new LinkedHashMap<>();
    private PlatformSeal seal;
    private Wallet wallet;
    private MessageApi messages;
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
            simulator.open(listen, control, clock);
            for (var merchant : merchants.entrySet()) {
                simulator.signUp(merchant.getKey(), merchant.getValue());
            }
            return simulator;
        } catch (IOException | RuntimeException e) {
            simulator.close();
            throw e;
        }
    }

    private void open(Listen listen, Listen controlled, Clock clock) throws IOException {
        seal = new PlatformSeal(keys.keyId(), keys.keys(), clock);
        wallet = new Wallet(CODE_LIFE, clock);
        var router = Router.router(vertx);
        var payments = new Payments(vertx, platform, seal, clock);
        var h5 = new H5Pay(platform, payments, wallet);
        var jsapi = new JsapiPay(platform, payments, wallet, clock);
        messages = new MessageApi(platform, wallet, clock);
        h5.mount(router);
        messages.mount(router);
        new PlatformApi(vertx, platform, seal, h5, jsapi, clock).mount(router);
        new OAuthApi(platform, wallet, REDIRECTS).mount(router);
        url = Port.open(vertx, listen, router);
        control = Port.open(
                vertx, controlled, new ControlApi(vertx, platform, seal, wallet, jsapi, messages, clock).router());
    }

    /// Adds a merchant that knows the platform by its public key, and writes its credentials file.
    public Path signUp(String mchid, String appid) throws IOException {
        return signUp(mchid, appid, Trust.PUBLIC_KEY);
    }

    /// Adds a merchant, or a service provider, and writes its credentials file.
    ///
    /// @param trust by what it knows the platform; stays what it was when the merchant was new
    public Path signUp(String mchid, String appid, Trust trust) throws IOException {
        var merchant = files.merchant(mchid, appid, trust);
        platform.put(merchant);
        var file = files.credentials(merchant, keys, url.toString());
        credentials.put(mchid, file);
        return file;
    }

    /// Adds a sub-merchant of a provider that has signed up, and writes its credentials file.
    ///
    /// @param appid its own application; may be empty
    public Path signUpSubMerchant(String provider, String mchid, String appid) throws IOException {
        var asker = platform.merchants().get(provider);
        if (asker == null) {
            throw new IllegalArgumentException("provider '" + provider + "' is unknown");
        }
        platform.putSubMerchant(asker, mchid, appid);
        var file = files.credentials(asker, mchid, appid, keys, url.toString());
        credentials.put(mchid, file);
        return file;
    }

    /// Goes on with changing the platform's certificate of this kind.
    public void rotate(Rotation step, Trust trust) {
        seal.rotate(step, trust);
    }

    /// The phone of this payer scans from now on.
    ///
    /// @param snapshot whether pages are shown to it as snapshots, with a throw-away openid
    public void hold(String openid, boolean snapshot) {
        wallet.hold(new Wallet.Person(openid, snapshot));
    }

    /// The message that arrives next on some phone, each once, as it was sent (JSON); nothing where none does within
    /// `patience`. `touser` says on whose.
    public Optional<String> message(Duration patience) throws InterruptedException {
        return Optional.ofNullable(messages.arriving().poll(patience.toMillis(), TimeUnit.MILLISECONDS))
                .map(json -> json.encode());
    }

    /// What a credentials file says besides, for payers to be told of rewards.
    public static String messageSetup() {
        return "message-template = \"" + MessageApi.TEMPLATE + "\"\n"
                + "message-fields = \"thing1=shop, thing2=offer, time3=until\"\n";
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
        var payee = platform.payee(mchid);
        if (payee.isEmpty() || !Order.STATES.contains(tradeState)) {
            throw new IllegalArgumentException("mchid '" + mchid + "' or trade_state '" + tradeState + "' is unknown");
        }
        platform.put(new Order(payee.get(), transactionId, outTradeNo, openid, total, tradeState, "MICROPAY"));
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
