package slipstream.cloudlink.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.bouncycastle.asn1.x509.GeneralName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Who is spoken to, and who is not.
@SuppressWarnings("try") // A client works without being asked.
class TrustTest {
    private final States states = new States();

    @TempDir
    private Path directory;

    /// What the client says about a service that shows `leaf`.
    private String refusal(Site site, TestAuthority.Leaf leaf) throws Exception {
        try (var service = site.service(leaf, question -> {});
                var client = ServiceClient.start(site.options(service.port()), states)) {
            return states.waiting();
        }
    }

    @Test
    void aServiceOfAnotherAuthorityIsRefused() throws Exception {
        var stranger = new TestAuthority("Stranger");
        assertEquals(
                "the service's certificate is not signed by the authority we trust",
                refusal(new Site(directory), stranger.issue("service", GeneralName.iPAddress, "127.0.0.1")));
    }

    @Test
    void anotherAuthorityOfTheSameNameIsRefused() throws Exception {
        var twin = new TestAuthority("Circle");
        assertEquals(
                "the service's certificate is not signed by the authority we trust",
                refusal(new Site(directory), twin.issue("service", GeneralName.iPAddress, "127.0.0.1")));
    }

    @Test
    void anExpiredServiceIsRefused() throws Exception {
        var site = new Site(directory);
        var leaf = site.authority.issue(
                "service",
                GeneralName.iPAddress,
                "127.0.0.1",
                Instant.now().minus(Duration.ofHours(1)),
                TestAuthority.newKeys("EC", 256));
        var said = refusal(site, leaf);
        assertTrue(said.startsWith("the service's certificate has expired by our clock"), said);
    }

    @Test
    void aServiceThatIsNotValidYetIsRefused() throws Exception {
        var site = new Site(directory);
        var leaf = site.authority.issue(
                "service",
                GeneralName.iPAddress,
                "127.0.0.1",
                Instant.now().plus(Duration.ofDays(9)),
                TestAuthority.newKeys("EC", 256));
        var said = refusal(site, leaf);
        assertTrue(said.startsWith("the service's certificate is not valid yet by our clock"), said);
    }

    @Test
    void aServiceWithAnotherHostsCertificateIsRefused() throws Exception {
        var site = new Site(directory);
        var said = refusal(site, site.authority.issue("service", GeneralName.iPAddress, "127.0.0.2"));
        assertTrue(said.startsWith("the service's certificate is for another host"), said);
    }

    @Test
    void aServiceIsKnownByItsName() throws Exception {
        var site = new Site(directory);
        var leaf = site.authority.issue("service", GeneralName.dNSName, "localhost");
        try (var service = site.service(leaf, question -> {});
                var client = ServiceClient.start(
                        ClientOptions.of(
                                        URI.create("https://localhost:" + service.port()),
                                        site.key,
                                        site.certificate,
                                        site.ca)
                                .with(Site.CALM),
                        states)) {
            states.connected();
        }
    }

    @Test
    void aBoxWithAKeyOfRsaIsKnownToo() throws Exception {
        var site = new Site(directory);
        var rsa = site.authority.issue(
                "box-8",
                GeneralName.uniformResourceIdentifier,
                "urn:box:8",
                Instant.now().plus(Duration.ofDays(1)),
                TestAuthority.newKeys("RSA", 2048));
        TestAuthority.write(site.key, "PRIVATE KEY", rsa.keys().getPrivate().getEncoded());
        TestAuthority.write(site.certificate, rsa.certificate());
        try (var service = site.service(question -> {});
                var client = ServiceClient.start(site.options(service.port()), states)) {
            states.connected();
        }
    }

    @Test
    void aBoxTheServiceDoesNotKnowIsNeverConnected() throws Exception {
        var site = new Site(directory);
        var foreign = new TestAuthority("Stranger").issue("box-7", GeneralName.uniformResourceIdentifier, "urn:box:7");
        TestAuthority.write(site.key, "PRIVATE KEY", foreign.keys().getPrivate().getEncoded());
        TestAuthority.write(site.certificate, foreign.certificate());
        try (var service = site.service(question -> {});
                var client = ServiceClient.start(site.options(service.port()), state -> {
                    if (state instanceof ConnectionState.Waiting || state instanceof ConnectionState.Connected) {
                        states.accept(state);
                    }
                })) {
            var said = states.next(ConnectionState.Waiting.class).reason();
            assertTrue(said.contains("certificate"), said);
        }
    }

    @Test
    void aServiceWithoutHttp2IsRefused() throws Exception {
        var site = new Site(directory);
        try (var service = new TestService(site.authority, site.leaf(), "http/1.1", 100, question -> {});
                var client = ServiceClient.start(site.options(service.port()), states)) {
            assertEquals("the service does not speak HTTP/2", states.waiting());
        }
    }
}
