package slipstream.acceptance.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import slipstream.acceptance.fault.Accounts.End;

/// What becomes of receipts when the printer, or the way to it, fails.
@Timeout(180)
class FaultyPrinterTest {
    @TempDir
    private Path directory;

    private Shop shop;

    @BeforeEach
    void open() throws IOException, InterruptedException {
        shop = new Shop(directory);
        shop.open();
        assertEquals(End.ORDERLY, shop.print());
        assertAccounted();
    }

    @AfterEach
    void close() throws IOException {
        shop.close();
    }

    private void assertAccounted() throws InterruptedException {
        assertEquals(List.of(), shop.faults());
    }

    @Test
    void aSlowWayToThePrinterLosesNothing() throws IOException, InterruptedException {
        shop.toPrinter.there(new Fault.Latency(Duration.ofSeconds(2)));
        assertEquals(End.ORDERLY, shop.print());
        assertAccounted();
    }

    @Test
    void crumbsLoseNothing() throws IOException, InterruptedException {
        shop.toPrinter.there(new Fault.Slices(1));
        for (int i = 0; i < 5; i++) {
            assertEquals(End.ORDERLY, shop.print());
        }
        assertAccounted();
    }

    @Test
    void withoutPaperTheTillWaitsAndNothingIsLost() throws Exception {
        shop.printer.paper(false);
        var waiting = CompletableFuture.supplyAsync(() -> printed());
        shop.printer.awaitBegun(2);
        shop.printer.paper(true);
        assertEquals(End.ORDERLY, waiting.get());
        assertEquals(End.ORDERLY, shop.print());
        assertAccounted();
    }

    @Test
    void aWayThatBreaksInMidReceiptBreaksTheTillsToo() throws IOException, InterruptedException {
        shop.toPrinter.there(new Fault.Reset(300));
        assertEquals(End.BROKEN, shop.print());
        shop.toPrinter.there(Fault.NONE);
        assertEquals(End.ORDERLY, shop.print());
        assertAccounted();
    }

    @Test
    void aPrinterThatGoesOffInMidReceiptIsNotGivenTheReceiptAgain() throws IOException, InterruptedException {
        Till begun = shop.begin("li");
        shop.printer.awaitBegun(2);
        shop.printer.restart();
        assertEquals(End.BROKEN, begun.end());
        assertEquals(End.ORDERLY, shop.print());
        assertEquals(3, shop.printer.paper().size());
        assertAccounted();
    }

    @Test
    void aWayThatStallsMakesTheTillWaitAndLosesNothing() throws Exception {
        shop.toPrinter.there(new Fault.Stall());
        var waiting = CompletableFuture.supplyAsync(this::printed);
        shop.toPrinter.there(Fault.NONE);
        assertEquals(End.ORDERLY, waiting.get());
        assertEquals(End.ORDERLY, shop.print());
        assertAccounted();
    }

    @Test
    void aPrinterThatClosesInMidReceiptIsSeenToClose() throws IOException, InterruptedException {
        shop.toPrinter.there(new Fault.Close(100));
        Till till = shop.begin("li");
        till.awaitClosed();
        assertEquals(End.BROKEN, till.end());
        shop.toPrinter.there(Fault.NONE);
        assertEquals(End.ORDERLY, shop.print());
        assertAccounted();
    }

    @Test
    void withoutPaperInMidReceiptTheTillLearnsItAtOnceAndNothingIsLost() throws IOException, InterruptedException {
        Till till = shop.begin("li");
        shop.printer.awaitBegun(2);
        shop.printer.paper(false);
        assertEquals(TroubledPrinter.NO_PAPER, till.ask());
        shop.printer.paper(true);
        assertEquals(End.ORDERLY, till.send().end());
        assertAccounted();
    }

    @Test
    void answersThatComeLateReachTheTillThatAsked() throws IOException, InterruptedException {
        shop.toPrinter.back(new Fault.Latency(Duration.ofSeconds(2)));
        Till till = shop.begin("li");
        assertEquals(TroubledPrinter.WELL, till.ask());
        assertEquals(End.ORDERLY, till.send().end());
        assertEquals(End.ORDERLY, shop.print());
        assertAccounted();
    }

    @ParameterizedTest
    @MethodSource("faultsThatHarmNoReceipt")
    void manyTillsAtOnceGetEachTheirReceipt(Fault fault) throws Exception {
        shop.toPrinter.there(fault);
        shop.toPrinter.back(fault);
        try (ExecutorService tills = Executors.newVirtualThreadPerTaskExecutor()) {
            var ends = new ArrayList<Future<End>>();
            for (int i = 0; i < 24; i++) {
                ends.add(tills.submit(() -> shop.print()));
            }
            for (Future<End> end : ends) {
                assertEquals(End.ORDERLY, end.get());
            }
        }
        assertAccounted();
    }

    static Stream<Fault> faultsThatHarmNoReceipt() {
        return Stream.of(new Fault.Latency(Duration.ofMillis(50)), new Fault.Slices(7));
    }

    private End printed() {
        try {
            return shop.print();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
