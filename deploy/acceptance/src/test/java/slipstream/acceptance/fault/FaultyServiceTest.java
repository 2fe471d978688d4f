package slipstream.acceptance.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import slipstream.acceptance.Program;
import slipstream.acceptance.fault.Accounts.End;

/// Receipts print whatever becomes of the way to the service.
@Timeout(180)
class FaultyServiceTest {
    @TempDir
    private Path directory;

    static Stream<Fault> faultsThatNoAnswerSurvives() {
        return Stream.of(
                new Fault.Latency(Duration.ofSeconds(2)),
                new Fault.Silence(),
                new Fault.Stall(),
                new Fault.Garbage(),
                new Fault.Reset(1),
                new Fault.Close(1));
    }

    @ParameterizedTest
    @MethodSource("faultsThatNoAnswerSurvives")
    void receiptsPrintAsTheyAreAndLinksComeBackWithTheWay(Fault fault) throws IOException, InterruptedException {
        try (var shop = new Shop(directory)) {
            shop.open();
            assertEquals(End.ORDERLY, shop.print());
            shop.toService.back(fault);
            for (int i = 0; i < 3; i++) {
                assertEquals(End.ORDERLY, shop.print());
            }
            assertEquals(0, shop.blocks(), "a first payment, then nobody who answers");

            shop.toService.back(Fault.NONE);
            shop.toService.resetAll();
            shop.box().awaitLine("service is connected");
            while (shop.blocks() == 0) {
                assertEquals(End.ORDERLY, shop.print());
            }
            assertEquals(List.of(), shop.faults());
        }
    }

    @Test
    void aServiceThatHearsNothingIsAsGoodAsNone() throws IOException, InterruptedException {
        try (var shop = new Shop(directory)) {
            shop.open();
            shop.toService.there(new Fault.Silence());
            shop.toService.back(new Fault.Silence());
            for (int i = 0; i < 5; i++) {
                assertEquals(End.ORDERLY, shop.print());
            }
            assertEquals(0, shop.blocks());
        }
    }

    @Test
    void aLateAnswerIsNotPrintedOnTheNextReceipt() throws IOException, InterruptedException {
        try (var shop = new Shop(directory)) {
            shop.open();
            assertEquals(End.ORDERLY, shop.print());
            shop.toService.back(new Fault.Latency(Duration.ofMillis(400)));
            for (int i = 0; i < 8; i++) {
                assertEquals(End.ORDERLY, shop.print());
                assertEquals(End.ORDERLY, shop.print("new-" + i));
            }
            assertEquals(0, shop.blocks());
            assertEquals(List.of(), shop.faults());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"2019-06-01 00:00:00", "2040-06-01 00:00:00"})
    void withAWrongClockOrAnExpiredCertificateReceiptsPrint(String date) throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/faketime")), "package faketime is not installed");
        try (var shop = new Shop(directory)) {
            var command = new ArrayList<>(List.of("faketime", "--exclude-monotonic", date));
            command.addAll(Program.box(
                    List.of(),
                    "bridge",
                    "--config",
                    shop.configure("127.0.0.1", "").toString()));
            shop.startBox(command);
            shop.box().awaitLine("service cannot be reached");
            for (int i = 0; i < 3; i++) {
                assertEquals(End.ORDERLY, shop.print());
            }
            assertEquals(0, shop.blocks());
            assertEquals(List.of(), shop.faults());
        }
    }

    @Test
    void answersInCrumbsAreAnswers() throws IOException, InterruptedException {
        try (var shop = new Shop(directory)) {
            shop.open();
            shop.toService.back(new Fault.Slices(1));
            shop.toService.there(new Fault.Slices(1));
            assertEquals(End.ORDERLY, shop.print());
            while (shop.blocks() == 0) {
                assertEquals(End.ORDERLY, shop.print());
            }
            assertEquals(List.of(), shop.faults());
        }
    }

    @Test
    void withoutANameServerReceiptsPrint() throws IOException, InterruptedException {
        try (var shop = new Shop(directory)) {
            shop.startBox(Program.box(
                    List.of(),
                    "bridge",
                    "--config",
                    shop.configure("service.invalid", "").toString()));
            shop.box().awaitLine("service.invalid");
            assertEquals(End.ORDERLY, shop.print());
            assertEquals(List.of(), shop.faults());
        }
    }
}
