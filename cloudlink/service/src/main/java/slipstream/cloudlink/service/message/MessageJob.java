package slipstream.cloudlink.service.message;

import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.tinylog.Logger;
import slipstream.cloudlink.service.claim.ClaimLink;
import slipstream.cloudlink.service.reward.PushChannel;

/// Sends messages as long as the service runs: at once when a reward is made on this node, and every half minute what
/// another node has left.
public final class MessageJob implements PushChannel, AutoCloseable {
    private static final long EVERY_SECONDS = 30;

    private final MessageRound round;
    private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("messages").daemon().factory());
    private final AtomicBoolean woken = new AtomicBoolean();
    private volatile String publicUrl;

    public MessageJob(MessageRound round) {
        this.round = round;
    }

    /// Starts.
    ///
    /// @param at how phones reach the pages
    public void start(String at) {
        publicUrl = at.replaceAll("/+$", "");
        executor.scheduleWithFixedDelay(this::run, EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
    }

    /// The message lies in the database; this only says not to wait.
    @Override
    public void tell(ClaimLink reward) {
        if (publicUrl != null && woken.compareAndSet(false, true)) {
            try {
                executor.execute(this::run);
            } catch (RejectedExecutionException e) {
                Logger.debug("stopping: another node will send a message");
            }
        }
    }

    private void run() {
        woken.set(false);
        try {
            round.run(publicUrl);
        } catch (RuntimeException e) {
            Logger.warn("messages were not sent and will be tried again: {}", e.toString());
        }
    }

    /// What is being sent may take a moment longer: its lease ends by itself.
    @Override
    public void close() {
        executor.shutdownNow();
        try {
            if (!executor.awaitTermination(5, TimeUnit.SECONDS)) {
                Logger.warn("a message was still being sent");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
