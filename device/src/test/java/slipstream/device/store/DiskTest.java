package slipstream.device.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import slipstream.device.claim.Journal;

/// A disk of 512 kB of its own: only root may mount one.
@Timeout(60)
class DiskTest {
    @TempDir
    private Path directory;

    private final BlockingQueue<Journal.Left> left = new LinkedBlockingQueue<>();
    private BoxStore store;

    @BeforeEach
    void mount() throws IOException, InterruptedException {
        assumeTrue(
                run("mount", "-t", "tmpfs", "-o", "size=512k", "tmpfs", directory.toString()),
                "a small disk cannot be mounted here, only root may");
        store = BoxStore.in(directory, Clock.systemUTC(), Duration.ofMillis(1));
    }

    @AfterEach
    void unmount() throws IOException, InterruptedException {
        if (store != null) {
            store.close();
            run("umount", "-l", directory.toString());
        }
    }

    @Test
    void onAFullDiskTheBoxGoesOnAndWritesAgainWhenThereIsRoom() throws IOException, InterruptedException {
        store.begin(left::add);
        assertTrue(store.put(BoxStoreTest.tokens(5)).join());
        Path ballast = directory.resolve("ballast");
        fill(ballast);
        int count = 0;
        while (store.lasting()) {
            store.add(BoxStoreTest.message(count++));
            store.put(List.of()).join();
        }
        assertEquals("the disk is full", store.state().trouble().orElseThrow());
        assertEquals(0, store.lease(1).join().tokens().size());
        store.add(BoxStoreTest.message(count++));
        Files.delete(ballast);
        while (!store.put(List.of()).join()) {
            Thread.onSpinWait();
        }
        assertEquals(0, store.state().lost());
        assertEquals(5, store.lease(9).join().tokens().size());
        store.close();
        left.take();
        store = BoxStore.in(directory, Clock.systemUTC());
        store.begin(left::add);
        assertEquals(count, left.take().messages().size());
    }

    @Test
    void onAReadOnlyDiskTheBoxGoesOnInMemory() throws IOException, InterruptedException {
        assertTrue(run("mount", "-o", "remount,ro", directory.toString()));
        store.begin(left::add);
        assertFalse(store.put(BoxStoreTest.tokens(1)).join());
        assertTrue(store.state().trouble().orElseThrow().contains("read-only"), store.state()::toString);
        store.add(BoxStoreTest.message(1));
        assertTrue(run("mount", "-o", "remount,rw", directory.toString()));
        while (!store.put(List.of()).join()) {
            Thread.onSpinWait();
        }
        store.close();
        left.take();
        store = BoxStore.in(directory, Clock.systemUTC());
        store.begin(left::add);
        assertEquals(List.of(BoxStoreTest.message(1)), left.take().messages());
    }

    @Test
    void aDiskThatBecomesReadOnlyWhileTheBoxRunsIsNoted() throws IOException, InterruptedException {
        store.begin(left::add);
        assertTrue(store.put(BoxStoreTest.tokens(1)).join());
        store.close();
        left.take();
        assertTrue(run("mount", "-o", "remount,ro", directory.toString()));
        store = BoxStore.in(directory, Clock.systemUTC());
        store.begin(left::add);
        assertFalse(store.put(BoxStoreTest.tokens(2)).join());
        assertEquals(0, store.lease(1).join().tokens().size());
        assertFalse(store.lasting());
    }

    private static void fill(Path file) throws IOException {
        try (var out = Files.newOutputStream(file)) {
            byte[] block = new byte[4096];
            while (true) {
                out.write(block);
            }
        } catch (IOException full) {
            assertTrue(Files.size(file) > 0, full::toString);
        }
    }

    private static boolean run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor()
                == 0;
    }
}
