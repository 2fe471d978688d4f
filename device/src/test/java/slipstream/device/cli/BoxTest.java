package slipstream.device.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import slipstream.device.Job;
import slipstream.device.claim.Outcome;
import slipstream.device.config.BoxConfig;
import slipstream.device.port.Address;
import slipstream.device.printer.PrintedReceipt;
import slipstream.device.printer.VirtualPrinter;
import slipstream.escpos.profile.PrinterProfile;

@Timeout(30)
class BoxTest {
    private static final byte[] SALE = Job.begin()
            .lines("清风小馆", "合计 12.80", "交易单号:", "4200001234202611221234567890")
            .cut()
            .bytes();

    @TempDir
    private Path directory;

    private final BlockingQueue<PrintedReceipt> printed = new LinkedBlockingQueue<>();

    @Test
    void withoutAServiceReceiptsPass() throws Exception {
        printsThrough("");
    }

    @Test
    void aServiceThatCannotBeReachedStopsNoReceipt() throws Exception {
        printsThrough("""
                [service]
                url = "https://127.0.0.1:1"
                key = "none.key"
                certificate = "none.pem"
                ca = "none.pem"
                [store]
                directory = "kept"
                """);
        assertTrue(Files.exists(directory.resolve("kept/box.db")));
    }

    private void printsThrough(String service) throws Exception {
        try (var printer = VirtualPrinter.start(
                        new Address("127.0.0.1", 0), PrinterProfile.GENERIC_80MM, directory, printed::add);
                var box = Box.start(BoxConfig.read(Files.writeString(
                        directory.resolve("box.toml"),
                        "[pos]\nlisten = \"127.0.0.1:0\"\n[printer]\naddress = \"127.0.0.1:" + printer.port() + "\"\n"
                                + service)));
                Socket pos = new Socket("127.0.0.1", box.port())) {
            pos.getOutputStream().write(SALE);
            assertEquals(
                    "清风小馆", printed.take().text().lines().findFirst().orElse("").strip());
            pos.getOutputStream().write(SALE);
            printed.take();
            assertEquals(service.isEmpty() ? 0 : 2, box.outcomes().count(Outcome.FAILED));
        }
    }
}
