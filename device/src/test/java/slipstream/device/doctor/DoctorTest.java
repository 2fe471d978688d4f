package slipstream.device.doctor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import slipstream.device.config.BoxConfig;
import slipstream.device.config.ConfigException;
import slipstream.device.doctor.Finding.State;
import slipstream.device.port.Address;
import slipstream.device.printer.VirtualPrinter;
import slipstream.escpos.profile.PrinterProfile;

/// A box whose links break one after the other.
@Timeout(60)
class DoctorTest {
    private static final String UNASKED = """
            {"code":"bad-request","message":"'reference' is missing, an object with scheme, kind and value was expected"}""";
    private static final String LANGUAGES = "printf 'chi_sim\\neng\\ndeu\\n'";

    private final Instant now = Instant.now();
    private final Instant tomorrow = now.plus(Duration.ofDays(1));
    private final Instant yesterday = now.minus(Duration.ofDays(1));
    private final Instant farAway = now.plus(Duration.ofDays(365)).plusSeconds(60);
    private final List<Finding> findings = new ArrayList<>();

    @TempDir
    private Path directory;

    private Authority authority;
    private Clock clock = Clock.fixed(now, ZoneOffset.UTC);
    private String tesseract;
    private String address = "127.0.0.1";
    private int pos;
    private String printer = "127.0.0.1:1";
    private String profile = "generic-80mm";
    private String service = "https://127.0.0.1:1";
    private String more = "";

    @BeforeEach
    void settle() throws Exception {
        authority = new Authority(yesterday, farAway);
        authority.write(directory, authority.issue("box", yesterday, farAway));
        Files.setPosixFilePermissions(directory.resolve("device.key"), PosixFilePermissions.fromString("rw-------"));
        tesseract = tesseract(LANGUAGES);
    }

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
                            "learned rules",
                            "pos port",
                            "printer",
                            "clock",
                            "certificate",
                            "service address",
                            "service",
                            "pictures"),
                    findings.stream().map(Finding::link).toList());
            findings.forEach(finding -> assertEquals(State.OK, finding.state(), finding.toString()));
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

    @Test
    void aMistakeInTheConfigurationIsToldWithItsKeyAndLine() throws Exception {
        profile = "tmt20";
        examine();
        assertTold(
                State.BROKEN,
                "configuration",
                "box.toml, line 5: \"profile\" in [printer]: There is no printer profile \"tmt20\"; was \"tm-t20\" meant?",
                "mend " + directory.resolve("box.toml") + ", then run this again: the rest needs it.");
        assertEquals(State.OK, of("pictures").state());
    }

    @Test
    void rulesThatCannotBeReadAreTold() throws Exception {
        Files.writeString(directory.resolve("till.toml"), "[[rule]]\nname = 3\n");
        more = "rules = \"till.toml\"";
        examine();
        Finding finding = of("learned rules");
        assertEquals(State.BROKEN, finding.state());
        assertTrue(finding.sentence().startsWith("till.toml, line 2: "), finding.sentence());
    }

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
    void aPrinterThatRefusesIsTold() throws Exception {
        examine();
        assertTold(
                State.BROKEN,
                "printer",
                "127.0.0.1:1 cannot be reached (the connection is refused).",
                "see that the address is the printer's, that its port is 1, and that nobody else is connected to it.");
    }

    /// A listener whose queue is full leaves further connections without an answer (listen(2)).
    @Test
    void aPrinterThatIsSilentIsTold() throws Exception {
        List<SocketChannel> queue = new ArrayList<>();
        try (var silent = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            for (int waiting = 0; waiting < 4; waiting++) {
                SocketChannel channel = SocketChannel.open();
                queue.add(channel);
                channel.configureBlocking(false);
                channel.connect(silent.getLocalSocketAddress());
            }
            printer = "127.0.0.1:" + silent.getLocalPort();
            examine();
        } finally {
            for (SocketChannel channel : queue) {
                channel.close();
            }
        }
        assertTold(
                State.BROKEN,
                "printer",
                printer + " cannot be reached (no answer within 2 s).",
                "see that it is on, its network cable is in, and its address is in this network.");
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, localhost, BROKEN, [printer] address AT is the box itself: receipts would go round.",
        "0.0.0.0,   127.0.0.1, BROKEN, [printer] address AT is the box itself: receipts would go round.",
        "127.0.0.2, 127.0.0.1, LOOK,   'AT takes connections, but leaves a status question without an answer.'"
    })
    void aPrinterThatIsTheBoxItselfIsTold(String listen, String host, State state, String sentence) throws Exception {
        try (var other = new StatusPrinter()) {
            pos = other.port();
            address = listen;
            printer = host + ":" + pos;
            examine();
        }
        assertEquals(state, of("printer").state());
        assertEquals(sentence.replace("AT", printer), of("printer").sentence());
    }

    @ParameterizedTest
    @CsvSource({
        "OK,     16 12 12 12, 'is ready: it has paper, its cover is closed.'",
        "BROKEN, 1E 16 12 12, says: the cover is open.",
        "BROKEN, 1E 32 12 72, says: the paper is out.",
        "BROKEN, 1E 52 1A 12, says: the cutter is stuck.",
        "BROKEN, 1E 52 32 12, says: error.",
        "BROKEN, 1E 12 12 12, says: offline.",
        "LOOK,   16 12 12 1E, 'is ready, but its paper is near the end.'"
    })
    void whatThePrinterSaysIsTold(State state, String answers, String sentence) throws Exception {
        int[] bytes = List.of(answers.split(" ")).stream()
                .mapToInt(text -> Integer.parseInt(text, 16))
                .toArray();
        try (var printing = new StatusPrinter(bytes)) {
            printer = "127.0.0.1:" + printing.port();
            examine();
            assertEquals(state, of("printer").state());
            assertEquals(printer + " " + sentence, of("printer").sentence());
            assertArrayEquals(new byte[] {16, 4, 1, 16, 4, 2, 16, 4, 3, 16, 4, 4}, printing.sent());
        }
    }

    @Test
    void aPrinterThatDoesNotAnswerIsTold() throws Exception {
        try (var printing = new StatusPrinter()) {
            printer = "127.0.0.1:" + printing.port();
            examine();
        }
        assertTold(
                State.LOOK,
                "printer",
                printer + " takes connections, but leaves a status question without an answer.",
                "print a page: slipstream test-print --printer " + printer + " --profile generic-80mm");
    }

    @Test
    void whatAnswersAndIsNoPrinterIsTold() throws Exception {
        try (var web = new StatusPrinter('H', 'T', 'T', 'P')) {
            printer = "127.0.0.1:" + web.port();
            examine();
        }
        assertTold(
                State.LOOK,
                "printer",
                printer + " answers a status question as no printer does (48 in hexadecimal).",
                "see that the address is the printer's; print a page: slipstream test-print --printer " + printer
                        + " --profile generic-80mm");
    }

    @Test
    void aPrinterOfAnotherLanguageIsNotAsked() throws Exception {
        profile = "star-tsp650-line";
        try (var printing = new StatusPrinter(0x16, 0x16, 0x12, 0x12)) {
            printer = "127.0.0.1:" + printing.port();
            examine();
            assertTold(
                    State.OK,
                    "printer",
                    printer + " takes connections; its status is not asked in the dialect star.",
                    "");
            assertEquals(0, printing.sent().length);
        }
    }

    @Test
    void aPrinterThatABoxMayBeUsingIsNotAsked() throws Exception {
        try (var printing = new StatusPrinter(0x16, 0x16, 0x12, 0x12)) {
            var options =
                    config("127.0.0.1:" + printing.port()).lines().getFirst().bridge();
            assertEquals(State.OK, new Printer(options, true).find().state());
            assertEquals(0, printing.sent().length);
        }
    }

    @Test
    void aMissingFileIsTold() throws Exception {
        Files.delete(directory.resolve("device.key"));
        examine();
        assertTold(
                State.BROKEN,
                "certificate",
                directory.resolve("device.key") + " is missing, expected a PEM file.",
                "copy device.key, device.crt and ca.crt here again as device add wrote them.");
        assertTold(State.LOOK, "service", "It was not asked.", "mend what is broken above, then run this again.");
    }

    @Test
    void aFileThatThisUserMayNotReadIsTold() throws Exception {
        Path key = directory.resolve("device.key");
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("---------"));
        assumeFalse(Files.isReadable(key), "root may read every file");
        examine();
        assertEquals(
                "The user " + System.getProperty("user.name") + " may not read " + key + ".",
                of("certificate").sentence());
    }

    @Test
    void aKeyThatAllMayReadIsTold() throws Exception {
        Path key = directory.resolve("device.key");
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r--r--"));
        examine();
        assertTold(
                State.LOOK,
                "certificate",
                "Every user of this machine may read " + key + ", which is this box's secret.",
                "chmod 600 " + key);
    }

    @Test
    void anExpiredCertificateOfTheBoxIsTold() throws Exception {
        clock = Clock.fixed(farAway.plusSeconds(1), ZoneOffset.UTC);
        authority = new Authority(yesterday, farAway.plus(Duration.ofDays(9)));
        authority.write(directory, authority.issue("box", yesterday, farAway));
        examine();
        Finding finding = of("certificate");
        assertEquals(State.BROKEN, finding.state());
        assertEquals(
                directory.resolve("device.crt") + " expired on "
                        + farAway.toString().substring(0, 10) + ", by this box's clock.",
                finding.sentence());
    }

    @Test
    void aCertificateThatExpiresSoonIsTold() throws Exception {
        authority.write(directory, authority.issue("box", yesterday, tomorrow.plusSeconds(60)));
        examine();
        Finding finding = of("certificate");
        assertEquals(State.LOOK, finding.state());
        assertTrue(finding.sentence().contains(" is good for 1 day, until "), finding.sentence());
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

    private FramedService serving(Authority by, int status, String body) throws Exception {
        return new FramedService(authority, by.issue("service", yesterday, farAway), "h2", status, body);
    }

    private String tesseract(String languages) throws IOException {
        Path program = Files.writeString(
                directory.resolve("tesseract"),
                "#!/bin/sh\nif [ \"$1\" = --version ]; then echo tesseract 5.9; else " + languages + "; fi\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
        return program.toString();
    }

    private BoxConfig config(String at) throws Exception {
        printer = at;
        return BoxConfig.read(file());
    }

    private void examine() throws Exception {
        var doctor = new Doctor(findings::add, clock, tesseract);
        Path file = file();
        try {
            doctor.examine(file, BoxConfig.read(file));
        } catch (ConfigException e) {
            doctor.examine(file, e.errors());
        }
    }

    private Path file() throws IOException {
        String asked = service.isEmpty()
                ? ""
                : "[service]\nurl = \"" + service
                        + "\"\nkey = \"device.key\"\ncertificate = \"device.crt\"\nca = \"ca.crt\"\n";
        return Files.writeString(
                directory.resolve("box.toml"),
                "[pos]\nlisten = \"%s:%d\"\n[printer]\naddress = \"%s\"\nprofile = \"%s\"\n%s[till]\n%s\n"
                        .formatted(address, pos, printer, profile, asked, more));
    }

    private Finding of(String link) {
        return findings.stream()
                .filter(finding -> finding.link().equals(link))
                .findFirst()
                .orElseThrow();
    }

    private void assertTold(State state, String link, String sentence, String next) {
        assertEquals(new Finding(link, state, sentence, next), of(link));
    }
}
