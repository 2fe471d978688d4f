package slipstream.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// Everything that was acknowledged, in the order in which it was, also as a file that a person can read. Safe for
/// any number of threads.
final class History implements AutoCloseable {
    private final List<Decided> decisions = new ArrayList<>();
    private final List<Claimed> claims = new ArrayList<>();
    private final List<Redeemed> redemptions = new ArrayList<>();
    private final Writer file;

    History(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        this.file = Files.newBufferedWriter(file);
    }

    /// A box was answered.
    ///
    /// @param answer the body
    record Decided(String payer, String payment, String answer) {}

    /// A phone was shown a voucher.
    ///
    /// @param cookie by which the phone is known
    record Claimed(String path, String cookie, String voucher) {}

    /// A box was told that a voucher is used up by its receipt.
    record Redeemed(String voucher, String receipt) {}

    synchronized void add(Decided decided) {
        decisions.add(decided);
        write(decided);
    }

    synchronized void add(Claimed claimed) {
        claims.add(claimed);
        write(claimed);
    }

    synchronized void add(Redeemed redeemed) {
        redemptions.add(redeemed);
        write(redeemed);
    }

    /// Something that happened to the processes.
    synchronized void note(String what) {
        write(what);
    }

    private void write(Object entry) {
        try {
            file.write(entry + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        notifyAll();
    }

    /// Waits until so many more have been acknowledged.
    synchronized void awaitMore(int count) throws InterruptedException {
        int enough = decisions.size() + claims.size() + count;
        while (decisions.size() + claims.size() < enough) {
            wait();
        }
    }

    /// One of the decisions, if there is any.
    synchronized Optional<Decided> any(RandomGenerator random) {
        return decisions.isEmpty() ? Optional.empty() : Optional.of(decisions.get(random.nextInt(decisions.size())));
    }

    synchronized List<Decided> decisions() {
        return List.copyOf(decisions);
    }

    synchronized List<Claimed> claims() {
        return List.copyOf(claims);
    }

    synchronized List<Redeemed> redemptions() {
        return List.copyOf(redemptions);
    }

    @Override
    public synchronized void close() throws IOException {
        file.close();
    }
}
