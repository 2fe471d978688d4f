package slipstream.device.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import slipstream.device.doctor.Finding.State;
import slipstream.device.port.Address;
import slipstream.device.printer.VirtualPrinter;
import slipstream.escpos.profile.PrinterProfile;

/// A box whose links hold.
@Timeout(60)
class DoctorTest extends Examination {
    @Test
    void allIsWell() throws Exception {
        try (var printing = VirtualPrinter.start(
                        new Address("127.0.0.1", 0), PrinterProfile.GENERIC_80MM, directory, ignored -> {});
                var serving = serving(authority, 400, UNASKED)) {
            printer = "127.0.0.1:" + printing.port();
            service = "https://127.0.0.1:" + serving.port();
            examine();
            assertEquals(
                    List.of(
                            "configuration",
                            "box",
                            "learned rules",
                            "pos port",
                            "printer",
                            "store",
                            "clock",
                            "certificate",
                            "service address",
                            "service",
                            "pictures"),
                    findings.stream().map(Finding::link).toList());
            findings.stream()
                    .filter(finding -> !finding.link().equals("box"))
                    .forEach(finding -> assertEquals(State.OK, finding.state(), finding.toString()));
            assertTold(
                    State.LOOK,
                    "box",
                    "No box answers at " + directory.resolve("control") + ".",
                    "start it: systemctl start slipstream; why it ended: journalctl -u slipstream");
            assertTold(State.OK, "printer", printer + " is ready: it has paper, its cover is closed.", "");
            assertTold(State.OK, "service", service + " knows this box and answers, by HTTP/2 over TLS 1.3.", "");
            assertTold(State.OK, "pictures", "tesseract 5.9 reads receipts that are pictures.", "");
            assertTold(
                    State.OK,
                    "certificate",
                    directory.resolve("device.crt") + " is good for 365 days, until "
                            + farAway.toString().substring(0, 10) + ".",
                    "");
        }
    }
}
