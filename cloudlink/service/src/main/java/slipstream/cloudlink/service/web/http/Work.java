package slipstream.cloudlink.service.web.http;

import io.vertx.core.Context;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.tinylog.Logger;

/// Runs requests on virtual threads, so many at a time; beyond that it says so at once.
public final class Work implements AutoCloseable {
    private static final int MOST_AT_A_TIME = 2_000;

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Semaphore places = new Semaphore(MOST_AT_A_TIME);
    private final Watch watch;

    public Work() {
        this((method, route, status) -> {});
    }

    /// @param watch is told of every answer
    public Work(Watch watch) {
        this.watch = watch;
    }

    /// A handler that sends what `work` returns.
    ///
    /// @param busy what is sent when there is no place left
    /// @param failed what is sent when `work` throws
    public Handler<RoutingContext> handler(
            Function<RoutingContext, Reply> work,
            Function<RoutingContext, Reply> busy,
            Function<RoutingContext, Reply> failed) {
        return ctx -> {
            if (!places.tryAcquire()) {
                told(ctx, busy.apply(ctx)).send(ctx.response());
                return;
            }
            var loop = Vertx.currentContext();
            try {
                threads.execute(() -> {
                    var reply = run(work, failed, ctx);
                    places.release();
                    answer(loop, () -> told(ctx, reply).send(ctx.response()));
                });
            } catch (RejectedExecutionException e) {
                places.release();
                told(ctx, busy.apply(ctx)).send(ctx.response());
            }
        };
    }

    private Reply told(RoutingContext ctx, Reply reply) {
        watch.answered(ctx.request().method().name(), ctx.currentRoute().getPath(), reply.status());
        return reply;
    }

    /// Once the listeners are closed there is nobody left to answer.
    private static void answer(Context loop, Runnable reply) {
        try {
            loop.runOnContext(none -> reply.run());
        } catch (RejectedExecutionException closed) {
            Logger.debug("An answer came after the listeners had closed.");
        }
    }

    private static Reply run(
            Function<RoutingContext, Reply> work, Function<RoutingContext, Reply> failed, RoutingContext ctx) {
        try {
            return work.apply(ctx);
        } catch (RuntimeException | StackOverflowError e) {
            Logger.error(
                    "{} {} failed: {}",
                    ctx.request().method(),
                    ctx.currentRoute().getPath(),
                    e.toString());
            Logger.debug(e);
            return failed.apply(ctx);
        }
    }

    @Override
    public void close() {
        threads.close();
    }

    /// Who is told of answers.
    @FunctionalInterface
    public interface Watch {
        /// @param route the address with the names of its parameters, not their values
        void answered(String method, String route, int status);
    }
}
