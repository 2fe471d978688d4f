package slipstream.device.cli;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import slipstream.device.port.Address;
import slipstream.device.port.Port;
import slipstream.device.port.TcpPort;

/// A job on its way to a printer, watched until the printer has taken all of it.
///
/// A printer without paper takes what its memory holds and then nothing more: that is what patience is for.
final class PrinterJob {
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration LOOK = Duration.ofMillis(250);

    /// A printer that has taken everything may still say something, and closes or falls silent.
    private static final Duration SILENCE = Duration.ofSeconds(2);

    private final Address address;
    private final Port printer;
    private final byte[] job;

    private PrinterJob(Address address, Port printer, byte[] job) {
        this.address = address;
        this.printer = printer;
        this.job = job;
    }

    /// Prints `job`, and returns once the printer has taken it.
    ///
    /// @param patience how long the printer may take nothing
    /// @throws Failure when it cannot be reached or does not take everything
    static void send(Address address, byte[] job, Duration patience) throws InterruptedException {
        try (var port = connect(address)) {
            new PrinterJob(address, port, job).send(patience);
        }
    }

    private static Port connect(Address address) {
        try {
            return TcpPort.connect(address, CONNECT);
        } catch (IOException e) {
            throw Failure.failed("The printer at " + address + " cannot be reached (" + reason(e) + ").");
        }
    }

    private void send(Duration patience) throws InterruptedException {
        CompletableFuture<Void> written = CompletableFuture.runAsync(this::write, PrinterJob::start);
        try {
            await(written, patience);
            written.join();
        } catch (IOException | CompletionException e) {
            Throwable cause = e instanceof CompletionException ? e.getCause() : e;
            throw Failure.failed("The printer at " + address + " broke the connection (" + reason(cause) + ").");
        }
    }

    private void write() {
        try {
            printer.write(job, 0, job.length);
            printer.endOutput();
        } catch (IOException e) {
            throw new CompletionException(e);
        }
    }

    private void await(CompletableFuture<Void> written, Duration patience) throws IOException, InterruptedException {
        byte[] answer = new byte[256];
        long unsent = Long.MAX_VALUE;
        long last = System.nanoTime();
        while (!written.isCompletedExceptionally()) {
            int length = printer.read(answer, LOOK);
            if (length == Port.END) {
                finish(written, patience);
                return;
            }
            long now = printer.unsent();
            if (length > 0 || now != unsent) {
                last = System.nanoTime();
                unsent = now;
            }
            Duration quiet = Duration.ofNanos(System.nanoTime() - last);
            if (written.isDone() && now == 0 && quiet.compareTo(SILENCE) >= 0) {
                return;
            }
            if (quiet.compareTo(patience) >= 0) {
                throw stuck(patience);
            }
        }
    }

    /// The printer says no more: what is being written may still go.
    private void finish(CompletableFuture<Void> written, Duration patience) throws InterruptedException {
        try {
            written.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw stuck(patience);
        } catch (ExecutionException ignored) {
            // Told by whoever joins it.
        }
    }

    private Failure stuck(Duration patience) {
        return Failure.failed("The printer at " + address + " has taken nothing for " + patience.toSeconds()
                + " s and has not got all of the " + job.length
                + " bytes yet; is there paper, and is the cover closed?");
    }

    private static void start(Runnable work) {
        Thread.ofPlatform().name("to the printer").daemon().start(work);
    }

    private static String reason(Throwable e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
