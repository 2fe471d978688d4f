package slipstream.device.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ServiceManagerTest {
    @TempDir
    private Path directory;

    @Test
    void aManagerAtAPathIsTold() throws Exception {
        tellsAll(directory.resolve("notify").toString());
    }

    @Test
    void aManagerAtAnAbstractAddressIsTold() throws Exception {
        tellsAll("@slipstream-test-" + ProcessHandle.current().pid());
    }

    @Test
    void withoutAManagerNothingHappens() {
        for (String address : new String[] {null, "", "vsock:2:1", "/" + "x".repeat(200)}) {
            try (var manager = ServiceManager.at(address)) {
                assertFalse(manager.present(), address);
                manager.ready();
            }
        }
    }

    @Test
    void aManagerThatHasGoneIsNoTrouble() {
        try (var manager = ServiceManager.at(directory.resolve("nobody").toString())) {
            assertTrue(manager.present());
            manager.ready();
            manager.alive();
        }
    }

    @Test
    void whatIsStuckStopsTheBeatAndIsGivenUp() throws Exception {
        String address = directory.resolve("notify").toString();
        var now = new AtomicLong(1);
        var progress = new Progress(now::get);
        var pulses = new AtomicReference<>("");
        try (var listener = new NotifyListener(address);
                var manager = ServiceManager.at(address);
                var heartbeat = new Heartbeat(manager)) {
            heartbeat.watch(() -> List.of(progress));
            heartbeat.give(() -> pulses.updateAndGet(sofar -> sofar + "|"));
            var stretch = progress.begin("POS");
            heartbeat.beat();
            stretch.enter();
            heartbeat.beat();
            now.addAndGet(Heartbeat.STUCK.toNanos() + 1);
            heartbeat.beat();
            manager.status("stuck for a second");
            now.addAndGet(Heartbeat.HOPELESS.toNanos());
            heartbeat.beat();
            heartbeat.beat();
            stretch.leave();
            heartbeat.beat();
            assertEquals(
                    List.of(
                            "WATCHDOG=1",
                            "WATCHDOG=1",
                            "STATUS=stuck for a second",
                            "STATUS=Gave up: POS is stuck in the box",
                            "WATCHDOG=trigger",
                            "WATCHDOG=1"),
                    listener.next(6));
            assertEquals("|||", pulses.get());
        }
    }

    private static void tellsAll(String address) throws Exception {
        try (var listener = new NotifyListener(address);
                var manager = ServiceManager.at(address)) {
            assertTrue(manager.present());
            manager.ready();
            manager.alive();
            manager.status("2 printers, 1 POS\nand more");
            manager.reloading();
            manager.stopping();
            List<String> told = listener.next(6);
            assertEquals(
                    List.of("READY=1", "WATCHDOG=1", "STATUS=2 printers, 1 POS", "RELOADING=1"), told.subList(0, 4));
            assertTrue(told.get(4).matches("MONOTONIC_USEC=[0-9]+"), told.get(4));
            assertEquals("STOPPING=1", told.get(5));
        }
    }
}
