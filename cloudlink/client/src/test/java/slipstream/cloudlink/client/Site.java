package slipstream.cloudlink.client;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.bouncycastle.asn1.x509.GeneralName;
import slipstream.cloudlink.protocol.IdentifyRequest;
import slipstream.cloudlink.protocol.PaymentReference;

/// One shop for a test: an authority, the box's files, and what tests say again and again.
final class Site {
    static final Timings CALM = new Timings(
            Duration.ofSeconds(20),
            Duration.ofSeconds(20),
            Duration.ofSeconds(20),
            Duration.ofMillis(5),
            Duration.ofMillis(50));
    static final Timings IMPATIENT = new Timings(
            Duration.ofMillis(500),
            Duration.ofMillis(50),
            Duration.ofMillis(300),
            Duration.ofMillis(5),
            Duration.ofMillis(50));
    static final Duration PATIENCE = Duration.ofSeconds(20);
    static final String LINK = """
            {"decision":"link","reason":"marked","url":"HTTPS://A.EXAMPLE/C/1","caption":["扫码领券"]}""";

    final TestAuthority authority = new TestAuthority("Circle");
    final TestAuthority.Leaf box = authority.issue("box-7", GeneralName.uniformResourceIdentifier, "urn:box:7");
    final Path key;
    final Path certificate;
    final Path ca;

    Site(Path directory) {
        key = directory.resolve("device.key");
        certificate = directory.resolve("device.crt");
        ca = directory.resolve("ca.crt");
        TestAuthority.write(key, "PRIVATE KEY", box.keys().getPrivate().getEncoded());
        TestAuthority.write(certificate, box.certificate());
        TestAuthority.write(ca, authority.certificate());
    }

    TestService service(Consumer<TestService.Asked> behaviour) {
        return service(leaf(), behaviour);
    }

    TestService service(TestAuthority.Leaf leaf, Consumer<TestService.Asked> behaviour) {
        return new TestService(authority, leaf, "h2", 100, behaviour);
    }

    TestAuthority.Leaf leaf() {
        return authority.issue("service", GeneralName.iPAddress, "127.0.0.1");
    }

    ClientOptions options(int port) {
        return ClientOptions.of(URI.create("https://127.0.0.1:" + port), key, certificate, ca)
                .with(CALM);
    }

    static IdentifyRequest request(int number) {
        var value = "42000012342026112212345%05d".formatted(number);
        return IdentifyRequest.of("till-1", new PaymentReference("wechat", "transaction_id", value), null);
    }

    static <A> A get(CompletableFuture<A> future) throws Exception {
        return future.get(30, TimeUnit.SECONDS);
    }

    /// The failure of this kind that ended `future`.
    static <F extends Failure> F failure(Class<F> kind, CompletableFuture<?> future) {
        var thrown = assertThrows(ExecutionException.class, () -> get(future));
        return assertInstanceOf(
                kind,
                assertInstanceOf(IdentifyException.class, thrown.getCause()).failure());
    }
}
