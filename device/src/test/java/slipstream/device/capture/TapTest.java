package slipstream.device.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import slipstream.device.bridge.Onlooker;
import slipstream.device.bridge.Onlooker.Passage;
import slipstream.escpos.profile.PrinterProfile;

/// Who looks on never makes who prints wait.
@Timeout(30)
class TapTest {
    private static final byte[] BYTES = new byte[100];

    private final Tap tap = new Tap(250);
    private final Onlooker line = tap.of("line", () -> PrinterProfile.GENERIC_80MM);
    private final BlockingQueue<String> seen = new LinkedBlockingQueue<>();
    private final CountDownLatch goOn = new CountDownLatch(1);

    @AfterEach
    void close() {
        goOn.countDown();
        tap.close();
    }

    @Test
    void whereNobodyLooksNothingIsCopied() {
        assertFalse(line.looks());
        tap.add(viewer("a"));
        assertTrue(line.looks());
    }

    @Test
    void bytesThatFindNoPlaceBreakTheViewOffAndAreCounted() throws InterruptedException {
        tap.add(connection -> new View("slow") {
            @Override
            public void passed(Passage where, byte[] bytes, long micros) {
                await();
            }
        });
        var passing = line.begin("pos", true);
        int taken = 0;
        while (passing.passes(Passage.FROM_POS, BYTES, 0, BYTES.length)) {
            taken++;
        }
        assertTrue(taken >= 2 && taken <= 3, "taken " + taken);
        assertEquals(1, tap.dropped());
        assertFalse(passing.passes(Passage.FROM_POS, BYTES, 0, BYTES.length));
        goOn.countDown();
        assertEquals("slow false", seen.take());
        passing.over();
        var next = line.begin("pos", false);
        assertTrue(next.passes(Passage.FROM_POS, BYTES, 0, BYTES.length));
    }

    @Test
    void whoBeginsToLookSeesAConnectionFromItsNextReceiptOn() throws InterruptedException {
        tap.add(viewer("a"));
        var passing = line.begin("pos", true);
        assertTrue(passing.passes(Passage.FROM_POS, BYTES, 0, 1));
        assertEquals("a 1", seen.take());
        tap.add(viewer("b"));
        assertFalse(passing.passes(Passage.FROM_POS, BYTES, 0, 2));
        assertEquals("a false", seen.take());
        line.begin("pos", false).passes(Passage.FROM_POS, BYTES, 0, 3);
        assertEquals("a 3", seen.take());
        assertEquals("b 3", seen.take());
    }

    @Test
    void aViewThatFailsIsShownNoMoreAndTheOthersAre() throws InterruptedException {
        tap.add(connection -> new View("faulty") {
            @Override
            public void passed(Passage where, byte[] bytes, long micros) {
                throw new IllegalStateException("broken");
            }
        });
        tap.add(viewer("b"));
        var passing = line.begin("pos", true);
        passing.passes(Passage.FROM_POS, BYTES, 0, 1);
        passing.passes(Passage.FROM_POS, BYTES, 0, 2);
        assertEquals("faulty false", seen.take());
        assertEquals("b 1", seen.take());
        assertEquals("b 2", seen.take());
    }

    @Test
    void whatIsRemovedIsToldThatItIsOver() throws InterruptedException {
        var viewer = viewer("a");
        tap.add(viewer);
        line.begin("pos", true).passes(Passage.FROM_POS, BYTES, 0, 1);
        assertEquals("a 1", seen.take());
        tap.remove(viewer);
        assertEquals("a false", seen.take());
        assertFalse(line.looks());
    }

    private Tap.Viewer viewer(String name) {
        return connection -> new View(name);
    }

    private void await() {
        try {
            goOn.await();
        } catch (InterruptedException ignored) {
            Thread.currentThread().interrupt();
        }
    }

    private class View implements Tap.View {
        private final String name;

        View(String name) {
            this.name = name;
        }

        @Override
        public void passed(Passage where, byte[] bytes, long micros) {
            seen.add(name + " " + bytes.length);
        }

        @Override
        public void over(boolean whole) {
            seen.add(name + " " + whole);
        }
    }
}
