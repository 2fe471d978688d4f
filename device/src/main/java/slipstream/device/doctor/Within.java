package slipstream.device.doctor;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Looks names up within a time: the system itself may take half a minute.
final class Within {
    private Within() {}

    /// The addresses of `host`.
    ///
    /// @throws IOException when there is none; the message is a clause
    static List<InetAddress> addresses(String host, Duration time) throws IOException {
        var lookup = new FutureTask<>(() -> List.of(InetAddress.getAllByName(host)));
        Thread.ofPlatform().daemon().start(lookup);
        try {
            return lookup.get(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnknownHostException) {
                throw new IOException("no address is known for " + host, e);
            }
            throw new IOException("the address of " + host + " cannot be looked up (" + e.getCause() + ")", e);
        } catch (TimeoutException e) {
            throw new IOException(
                    "no name server tells the address of " + host + " within " + time.toSeconds() + " s", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("the look-up of " + host + " was stopped", e);
        }
    }
}
