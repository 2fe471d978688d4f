package slipstream.device.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import slipstream.device.doctor.Finding.State;

/// What can be wrong on the way to the service.
@Timeout(60)
class ServiceDoctorTest extends Examination {
    @Test
    void aServiceThatIsNotThereIsTold() throws Exception {
        examine();
        assertTold(
                State.BROKEN,
                "service address",
                "https://127.0.0.1:1 cannot be reached (127.0.0.1: port 1 refuses the connection).",
                "see that the port in [service] url is right, and ask the operator whether the service runs.");
        assertEquals(State.LOOK, of("service").state());
    }

    @Test
    void aServiceWithoutAnAddressIsTold() throws Exception {
        service = "https://nowhere.invalid";
        examine();
        Finding finding = of("service address");
        assertEquals(State.BROKEN, finding.state());
        assertEquals(
                "see that [service] url is right and that this box has a name server: resolvectl status",
                finding.next());
    }

    @Test
    void aServiceThatSaysNothingIsTold() throws Exception {
        try (var silent = new ServerSocket(0, 9, InetAddress.getByName("127.0.0.1"))) {
            service = "https://127.0.0.1:" + silent.getLocalPort();
            examine();
        }
        assertEquals(State.OK, of("service address").state());
        assertTold(
                State.BROKEN,
                "service",
                "No greeting from the service within 6000 ms.",
                "see that [service] url is the boxes' side of the service, and that no proxy stands between.");
    }

    @Test
    void aServiceOfAStrangerIsTold() throws Exception {
        var stranger = new Authority(yesterday, farAway);
        try (var serving = serving(stranger, 400, UNASKED)) {
            service = "https://127.0.0.1:" + serving.port();
            examine();
        }
        assertTold(
                State.BROKEN,
                "service",
                "The service's certificate is not signed by the authority we trust.",
                "copy the service's ca.crt to " + directory.resolve("ca.crt") + "; see that [service] url is right.");
    }

    @Test
    void aServiceWhoseCertificateHasExpiredIsTold() throws Exception {
        try (var serving = new FramedService(
                authority, authority.issue("service", yesterday, now.minusSeconds(60)), "h2", 400, UNASKED)) {
            service = "https://127.0.0.1:" + serving.port();
            examine();
        }
        Finding finding = of("service");
        assertEquals(State.BROKEN, finding.state());
        assertTrue(
                finding.sentence().startsWith("The service's certificate has expired by our clock"),
                finding.sentence());
        assertTrue(finding.next().startsWith("see that this box's clock is right"), finding.next());
    }

    @Test
    void aServiceThatDoesNotTrustTheBoxIsTold() throws Exception {
        try (var serving = new FramedService(
                new Authority(yesterday, farAway),
                authority.issue("service", yesterday, farAway),
                "h2",
                400,
                UNASKED)) {
            service = "https://127.0.0.1:" + serving.port();
            examine();
        }
        Finding finding = of("service");
        assertEquals(State.BROKEN, finding.state());
        assertTrue(finding.sentence().startsWith("The service refuses our certificate"), finding.sentence());
        assertTrue(finding.next().startsWith("ask the operator for new files for this box"), finding.next());
    }

    @Test
    void aServiceWithoutHttp2IsTold() throws Exception {
        try (var serving = new FramedService(
                authority, authority.issue("service", yesterday, farAway), "http/1.1", 400, UNASKED)) {
            service = "https://127.0.0.1:" + serving.port();
            examine();
        }
        assertTold(
                State.BROKEN,
                "service",
                "The service does not speak HTTP/2.",
                "see that [service] url is the boxes' side of the service, and that no proxy stands between.");
    }

    @Test
    void aRevokedBoxIsTold() throws Exception {
        try (var serving =
                serving(authority, 403, "{\"code\":\"revoked-device\",\"message\":\"the box 7 was revoked\"}")) {
            service = "https://127.0.0.1:" + serving.port();
            examine();
        }
        assertTold(
                State.BROKEN,
                "service",
                "The service refused with 403 revoked-device: the box 7 was revoked.",
                "ask the operator for new files for this box: slipstream-service device add …");
    }

    @Test
    void aBoxWithoutAServiceIsToldThatItOnlyCopies() throws Exception {
        service = "";
        examine();
        assertEquals(State.LOOK, of("service").state());
        assertEquals(
                "None is configured: receipts pass as they are, without claim links.",
                of("service").sentence());
    }
}
