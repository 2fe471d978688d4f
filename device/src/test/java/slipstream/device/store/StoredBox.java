package slipstream.device.store;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import slipstream.device.claim.Journal;
import slipstream.device.claim.Kept;
import slipstream.device.claim.Token;

/// A process that works with a store until it is killed, and says on standard output what has happened, in order:
/// `left ID PAYLOAD`, `keeping ID`, `kept`, `told ID`, `put VALUE`, `printed VALUE`.
///
/// `kept` says that all messages of the lines before it are on the disk. A token is said to be printed before it
/// is.
final class StoredBox {
    private static final int BATCH = 30;

    private StoredBox() {}

    /// @param arguments the directory, a number to begin names with, a seed
    public static void main(String[] arguments) throws InterruptedException {
        var say = new PrintStream(System.out, true);
        int run = Integer.parseInt(arguments[1]);
        var random = new Random(Long.parseLong(arguments[2]));
        var store = BoxStore.in(Path.of(arguments[0]), Clock.systemUTC());
        Deque<Kept> waiting = new ArrayDeque<>();
        var began = new CountDownLatch(1);
        store.begin(left -> {
            left.messages().forEach(kept -> {
                say.println("left " + kept.id() + " " + kept.message().payload());
                waiting.add(kept);
            });
            began.countDown();
        });
        began.await();
        say.println("began");
        for (int i = 0; ; i++) {
            if (random.nextInt(4) > 0 || waiting.isEmpty()) {
                Kept kept = BoxStoreTest.message(run * 1_000_000 + i);
                say.println("keeping " + kept.id());
                store.add(kept);
                waiting.add(kept);
            } else {
                Kept told = waiting.remove();
                say.println("told " + told.id());
                store.done(told.id());
            }
            if (random.nextInt(5) == 0) {
                tokens(store, say, run, i);
            }
        }
    }

    /// All that was queued before is on the disk when this is.
    private static void tokens(BoxStore store, PrintStream say, int run, int i) {
        CompletableFuture<Journal.Lease> leasing = store.lease(3);
        Journal.Lease lease = leasing.join();
        say.println("kept");
        for (Token token : lease.tokens()) {
            say.println("printed " + token.value());
        }
        if (lease.left() < BATCH / 2) {
            List<Token> fresh = BoxStoreTest.tokens(BATCH, run * 1_000_000 + i * 100);
            fresh.forEach(token -> say.println("put " + token.value()));
            store.put(fresh).join();
            say.println("kept");
        }
    }
}
