package slipstream.benchmarks.service;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientAgent;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.core.net.PemTrustOptions;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;

/// The boxes, in a process of their own so that what they cost is known: HTTP/2 over TLS 1.3 with a client certificate,
/// a number of questions at a time. All of it runs on one event loop, as lean as an asker in Java can be.
///
/// Arguments: where the service is, the directory of the box's keys, how many questions at a time. Each line read asks
/// `FIRST COUNT TOTAL REASON`: about so many payments from this number on, of this total, every answer to be of this
/// reason; the line written tells rate, p50 and p99.
public final class Boxes {
    private static final String REFERENCE = "420000123420261122";

    private final HttpClientAgent client;
    private final RequestOptions where;
    private final int clients;

    private Boxes(Vertx vertx, String api, Path keys, int clients) {
        this.clients = clients;
        this.where = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setAbsoluteURI(api + "/v1/identify")
                .putHeader("Content-Type", "application/json");
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
        client = vertx.httpClientBuilder()
                .with(options)
                .with(new PoolOptions().setHttp2MaxSize(4))
                .build();
    }

    /// Runs the command.
    public static void main(String[] arguments) throws IOException {
        var vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
        var boxes = new Boxes(vertx, arguments[0], Path.of(arguments[1]), Integer.parseInt(arguments[2]));
        var loop = vertx.getOrCreateContext();
        var lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            var words = line.split(" ");
            var round = boxes
            .new Round(Integer.parseInt(words[0]), Integer.parseInt(words[1]), Long.parseLong(words[2]), words[3]);
            loop.runOnContext(none -> round.begin());
            System.out.println(round.done
                    .future()
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join()
                    .line());
        }
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    /// The number of the payment as its receipt prints it.
    static String reference(int number) {
        return REFERENCE + String.format(Locale.ROOT, "%010d", number);
    }

    /// Runs on the event loop, so nothing in it is shared.
    private final class Round {
        private final Promise<Figures> done = Promise.promise();
        private final int first;
        private final long total;
        private final String reason;
        private final long[] nanos;
        private long begun;
        private int next;
        private int answered;

        Round(int first, int count, long total, String reason) {
            this.first = first;
            this.total = total;
            this.reason = "\"" + reason + "\"";
            this.nanos = new long[count];
        }

        void begin() {
            begun = System.nanoTime();
            for (int c = 0; c < clients; c++) {
                askNext();
            }
        }

        private void askNext() {
            if (next == nanos.length) {
                return;
            }
            int i = next++;
            long asked = System.nanoTime();
            ask(reference(first + i)).onComplete(answer -> {
                if (answer.failed() || !answer.result().toString().contains(reason)) {
                    System.err.println("expected " + reason + ", found " + answer);
                    System.exit(1);
                }
                nanos[i] = System.nanoTime() - asked;
                answered++;
                if (answered == nanos.length) {
                    done.complete(Figures.of(nanos, System.nanoTime() - begun));
                }
                askNext();
            });
        }

        private Future<Buffer> ask(String reference) {
            String question = "{\"reference\":{\"scheme\":\"wechat\",\"kind\":\"transaction_id\",\"value\":\""
                    + reference + "\"},\"total\":{\"minorUnits\":" + total + ",\"currency\":\"CNY\"}}";
            return client.request(where)
                    .compose(request -> request.send(Buffer.buffer(question)).compose(HttpClientResponse::body));
        }
    }
}
