package slipstream.cloudlink.service.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.io.StringWriter;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemWriter;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import slipstream.cloudlink.protocol.IdentifyRequest;
import slipstream.cloudlink.protocol.Messages;
import slipstream.cloudlink.protocol.Money;
import slipstream.cloudlink.protocol.PaymentReference;
import slipstream.cloudlink.service.tls.Pem;
import slipstream.cloudlink.service.town.MovableClock;
import slipstream.cloudlink.service.town.Town;

/// A box that was invited makes its own key, is certified, and is believed from then on.
class EnrolTest {
    private static final MovableClock CLOCK = new MovableClock();

    @TempDir
    static Path directory;

    private static Town town;
    private static HttpClient plain;

    @BeforeAll
    static void open() throws Exception {
        town = new Town(directory, CLOCK);
        plain = HttpClient.newHttpClient();
    }

    @AfterAll
    static void close() {
        plain.close();
        town.close();
    }

    private static KeyPair key(String curve) throws Exception {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec(curve));
        return generator.generateKeyPair();
    }

    /// @param signer whose private key signs, rightly that of `key`
    private static String request(KeyPair key, KeyPair signer) throws Exception {
        var request = new JcaPKCS10CertificationRequestBuilder(new X500Principal("CN=box"), key.getPublic())
                .build(new JcaContentSignerBuilder("SHA256withECDSA").build(signer.getPrivate()));
        var text = new StringWriter();
        try (var writer = new PemWriter(text)) {
            writer.writeObject(new PemObject("CERTIFICATE REQUEST", request.getEncoded()));
        }
        return text.toString();
    }

    private static HttpResponse<String> enrol(String token, String request) {
        return send(new JsonObject().put("token", token).put("request", request).encode());
    }

    private static HttpResponse<String> send(String body) {
        return Town.send(
                plain,
                HttpRequest.newBuilder(town.service.open().resolve("/v1/enrol"))
                        .POST(BodyPublishers.ofString(body))
                        .build());
    }

    @Test
    void anInvitedBoxEnrolsOnceAndIsBelieved() throws Exception {
        var token = town.service.administration().inviteDevice("coffee", "till 9");
        var key = key("secp256r1");
        var response = enrol(token.toUpperCase(Locale.ROOT), request(key, key));
        assertEquals(200, response.statusCode(), response.body());
        var json = new JsonObject(response.body());
        var box = Files.createDirectories(directory.resolve("enrolled"));
        Files.writeString(box.resolve("device.key"), Pem.text(key.getPrivate()));
        Files.writeString(box.resolve("device.crt"), json.getString("certificate"));
        Files.writeString(box.resolve("ca.crt"), json.getString("authority"));
        try (var client = Town.client(box)) {
            var reference = new PaymentReference("wechat", "transaction_id", town.pay("coffee", "enrolled"));
            var asked = Messages.IDENTIFY_REQUEST.write(IdentifyRequest.of("1", reference, new Money(1280, "CNY")));
            assertEquals(200, Town.send(client, town.identifyRequest(asked)).statusCode());
        }
        var device =
                town.service.administration().device(json.getString("device")).orElseThrow();
        assertEquals("till 9", device.name());
        assertEquals("coffee", device.merchantId());
        assertEquals(403, enrol(token, request(key, key)).statusCode(), "once");
    }

    @Test
    void aTokenEndsAfterADayAndServesOneOfManyBoxes() throws Exception {
        var key = key("secp256r1");
        var request = request(key, key);
        var late = town.service.administration().inviteDevice("coffee", "late");
        CLOCK.moveAhead(Duration.ofDays(1));
        assertEquals(403, enrol(late, request).statusCode());
        var wanted = town.service.administration().inviteDevice("coffee", "wanted");
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var tries = IntStream.range(0, 20)
                    .<Callable<HttpResponse<String>>>mapToObj(i -> () -> enrol(wanted, request))
                    .toList();
            long good = 0;
            for (var answer : threads.invokeAll(tries)) {
                good += answer.get().statusCode() == 200 ? 1 : 0;
            }
            assertEquals(1, good);
        }
    }

    @Test
    void requestsThatProveNothingAreRefusedAndDoNotUseTheTokenUp() throws Exception {
        var token = town.service.administration().inviteDevice("coffee", "strict");
        var key = key("secp256r1");
        var other = key("secp384r1");
        for (var bad : new String[] {
            "", "no PEM", request(key, key("secp256r1")), request(other, other), Pem.text(key.getPublic())
        }) {
            var refused = enrol(token, bad);
            assertEquals(400, refused.statusCode(), bad);
            assertTrue(refused.body().contains("PKCS #10"), refused.body());
        }
        for (var bad : new String[] {"", "[]", "{}", "{\"token\":1}"}) {
            assertEquals(400, send(bad).statusCode(), bad);
        }
        assertEquals(413, send(" ".repeat(9000)).statusCode());
        assertEquals(403, enrol("nobody-knows-this", request(key, key)).statusCode());
        assertEquals(200, enrol(token, request(key, key)).statusCode());
    }
}
