package slipstream.acceptance.stage;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.util.Base64;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/// Asks as a box does: HTTP/2, TLS 1.3, its own certificate. Not the box's own client, which asks again and keeps
/// quiet about it: here every failure is seen.
public final class BoxClient implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient http;
    private final Duration patience;

    /// Gives up after half a minute.
    ///
    /// @param box where `device add` has written `device.key`, `device.crt` and `ca.crt`
    public BoxClient(Path box) throws IOException, GeneralSecurityException {
        this(box, PATIENCE);
    }

    /// @param patience for a connection, and for an answer
    public BoxClient(Path box, Duration patience) throws IOException, GeneralSecurityException {
        this.patience = patience;
        char[] none = new char[0];
        KeyStore keys = KeyStore.getInstance("PKCS12");
        keys.load(null, none);
        String key = Files.readString(box.resolve("device.key")).replaceAll("-----[^-]+-----|\\s", "");
        keys.setKeyEntry(
                "box",
                KeyFactory.getInstance("EC")
                        .generatePrivate(
                                new PKCS8EncodedKeySpec(Base64.getDecoder().decode(key))),
                none,
                new Certificate[] {certificate(box.resolve("device.crt"))});
        keys.setCertificateEntry("ca", certificate(box.resolve("ca.crt")));
        KeyManagerFactory mine = KeyManagerFactory.getInstance("PKIX");
        mine.init(keys, none);
        TrustManagerFactory theirs = TrustManagerFactory.getInstance("PKIX");
        theirs.init(keys);
        SSLContext tls = SSLContext.getInstance("TLSv1.3");
        tls.init(mine.getKeyManagers(), theirs.getTrustManagers(), null);
        http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_2)
                .sslContext(tls)
                .connectTimeout(patience)
                .build();
    }

    private static Certificate certificate(Path file) throws IOException, GeneralSecurityException {
        try (var in = Files.newInputStream(file)) {
            return CertificateFactory.getInstance("X.509").generateCertificate(in);
        }
    }

    /// Asks about a WeChat Pay payment.
    ///
    /// @param api `https://host:port`
    public HttpResponse<String> identify(URI api, String transactionId) throws IOException, InterruptedException {
        String question = "{\"reference\":{\"scheme\":\"wechat\",\"kind\":\"transaction_id\",\"value\":\""
                + transactionId + "\"}}";
        return post(api.resolve("/v1/identify"), question);
    }

    /// Tells that a voucher was used on a receipt.
    public HttpResponse<String> redeem(URI api, String receipt, String voucher)
            throws IOException, InterruptedException {
        String use = "{\"till\":\"1\",\"receipt\":\"" + receipt + "\",\"code\":\"" + voucher + "\"}";
        return post(api.resolve("/v1/redeem"), use);
    }

    private HttpResponse<String> post(URI at, String body) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(at)
                        .timeout(patience)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    @Override
    public void close() {
        http.shutdownNow();
        http.close();
    }
}
