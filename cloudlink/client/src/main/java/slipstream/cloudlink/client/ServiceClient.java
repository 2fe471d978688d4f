package slipstream.cloudlink.client;

import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import slipstream.cloudlink.protocol.CopyAnswer;
import slipstream.cloudlink.protocol.CopyReport;
import slipstream.cloudlink.protocol.FiguresReport;
import slipstream.cloudlink.protocol.IdentifyAnswer;
import slipstream.cloudlink.protocol.IdentifyRequest;
import slipstream.cloudlink.protocol.RedeemAnswer;
import slipstream.cloudlink.protocol.RedeemRequest;
import slipstream.cloudlink.protocol.RefundAnswer;
import slipstream.cloudlink.protocol.RefundRequest;
import slipstream.cloudlink.protocol.TokenUse;
import slipstream.cloudlink.protocol.TokenUseAnswer;
import slipstream.cloudlink.protocol.TokensAnswer;
import slipstream.cloudlink.protocol.TokensRequest;

/// Asks the identification service, over one warm connection that it keeps up by itself.
///
/// No method but [#close] ever waits for network or disk, so the print path may call them from any thread.
/// A question is sent at most once: asking again is the caller's decision.
public final class ServiceClient implements AutoCloseable {
    /// How many questions may be open at a time.
    public static final int MOST_OPEN = 256;

    private static final String THREAD = "cloudlink";
    private static final Duration CLOSING = Duration.ofSeconds(5);

    private final EventLoopGroup group;
    private final Reconnector reconnector;
    private final Semaphore open = new Semaphore(MOST_OPEN);
    private volatile boolean closed;

    private ServiceClient(ClientOptions options, Consumer<ConnectionState> listener) {
        group = new MultiThreadIoEventLoopGroup(1, new DefaultThreadFactory(THREAD, true), NioIoHandler.newFactory());
        var loop = group.next();
        reconnector = new Reconnector(loop, options, listener);
        loop.execute(reconnector::begin);
    }

    /// Starts to connect in the background and returns at once.
    ///
    /// Key and certificate files are read there too; what is wrong with them is told as the reason of
    /// [ConnectionState.Waiting], and they are read again at the next attempt.
    public static ServiceClient start(ClientOptions options) {
        return start(options, ignored -> {});
    }

    /// The same, and tells `listener` each new state, in order, on the event loop thread: it must not block.
    public static ServiceClient start(ClientOptions options, Consumer<ConnectionState> listener) {
        Objects.requireNonNull(options, "options");
        Objects.requireNonNull(listener, "listener");
        return new ServiceClient(options, listener);
    }

    /// How the line stands now.
    public ConnectionState state() {
        return reconnector.state();
    }

    /// Asks `request`; never blocks.
    ///
    /// The future completes with the answer, or exceptionally with an [IdentifyException] that tells the
    /// [Failure]: at once when there is no connection, at the latest when `patience` has passed. It completes
    /// on the event loop thread, so what is chained to it must be short. Cancelling it withdraws the question.
    ///
    /// @param patience how long the answer is wanted, from now; at most an hour
    public CompletableFuture<IdentifyAnswer> identify(IdentifyRequest request, Duration patience) {
        return ask(Operation.IDENTIFY, request, patience);
    }

    /// Tells that a voucher was used on a receipt, as [#identify] asks; telling it again is harmless.
    public CompletableFuture<RedeemAnswer> redeem(RedeemRequest request, Duration patience) {
        return ask(Operation.REDEEM, request, patience);
    }

    /// Asks for tokens for the box's pool, as [#identify] asks; each answer gives new ones.
    public CompletableFuture<TokensAnswer> tokens(TokensRequest request, Duration patience) {
        return ask(Operation.TOKENS, request, patience);
    }

    /// Tells on which receipt a token was printed, as [#identify] asks; telling it again is harmless.
    public CompletableFuture<TokenUseAnswer> used(TokenUse request, Duration patience) {
        return ask(Operation.TOKENS_USED, request, patience);
    }

    /// Tells that a receipt gives a payment back, as [#identify] asks; telling it again is harmless.
    public CompletableFuture<RefundAnswer> refund(RefundRequest request, Duration patience) {
        return ask(Operation.REFUND, request, patience);
    }

    /// Tells what only the box can count, as [#identify] asks; telling it again is harmless.
    public CompletableFuture<Void> figures(FiguresReport report, Duration patience) {
        return ask(Operation.FIGURES, report, patience);
    }

    /// Asks which receipts' copies are wanted, and hands in one of them, as [#identify] asks.
    public CompletableFuture<CopyAnswer> copies(CopyReport report, Duration patience) {
        return ask(Operation.COPIES, report, patience);
    }

    private <Q, A> CompletableFuture<A> ask(Operation<Q, A> operation, Q request, Duration patience) {
        if (patience.compareTo(Duration.ofHours(1)) > 0) {
            throw new IllegalArgumentException("patience is " + patience + ", expected at most 1 h");
        }
        var question = Question.of(operation, Objects.requireNonNull(request, "request"), patience);
        var connection = reconnector.live();
        if (closed) {
            question.fail(new Failure.Closed());
        } else if (!patience.isPositive()) {
            question.timeOut();
        } else if (connection == null) {
            question.fail(notConnected(reconnector.state()));
        } else if (!open.tryAcquire()) {
            question.fail(new Failure.Busy(MOST_OPEN));
        } else {
            question.future().whenComplete((answer, thrown) -> open.release());
            try {
                group.execute(() -> connection.ask(question));
            } catch (RejectedExecutionException ignored) {
                question.fail(new Failure.Closed());
            }
        }
        return question.future();
    }

    private static Failure notConnected(ConnectionState state) {
        return switch (state) {
            case ConnectionState.Waiting waiting -> new Failure.NotConnected(waiting.reason());
            case ConnectionState.Closed closed -> new Failure.Closed();
            case ConnectionState.Connecting connecting -> new Failure.NotConnected("the connection is being made");
            case ConnectionState.Connected connected -> new Failure.NotConnected("the connection is being made");
        };
    }

    /// Fails the open questions, ends the connection and waits for the thread to end, at most 5 s.
    ///
    /// From the event loop thread itself it returns without waiting.
    @Override
    public void close() {
        closed = true;
        var loop = group.next();
        try {
            loop.execute(this::end);
        } catch (RejectedExecutionException ignored) {
            return;
        }
        if (!loop.inEventLoop()) {
            try {
                group.awaitTermination(CLOSING.toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException ignored) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /// The questions first: the loop's own end closes the connection before it runs what is still queued.
    private void end() {
        reconnector.close();
        group.shutdownGracefully(0, CLOSING.toMillis(), TimeUnit.MILLISECONDS);
    }
}
