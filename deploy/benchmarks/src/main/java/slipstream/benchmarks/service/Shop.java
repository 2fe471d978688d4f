package slipstream.benchmarks.service;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientAgent;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.core.net.PemTrustOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import slipstream.cloudlink.service.IdentificationService;
import slipstream.cloudlink.service.config.Configuration;
import slipstream.cloudlink.service.config.Listen;
import slipstream.cloudlink.service.gateway.wechat.simulator.WeChatPaySimulator;
import slipstream.cloudlink.service.merchant.Merchant;
import slipstream.cloudlink.service.merchant.Platform;
import slipstream.cloudlink.service.merchant.Wording;

/// A shop with one item, its payers, the service and the box that asks it: HTTP/2 over TLS 1.3, as boxes do.
final class Shop implements AutoCloseable {
    private static final String MCHID = "1900000109";
    private static final long TOTAL = 1280;

    private final Vertx vertx = Vertx.vertx();
    private final WeChatPaySimulator platform;
    private final IdentificationService service;
    private final HttpClientAgent box;
    private final int clients;
    private int paid;

    /// @param clients questions at a time
    Shop(Path directory, Configuration configuration, int clients) throws IOException {
        this.clients = clients;
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
        var options = new HttpClientOptions()
                .setProtocolVersion(HttpVersion.HTTP_2)
                .setSsl(true)
                .setUseAlpn(true)
                .setVerifyHost(false)
                .setHttp2MultiplexingLimit(100)
                .setKeyCertOptions(new PemKeyCertOptions()
                        .addKeyPath(keys.resolve("device.key").toString())
                        .addCertPath(keys.resolve("device.crt").toString()))
                .setTrustOptions(
                        new PemTrustOptions().addCertPath(keys.resolve("ca.crt").toString()));
        box = vertx.httpClientBuilder()
                .with(options)
                .with(new PoolOptions().setHttp2MaxSize(4))
                .build();
    }

    /// So many payments by payers who take turns, as references that receipts print.
    String[] pay(int payments, int payers) {
        String[] references = new String[payments];
        for (int i = 0; i < payments; i++) {
            int number = ++paid;
            references[i] = "4200001234" + "20261122" + String.format("%010d", number);
            String order = "B-" + String.format("%08d", number);
            platform.putOrder(MCHID, order, references[i], "payer" + i % payers, TOTAL, "SUCCESS");
        }
        return references;
    }

    /// Asks with another total than was paid: the service then knows the payment, and has decided nothing.
    void warm(String[] references) {
        ask(references, TOTAL + 1, "amount-differs");
    }

    /// Asks about each once; every answer must be the one expected.
    Figures ask(String[] references, String reason) {
        return ask(references, TOTAL, reason);
    }

    private Figures ask(String[] references, long total, String reason) {
        long[] nanos = new long[references.length];
        var next = new AtomicInteger();
        long begun = System.nanoTime();
        try (var all = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int c = 0; c < clients; c++) {
                all.submit(() -> {
                    for (int i = next.getAndIncrement(); i < references.length; i = next.getAndIncrement()) {
                        long asked = System.nanoTime();
                        String answer = ask(references[i], total);
                        nanos[i] = System.nanoTime() - asked;
                        if (!answer.contains("\"" + reason + "\"")) {
                            System.err.println("expected " + reason + ", found " + answer);
                            System.exit(1);
                        }
                    }
                });
            }
        }
        return Figures.of(nanos, System.nanoTime() - begun);
    }

    private String ask(String reference, long total) {
        String question = "{\"reference\":{\"scheme\":\"wechat\",\"kind\":\"transaction_id\",\"value\":\"" + reference
                + "\"},\"total\":{\"minorUnits\":" + total + ",\"currency\":\"CNY\"}}";
        var options = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setAbsoluteURI(service.api() + "/v1/identify")
                .putHeader("Content-Type", "application/json");
        return box.request(options)
                .compose((HttpClientRequest request) -> request.send(Buffer.buffer(question)))
                .compose(HttpClientResponse::body)
                .toCompletionStage()
                .toCompletableFuture()
                .join()
                .toString();
    }

    @Override
    public void close() {
        box.close().toCompletionStage().toCompletableFuture().join();
        vertx.close().toCompletionStage().toCompletableFuture().join();
        service.close();
        platform.close();
    }
}
