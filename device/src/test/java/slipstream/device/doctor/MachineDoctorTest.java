package slipstream.device.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import slipstream.device.config.BoxConfig;
import slipstream.device.control.ControlServer;
import slipstream.device.control.Statuses;
import slipstream.device.control.Wrongs;
import slipstream.device.doctor.Finding.State;
import slipstream.device.report.BoxAnswer;

/// What can be wrong with the machine that a box runs on.
@Timeout(60)
class MachineDoctorTest extends Examination {
    @Test
    void aPortThatAnotherProgramHoldsIsToldWithItsName() throws Exception {
        try (var other = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            pos = other.getLocalPort();
            examine();
        }
        Finding finding = of("pos port");
        assertEquals(State.BROKEN, finding.state());
        assertTrue(
                finding.sentence()
                        .startsWith("127.0.0.1:" + pos + " is held by another program, process "
                                + ProcessHandle.current().pid() + " ("),
                finding.sentence());
    }

    @Test
    void aClockBeforeTheCertificateIsTold() throws Exception {
        clock = Clock.fixed(yesterday.minus(Duration.ofDays(9)), ZoneOffset.UTC);
        examine();
        Finding finding = of("clock");
        assertEquals(State.BROKEN, finding.state());
        assertTrue(finding.sentence().contains(", but its certificate was made at "), finding.sentence());
        assertTrue(finding.next().startsWith("set it: sudo timedatectl set-ntp true"), finding.next());
    }

    @ParameterizedTest
    @CsvSource({
        "1970-01-01T00:00:09Z, 'It is 1970-01-01T00:00:09Z by this box, but this program was built at '",
        "2099-01-01T00:00:00Z, 'It is 2099-01-01T00:00:00Z by this box, years after this program was built, at '"
    })
    void aClockFarFromTheBuildIsTold(Instant at, String sentence) throws Exception {
        service = "";
        clock = Clock.fixed(at, ZoneOffset.UTC);
        examine();
        assertEquals(State.BROKEN, of("clock").state());
        assertTrue(of("clock").sentence().startsWith(sentence), of("clock").sentence());
    }

    @Test
    void aSystemWithoutTesseractIsToldWhatToInstall() throws Exception {
        tesseract = directory.resolve("no-such-program").toString();
        examine();
        assertTold(
                State.LOOK,
                "pictures",
                "Tesseract is not installed. Receipts that are pictures are not read.",
                "sudo apt-get install tesseract-ocr tesseract-ocr-chi-sim tesseract-ocr-eng tesseract-ocr-deu");
    }

    @Test
    void aTesseractThatLacksLanguagesIsToldWhichToInstall() throws Exception {
        tesseract = tesseract("echo eng");
        examine();
        assertTold(
                State.LOOK,
                "pictures",
                "tesseract 5.9 has no data for chi_sim, deu. Receipts that are pictures are not read.",
                "sudo apt-get install tesseract-ocr-chi-sim tesseract-ocr-deu");
    }

    @Test
    void aRunningBoxTellsOfItselfAndOfEachOfItsLines() throws Exception {
        try (var box = ControlServer.start(
                directory.resolve("control"), Map.of("status", ignored -> new BoxAnswer(null, Statuses.WRONG, null)))) {
            assertNotNull(box);
            examine();
        }
        assertEquals(State.OK, of("box").state());
        assertTold(
                State.BROKEN,
                "line till-1",
                "Its printer at 192.168.1.50:9100 cannot be reached (Connection refused).",
                "switch it on, look at its cable and address; the POS waits, nothing is lost.");
        assertTold(
                State.BROKEN,
                "line bar",
                "Nothing can listen at 0.0.0.0:9101.",
                "end the other program, or name another place in [pos] listen; it is tried again every few seconds.");
        long wrong = findings.stream()
                .filter(finding -> finding.link().equals("box") && finding.state() == State.LOOK)
                .count();
        assertEquals(Wrongs.in(Statuses.WRONG).size(), wrong);
    }

    @Test
    void ofSeveralLinesEachIsNamed() throws Exception {
        Path file = Files.writeString(directory.resolve("two.toml"), """
                [[line]]
                name = "bar"
                pos.listen = "127.0.0.1:0"
                printer.address = "/dev/usb/lp77"
                [[line]]
                name = "kitchen"
                pos.listen = "127.0.0.1:0"
                printer.address = "/dev/usb/lp78"
                """);
        new Doctor(findings::add, clock, tesseract, Machine.THIS).examine(file, BoxConfig.read(file));
        for (String told :
                List.of("Line bar: /dev/usb/lp77 is not there.", "Line kitchen: /dev/usb/lp78 is not there.")) {
            assertTrue(findings.stream().anyMatch(finding -> finding.sentence().equals(told)), told);
        }
    }

    @Test
    void aDeviceThatIsNotThereIsToldWithWhereToLook() throws Exception {
        printer = "/dev/usb/lp77";
        place = "serial:/dev/ttyUSB77,9600,8N1";
        examine();
        assertTold(
                State.BROKEN,
                "printer",
                "/dev/usb/lp77 is not there.",
                "see that the printer is on and its USB cable in: ls /dev/usb; lsusb; then see [printer] address.");
        assertTold(
                State.BROKEN,
                "pos port",
                "/dev/ttyUSB77 is not there.",
                "see that the adapter is in: ls /dev/serial/by-id; then see [pos] listen.");
        assertEquals(State.OK, of("other programs").state());
    }

    @Test
    void aDeviceThatThisUserMayNotUseIsToldWithItsGroup() throws Exception {
        Path device = Files.createFile(directory.resolve("lp0"));
        printer = device.toString();
        examine();
        assertEquals(State.OK, of("printer").state());
        Files.setPosixFilePermissions(device, PosixFilePermissions.fromString("---------"));
        assumeFalse(Files.isReadable(device), "root may read every file");
        findings.clear();
        examine();
        assertTrue(
                of("printer").next().startsWith("let it in: sudo usermod -aG "),
                of("printer").next());
    }

    @ParameterizedTest
    @CsvSource({
        "ModemManager, serial:/dev/ttyUSB77, sudo systemctl disable --now ModemManager",
        "cupsd, /dev/usb/lp77, sudo systemctl disable --now cups cups-browsed"
    })
    void aProgramThatTakesDevicesForItselfIsTold(String program, String at, String next) throws Exception {
        Path process = Files.createDirectories(directory.resolve("root/proc/4711"));
        Files.writeString(process.resolve("comm"), program + "\n");
        printer = at.startsWith("serial:") ? at + ",9600,8N1" : at;
        examine();
        assertEquals(State.LOOK, of("other programs").state());
        assertEquals(next, of("other programs").next());
        assertTrue(of("other programs").sentence().startsWith(program + " runs here: it "));
    }

    @Test
    void aPanelWithoutPinsIsToldAndOneWithThemIsWell() throws Exception {
        panel = "[panel]\ngreen = 17\n";
        examine();
        assertEquals(State.LOOK, of("panel").state());
        Files.createDirectories(directory.resolve("root/dev"));
        Files.createFile(directory.resolve("root/dev/gpiochip0"));
        findings.clear();
        examine();
        assertEquals(State.OK, of("panel").state());
    }

    @Test
    void aStoreThatIsAFileIsTold() throws Exception {
        Files.createFile(directory.resolve("kept"));
        examine();
        assertTold(
                State.LOOK,
                "store",
                directory.resolve("kept") + " is a file, expected a directory. A power cut loses what waits for the"
                        + " service.",
                "move it away.");
    }
}
