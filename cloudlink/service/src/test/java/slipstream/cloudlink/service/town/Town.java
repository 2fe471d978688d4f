package slipstream.cloudlink.service.town;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import slipstream.cloudlink.protocol.IdentifyAnswer;
import slipstream.cloudlink.protocol.IdentifyRequest;
import slipstream.cloudlink.protocol.Messages;
import slipstream.cloudlink.protocol.Money;
import slipstream.cloudlink.protocol.PaymentReference;
import slipstream.cloudlink.protocol.TokenUse;
import slipstream.cloudlink.protocol.TokensRequest;
import slipstream.cloudlink.protocol.VoucherCode;
import slipstream.cloudlink.service.IdentificationService;
import slipstream.cloudlink.service.config.Configuration;
import slipstream.cloudlink.service.config.Listen;
import slipstream.cloudlink.service.gateway.wechat.simulator.WeChatPaySimulator;
import slipstream.cloudlink.service.merchant.Merchant;
import slipstream.cloudlink.service.merchant.Platform;
import slipstream.cloudlink.service.merchant.Wording;
import slipstream.cloudlink.service.store.Kind;
import slipstream.cloudlink.service.tls.Pem;

/// A town to test in: the simulated WeChat Pay, the service, merchants with an item each, a box at each.
///
/// `coffee` and `tea` are mutually exclusive; `books` is in no group; `bare` offers nothing.
public final class Town implements AutoCloseable {
    public static final Map<String, String> MCHIDS = mchids();

    private final Path directory;
    private final Clock clock;
    public final Configuration configuration;
    public final WeChatPaySimulator wechat;
    public IdentificationService service;
    private final Map<String, HttpClient> boxes = new LinkedHashMap<>();
    private final AtomicInteger orders = new AtomicInteger();

    private static Map<String, String> mchids() {
        var mchids = new LinkedHashMap<String, String>();
        mchids.put("coffee", "1900000101");
        mchids.put("tea", "1900000102");
        mchids.put("books", "1900000103");
        mchids.put("bare", "1900000104");
        return mchids;
    }

    public Town(Path directory) throws Exception {
        this(directory, Clock.systemUTC());
    }

    public Town(Path directory, Clock clock) throws Exception {
        this(directory, clock, Kind.SQLITE);
    }

    public Town(Path directory, Clock clock, Kind kind) throws Exception {
        this.directory = directory;
        this.clock = clock;
        var appids = new LinkedHashMap<String, String>();
        MCHIDS.values().forEach(mchid -> appids.put(mchid, "wx8888888888888888"));
        var any = new Listen("127.0.0.1", 0);
        this.wechat = WeChatPaySimulator.start(directory.resolve("wechat"), any, any, appids, clock);
        var data = directory.resolve("data");
        this.configuration = Configuration.local(data, kind.address(data));
        this.service = IdentificationService.start(configuration, clock);
        addMerchant("coffee", new Wording("山间咖啡", "Hillside Coffee"), Optional.of("drinks"));
        addMerchant("tea", new Wording("茶语时光", "Tea Time"), Optional.of("drinks"));
        addMerchant("books", new Wording("拾光书店", "Found Time Books"), Optional.empty());
        addMerchant("bare", Wording.of("空空小店"), Optional.empty());
        var administration = service.administration();
        administration.addItem(
                "coffee",
                new Wording("拿铁第二杯半价", "Second latte at half price"),
                Optional.of(new Wording("每桌限用一张，不与其他优惠同享。", "One per table; not with other offers.")),
                30);
        administration.addItem("tea", new Wording("满 30 减 10", "10 off from 30"), Optional.empty(), 14);
        administration.addItem(
                "books",
                new Wording("全场图书九折", "10% off all books"),
                Optional.of(new Wording("特价书除外。", "Except books on sale.")),
                60);
    }

    private void addMerchant(String id, Wording name, Optional<String> group) throws Exception {
        var credentials = wechat.credentials().get(MCHIDS.get(id));
        service.administration()
                .addMerchant(
                        new Merchant(id, name, Locale.CHINESE, "main", group), Map.of(Platform.WECHAT, credentials));
        box(id, directory.resolve("box-" + id));
    }

    /// Puts a box at a merchant.
    ///
    /// @param device where its files are written
    public void box(String merchant, Path device) throws GeneralSecurityException, IOException {
        service.administration().addDevice(merchant, "till of " + merchant, device);
        boxes.put(merchant, client(device));
    }

    /// The client of a box: HTTP/2, TLS 1.3, its own certificate.
    public static HttpClient client(Path device) throws GeneralSecurityException, IOException {
        var none = new char[0];
        var keys = KeyStore.getInstance("PKCS12");
        keys.load(null, none);
        var chain = new Certificate[] {Pem.certificate(device.resolve("device.crt"))};
        keys.setKeyEntry("box", Pem.privateKey(device.resolve("device.key")), none, chain);
        keys.setCertificateEntry("ca", Pem.certificate(device.resolve("ca.crt")));
        var keyManagers = KeyManagerFactory.getInstance("PKIX");
        keyManagers.init(keys, none);
        var trustManagers = TrustManagerFactory.getInstance("PKIX");
        trustManagers.init(keys);
        var tls = SSLContext.getInstance("TLSv1.3");
        tls.init(keyManagers.getKeyManagers(), trustManagers.getTrustManagers(), null);
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_2)
                .sslContext(tls)
                .build();
    }

    /// Somebody pays at a merchant; the payment's `transaction_id`.
    public String pay(String merchant, String openid) {
        return pay(merchant, openid, "SUCCESS");
    }

    public String pay(String merchant, String openid, String state) {
        var number = orders.incrementAndGet();
        var id = "4200001234" + "20261122" + String.format("%010d", number);
        put(merchant, number, id, openid, state);
        return id;
    }

    /// The order behind a `transaction_id` changes its state.
    public void becomes(String merchant, String id, String openid, String state) {
        put(merchant, Integer.parseInt(id.substring(18)), id, openid, state);
    }

    private void put(String merchant, int number, String id, String openid, String state) {
        wechat.putOrder(MCHIDS.get(merchant), outTradeNo(number), id, openid, 1280, state);
    }

    /// The merchant's own number of the order behind a `transaction_id`.
    public static String outTradeNo(String id) {
        return outTradeNo(Integer.parseInt(id.substring(18)));
    }

    private static String outTradeNo(int number) {
        return "T-" + String.format("%08d", number);
    }

    /// What the box at `merchant` is answered.
    public IdentifyAnswer identify(String merchant, String transactionId) {
        return identify(merchant, new PaymentReference("wechat", "transaction_id", transactionId));
    }

    public IdentifyAnswer identify(String merchant, PaymentReference reference) {
        var response = ask(merchant, Messages.IDENTIFY_REQUEST.write(IdentifyRequest.of("1", reference, cny(1280))));
        if (response.statusCode() != 200) {
            throw new AssertionError("status " + response.statusCode() + ": " + response.body());
        }
        return Messages.IDENTIFY_ANSWER.read(response.body());
    }

    private static Money cny(long fen) {
        return new Money(fen, "CNY");
    }

    /// Sends any body to `/v1/identify` from the box at `merchant`.
    public HttpResponse<String> ask(String merchant, String body) {
        return send(boxes.get(merchant), identifyRequest(body));
    }

    public HttpRequest identifyRequest(String body) {
        return request("/v1/identify", body);
    }

    /// Sends any body to `path` from the box at `merchant`.
    public HttpResponse<String> ask(String merchant, String path, String body) {
        return send(boxes.get(merchant), request(path, body));
    }

    /// What a box sends to `path`.
    public HttpRequest request(String path, String body) {
        return HttpRequest.newBuilder(service.api().resolve(path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
    }

    /// The client of the box at `merchant`.
    public HttpClient box(String merchant) {
        return boxes.get(merchant);
    }

    /// A token from the pool of the box at `merchant`.
    public String token(String merchant) {
        var answer = ask(merchant, "/v1/tokens", Messages.TOKENS_REQUEST.write(new TokensRequest(1, null)));
        return Messages.TOKENS_ANSWER.read(answer.body()).tokens().getFirst();
    }

    /// The box at `merchant` tells that a token was printed; the address in the code on that receipt.
    public URI printed(String merchant, TokenUse use) {
        var answer = ask(merchant, "/v1/tokens/used", Messages.TOKEN_USE.write(use));
        if (answer.statusCode() != 200) {
            throw new AssertionError("status " + answer.statusCode() + ": " + answer.body());
        }
        return code(use.token());
    }

    /// The address in the code that carries a token.
    public URI code(String token) {
        return service.open().resolve("/C/" + token);
    }

    /// The code on a receipt that was paid in cash.
    public URI cash(String merchant) {
        var receipt = "cash-" + orders.incrementAndGet();
        return printed(
                merchant,
                TokenUse.cash(token(merchant), "1", receipt, clock.instant().toString(), cny(1280)));
    }

    /// A link for a payer who is known at `merchant`: pays twice there.
    public URI link(String merchant, String openid) {
        identify(merchant, pay(merchant, openid));
        return URI.create(identify(merchant, pay(merchant, openid)).url());
    }

    /// A voucher of an item of `merchant`'s own, in the hands of a payer who is known there.
    public VoucherCode voucher(String merchant, String openid) {
        return voucher(merchant, link(merchant, openid));
    }

    /// The voucher of `merchant`'s own item behind a link.
    public VoucherCode voucher(String merchant, URI link) {
        var item = service.administration().items().stream()
                .filter(one -> one.merchantId().equals(merchant))
                .findFirst()
                .orElseThrow();
        try (var phone = phone()) {
            return VoucherCode.find(claim(phone, link, item.id()).body()).getFirst();
        }
    }

    /// WeChat Pay gives the payment behind a `transaction_id` back, and tells of it; how that was answered.
    public int refund(String merchant, String id) {
        var body = new JsonObject()
                .put("mchid", MCHIDS.get(merchant))
                .put("out_trade_no", outTradeNo(id))
                .put("url", service.open() + "/notify/wechat/" + merchant)
                .encode();
        var request = HttpRequest.newBuilder(wechat.control().resolve("/refunds"))
                .POST(BodyPublishers.ofString(body))
                .build();
        try (var http = HttpClient.newHttpClient()) {
            return new JsonObject(send(http, request).body()).getInteger("status");
        }
    }

    /// A browser that keeps its cookies.
    public static HttpClient phone() {
        return HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    }

    public static HttpResponse<String> get(HttpClient client, URI uri) {
        return send(client, HttpRequest.newBuilder(uri).build());
    }

    /// Presses the button of a claim page.
    public static HttpResponse<String> claim(HttpClient phone, URI link, String item) {
        return send(phone, claimRequest(link, item));
    }

    public static HttpRequest claimRequest(URI link, String item) {
        return HttpRequest.newBuilder(link)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("item=" + item))
                .build();
    }

    public static HttpResponse<String> send(HttpClient client, HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Stops the service and starts it again on the same data.
    public void restart() throws IOException {
        service.close();
        service = IdentificationService.start(configuration, clock);
    }

    @Override
    public void close() {
        boxes.values().forEach(HttpClient::close);
        service.close();
        wechat.close();
    }
}
