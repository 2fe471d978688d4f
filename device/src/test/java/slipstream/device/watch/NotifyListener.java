package slipstream.device.watch;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// A service manager's socket, by socat: nothing of ours listens to ourselves.
final class NotifyListener implements AutoCloseable {
    private final Process socat;
    private final BlockingQueue<String> told = new LinkedBlockingQueue<>();

    /// @param address a path or `@NAME`
    NotifyListener(String address) throws IOException, InterruptedException {
        assumeTrue(installed(), "socat is not installed");
        String kind = address.startsWith("@") ? "ABSTRACT-RECV:" + address.substring(1) : "UNIX-RECV:" + address;
        socat = new ProcessBuilder("socat", "-d", "-d", "-u", kind, "STDOUT").start();
        Thread.ofVirtual().start(() -> read(socat.inputReader()));
        BufferedReader log = socat.errorReader();
        String line = log.readLine();
        while (line != null && !line.contains("starting data transfer loop")) {
            line = log.readLine();
        }
        assertNotNull(line, "socat has ended");
    }

    /// The next lines that come.
    List<String> next(int count) throws InterruptedException {
        var lines = new ArrayList<String>();
        while (lines.size() < count) {
            String line = told.poll(30, TimeUnit.SECONDS);
            assertNotNull(line, "only came: " + lines);
            lines.add(line);
        }
        return lines;
    }

    private void read(BufferedReader reader) {
        try {
            reader.lines().forEach(told::add);
        } catch (UncheckedIOException ignored) {
            // The test is over.
        }
    }

    private static boolean installed() throws InterruptedException {
        try {
            return new ProcessBuilder("socat", "-V")
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException ignored) {
            return false;
        }
    }

    @Override
    public void close() {
        socat.destroy();
    }
}
