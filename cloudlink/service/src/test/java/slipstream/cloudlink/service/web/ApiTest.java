package slipstream.cloudlink.service.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.TreeSet;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import slipstream.cloudlink.protocol.Messages;
import slipstream.cloudlink.protocol.Problem;
import slipstream.cloudlink.service.secret.PrivateFiles;
import slipstream.cloudlink.service.tls.CertificateAuthority;
import slipstream.cloudlink.service.tls.Pem;
import slipstream.cloudlink.service.town.Town;

/// The boxes' side of the wire: who may call, and what is answered to nonsense.
class ApiTest {
    private static final String GOOD = """
            {"till":"1","reference":{"scheme":"wechat","kind":"transaction_id","value":"4200001234202611229000000000"}}""";

    @TempDir
    static Path directory;

    private static Town town;

    @BeforeAll
    static void open() throws Exception {
        town = new Town(directory);
    }

    @AfterAll
    static void close() {
        town.close();
    }

    @Test
    void aRegisteredBoxIsAnsweredOverHttp2AndTls13() {
        var response = town.ask("coffee", GOOD);
        assertEquals(200, response.statusCode());
        assertEquals(HttpClient.Version.HTTP_2, response.version());
        assertEquals("TLSv1.3", response.sslSession().orElseThrow().getProtocol());
        assertEquals(
                "application/json",
                response.headers().firstValue("Content-Type").orElseThrow());
    }

    @Test
    void aRevokedBoxIsRefusedAtOnce() throws Exception {
        var id = town.service.administration().addDevice("coffee", "lost", directory.resolve("lost"));
        try (var client = Town.client(directory.resolve("lost"))) {
            assertEquals(200, Town.send(client, town.identifyRequest(GOOD)).statusCode());
            town.service.administration().revokeDevice(id);
            problem(403, "revoked-device", Town.send(client, town.identifyRequest(GOOD)));
        }
    }

    @Test
    void aCertificateOfOursThatNamesNoRegisteredBoxIsRefused() throws Exception {
        var authority = CertificateAuthority.open(town.configuration.data(), Clock.systemUTC());
        try (var client = Town.client(box("stranger", authority, authority))) {
            problem(403, "unknown-device", Town.send(client, town.identifyRequest(GOOD)));
        }
    }

    @Test
    void aCertificateOfAnotherAuthorityGetsNoConnection() throws Exception {
        var ours = CertificateAuthority.open(town.configuration.data(), Clock.systemUTC());
        var other = CertificateAuthority.open(directory.resolve("other-ca"), Clock.systemUTC());
        try (var client = Town.client(box("forged", other, ours))) {
            assertThrows(IOException.class, () -> client.send(town.identifyRequest(GOOD), BodyHandlers.ofString()));
        }
    }

    @Test
    void withoutCertificateThereIsNoConnection() throws Exception {
        var tls = SSLContext.getInstance("TLSv1.3");
        tls.init(null, new TrustManager[] {new TrustAll()}, null);
        try (var client = HttpClient.newBuilder().sslContext(tls).build()) {
            assertThrows(IOException.class, () -> client.send(town.identifyRequest(GOOD), BodyHandlers.ofString()));
        }
    }

    private static Path box(String name, CertificateAuthority issuer, CertificateAuthority trusted) throws Exception {
        var issued = issuer.forDevice(name);
        var box = directory.resolve(name);
        PrivateFiles.create(box.resolve("device.key"), Pem.text(issued.key()));
        PrivateFiles.create(box.resolve("device.crt"), Pem.text(issued.certificate()));
        PrivateFiles.create(box.resolve("ca.crt"), Pem.text(trusted.certificate()));
        return box;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{",
                "<html>",
                "{}",
                "{\"reference\":null}",
                "{\"reference\":{}}",
                "{\"reference\":7}",
                "{\"reference\":{\"scheme\":\"wechat\",\"kind\":\"transaction_id\",\"value\":\"42\"}}",
                "{\"reference\":{\"scheme\":\"wechat\",\"kind\":\"transaction_id\",\"value\":\"42000012342026112290000000００\"}}",
                "{\"reference\":{\"scheme\":\"wechat\",\"kind\":\"out_trade_no\",\"value\":\"../../v3/certificates\"}}",
                "{\"reference\":{\"scheme\":\"wechat\",\"kind\":\"transaction_id\",\"value\":\"4200001234202611229000000000\"},\"total\":{\"minorUnits\":\"x\"}}",
            })
    void nonsenseIsAProblemOfOneSentence(String body) {
        problem(400, "bad-request", town.ask("coffee", body));
    }

    @Test
    void randomBytesAreAProblemToo() {
        var random = new SecureRandom();
        for (int i = 0; i < 50; i++) {
            var bytes = new byte[1 + random.nextInt(200)];
            random.nextBytes(bytes);
            problem(400, "bad-request", town.ask("coffee", new String(bytes, StandardCharsets.UTF_8)));
        }
    }

    @Test
    void aBodyThatIsTooLargeIsRefused() {
        problem(413, "too-large", town.ask("coffee", " ".repeat(5000)));
    }

    @Test
    void otherAddressesAndMethodsAreProblems() {
        var elsewhere = HttpRequest.newBuilder(town.service.api().resolve("/v2/identify"))
                .build();
        problem(404, "not-found", Town.send(town.box("coffee"), elsewhere));
        var get = HttpRequest.newBuilder(town.service.api().resolve("/v1/identify"))
                .build();
        problem(405, "method-not-allowed", Town.send(town.box("coffee"), get));
    }

    @Test
    void secretsAreForTheirOwnerOnly() throws Exception {
        for (var name : new String[] {"ca.key", "server.key", "keyring"}) {
            var permissions =
                    Files.getPosixFilePermissions(town.configuration.data().resolve(name));
            assertEquals("[OWNER_READ, OWNER_WRITE]", new TreeSet<>(permissions).toString(), name);
        }
    }

    @Test
    void theDatabaseHoldsNoOpenidAndNoReference() throws Exception {
        var paid = town.pay("coffee", "oSecretOpenid-12345");
        town.identify("coffee", paid);
        town.identify("coffee", town.pay("coffee", "oSecretOpenid-12345"));
        try (var files = Files.list(town.configuration.data())) {
            for (var file :
                    files.filter(f -> f.toString().contains("slipstream.db")).toList()) {
                var bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                assertFalse(bytes.contains("oSecretOpenid"), file.toString());
                assertFalse(bytes.contains(paid), file.toString());
                assertFalse(bytes.contains(Town.outTradeNo(paid)), file.toString());
            }
        }
    }

    private static void problem(int status, String code, HttpResponse<String> response) {
        assertEquals(status, response.statusCode(), response.body());
        Problem problem = Messages.PROBLEM.read(response.body());
        assertEquals(code, problem.code());
        assertTrue(!problem.message().isBlank() && !problem.message().contains("Exception"), problem.message());
    }

    private static final class TrustAll implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
