package slipstream.acceptance.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import slipstream.acceptance.fault.Accounts.End;

/// Kills the box (SIGKILL) and starts it again, as systemd does.
@Timeout(value = 2, unit = TimeUnit.HOURS)
class KillTest {
    private static final int KILLS = Integer.getInteger("slipstream.kills", 20);
    private static final long SEED = Long.getLong("slipstream.seed", System.nanoTime());
    private static final int TILLS = 4;
    private static final int KILLED = 9;
    private static final int ENDED = 143 << 8;

    /// A minute for what takes moments.
    private static final int PATIENCE_S = 60;

    @TempDir
    private Path directory;

    private final Semaphore ended = new Semaphore(0);
    private Shop shop;
    private Supervisor supervisor;
    private volatile boolean closing;

    @BeforeEach
    void hold() throws IOException, InterruptedException {
        shop = new Shop(directory).at("pos");
        String config = shop.configure("127.0.0.1", """
                [store]
                directory = "%s"
                """.formatted(directory.resolve("store")))
                .toString();
        supervisor = new Supervisor(QuickStart.box(directory, "bridge", "--config", config));
        shop.open(supervisor.port());
        ProcessHandle first = supervisor.begin();
        assertEquals(End.ORDERLY, shop.print());
        first.destroy();
        assertEquals(ENDED, supervisor.awaitOver());
    }

    @AfterEach
    void close() throws IOException {
        supervisor.close();
        shop.close();
    }

    private void kill(ProcessHandle box) throws InterruptedException {
        box.destroyForcibly();
        assertEquals(KILLED, supervisor.awaitOver());
    }

    @Test
    void aTillThatComesWhileNoBoxLivesIsServedByTheNext() throws IOException, InterruptedException {
        ProcessHandle box = supervisor.begin();
        assertEquals(End.ORDERLY, shop.print());
        kill(box);
        List<Till> waiting = List.of(shop.send("li"), shop.send("wang"));
        supervisor.begin();
        for (Till till : waiting) {
            assertEquals(End.ORDERLY, till.end());
        }
        assertEquals(List.of(), shop.faults());
    }

    @Test
    void aReceiptThatItDiedOverIsNeitherEndedInOrderNorPrintedAgain() throws IOException, InterruptedException {
        ProcessHandle box = supervisor.begin();
        Till till = shop.begin("li");
        shop.printer.awaitBegun(2);
        kill(box);
        assertEquals(End.BROKEN, till.end());
        supervisor.begin();
        assertEquals(End.ORDERLY, shop.print());
        assertEquals(3, shop.printer.paper().size());
        assertEquals(List.of(), shop.faults());
    }

    @Test
    void whateverTheMomentNothingIsLostUnnoticedOrDoubled() throws Exception {
        System.out.printf("%d kills, -Dslipstream.seed=%d%n", KILLS, SEED);
        var random = new Random(SEED);
        long from = System.nanoTime();
        try (ExecutorService tills = Executors.newVirtualThreadPerTaskExecutor()) {
            var working = new ArrayList<Future<Void>>();
            for (int i = 0; i < TILLS; i++) {
                working.add(tills.submit(this::sell));
            }
            for (int i = 1; i <= KILLS; i++) {
                int before = shop.printer.jobs();
                ProcessHandle box = supervisor.begin();
                awaitMoment(random, before);
                kill(box);
                pause(random.nextInt(100));
                if (i % 50 == 0) {
                    System.out.printf("%d kills, %s%n", i, told(from));
                }
            }
            supervisor.begin();
            closing = true;
            for (Future<Void> one : working) {
                one.get(PATIENCE_S, TimeUnit.SECONDS);
            }
        }
        assertEquals(List.of(), shop.faults());
        System.out.printf("%d kills, %s, %d links%n", KILLS, told(from), shop.blocks());
        assertTrue(shop.blocks() > 0, "no link was printed");
        assertTrue(shop.accounts.ended(End.BROKEN) > 0, "no kill met a receipt");
    }

    private String told(long from) {
        return "%d s, %d receipts ended in order, %d broke off"
                .formatted(
                        TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - from),
                        shop.accounts.ended(End.ORDERLY),
                        shop.accounts.ended(End.BROKEN));
    }

    /// A till: a receipt after the other. It is never refused, or this fails.
    private Void sell() throws IOException {
        while (!closing) {
            shop.print();
            ended.release();
        }
        return null;
    }

    /// While the box starts, at any moment of a receipt, or just after a link.
    private void awaitMoment(Random random, int before) throws InterruptedException {
        int moment = random.nextInt(10);
        if (moment < 4) {
            pause(random.nextInt(600));
        } else if (moment < 9) {
            ended.drainPermits();
            assertTrue(ended.tryAcquire(PATIENCE_S, TimeUnit.SECONDS), "no receipt ended within a minute");
            pause(random.nextInt(400));
        } else {
            shop.printer.awaitBlock(before);
            pause(random.nextInt(100));
        }
    }

    private static void pause(int milliseconds) throws InterruptedException {
        new CountDownLatch(1).await(milliseconds, TimeUnit.MILLISECONDS);
    }
}
