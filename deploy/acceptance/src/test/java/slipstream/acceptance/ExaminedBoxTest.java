package slipstream.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import slipstream.cloudlink.service.IdentificationService;
import slipstream.cloudlink.service.config.Configuration;
import slipstream.cloudlink.service.merchant.Merchant;
import slipstream.cloudlink.service.merchant.Wording;
import slipstream.device.cli.Main;
import slipstream.device.port.Address;
import slipstream.device.printer.VirtualPrinter;
import slipstream.escpos.profile.PrinterProfile;

/// `slipstream doctor` at a box whose service is the real one.
class ExaminedBoxTest {
    @TempDir
    private Path directory;

    private IdentificationService service;
    private VirtualPrinter printer;
    private String device;
    private Path config;

    @BeforeEach
    void start() throws IOException {
        service = IdentificationService.start(Configuration.local(directory.resolve("service")));
        service.administration()
                .addMerchant(new Merchant(
                        "cafe",
                        new Wording("晨光咖啡", "Morning Light"),
                        Locale.ENGLISH,
                        "riverside",
                        Optional.empty(),
                        Optional.empty()));
        device = service.administration().addDevice("cafe", "box-1", directory.resolve("box"));
        printer = VirtualPrinter.start(
                new Address("127.0.0.1", 0), PrinterProfile.GENERIC_80MM, directory.resolve("paper"), ignored -> {});
        int port;
        try (var free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        config = Files.writeString(directory.resolve("box").resolve("slipstream.toml"), """
                [pos]
                listen = "127.0.0.1:%d"
                [printer]
                address = "127.0.0.1:%d"
                [service]
                url = "%s"
                key = "device.key"
                certificate = "device.crt"
                ca = "ca.crt"
                """.formatted(
                        port, printer.port(), service.api()));
    }

    @AfterEach
    void stop() {
        printer.close();
        service.close();
    }

    @Test
    void aBoxThatIsWellIsSaidToBeSo() throws IOException, InterruptedException {
        String before = doctor(0);
        assertTrue(before.contains(service.api() + " knows this box and answers, by HTTP/2 over TLS 1.3."), before);
        assertTrue(before.contains(" is free; no box is running there."), before);
        try (var box = Program.box("bridge", "--config", config.toString())) {
            box.awaitLine("Listening at");
            String running = doctor(0);
            assertTrue(running.contains(" is held by the running box, process "), running);
            assertTrue(running.contains(" its status is not asked while a box may be printing."), running);
        }
        assertFalse(Files.exists(directory.resolve("paper").resolve("receipt-0001.txt")), "nothing is printed");
    }

    @Test
    void aRevokedBoxIsToldThatItIs() throws IOException {
        service.administration().revokeDevice(device);
        String said = doctor(1);
        assertTrue(
                said.contains("broken        service          The service refused with 403 revoked-device: the box "
                        + device + " was revoked."),
                said);
    }

    private String doctor(int code) {
        var out = new ByteArrayOutputStream();
        var stream = new PrintStream(out, false, StandardCharsets.UTF_8);
        int ended = Main.run(
                new String[] {"doctor", "--config", config.toString()}, InputStream.nullInputStream(), stream, stream);
        String said = out.toString(StandardCharsets.UTF_8);
        assertEquals(code, ended, said);
        return said;
    }
}
