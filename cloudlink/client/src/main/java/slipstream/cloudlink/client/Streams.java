package slipstream.cloudlink.client;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.handler.codec.http2.DefaultHttp2DataFrame;
import io.netty.handler.codec.http2.DefaultHttp2Headers;
import io.netty.handler.codec.http2.DefaultHttp2HeadersFrame;
import io.netty.handler.codec.http2.Http2Connection;
import io.netty.handler.codec.http2.Http2ConnectionAdapter;
import io.netty.handler.codec.http2.Http2FrameCodec;
import io.netty.handler.codec.http2.Http2Stream;
import io.netty.handler.codec.http2.Http2StreamChannel;
import io.netty.handler.codec.http2.Http2StreamChannelBootstrap;
import io.netty.util.concurrent.Future;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// The questions on one connection: one stream each, as many at a time as the service allows; the others
/// wait in order.
///
/// Event loop thread only.
final class Streams {
    private final Channel channel;
    private final String authority;
    private final Runnable changed;
    private final Consumer<String> exhausted;
    private final Set<Question<?>> sent = new HashSet<>();
    private final Deque<Question<?>> unsent = new ArrayDeque<>();
    private Http2Connection http2;

    /// @param changed run whenever a question has ended
    /// @param exhausted told why when no further stream can be opened
    Streams(Channel channel, ClientOptions options, Runnable changed, Consumer<String> exhausted) {
        this.channel = channel;
        this.authority = options.service().getRawAuthority();
        this.changed = changed;
        this.exhausted = exhausted;
    }

    /// Takes note that the service has said, for the first time or again, how many streams it allows.
    void settingsCame() {
        if (http2 == null) {
            http2 = channel.pipeline().get(Http2FrameCodec.class).connection();
            http2.addListener(new Http2ConnectionAdapter() {
                @Override
                public void onStreamClosed(Http2Stream stream) {
                    channel.eventLoop().execute(Streams.this::sendNext);
                }
            });
        }
        sendNext();
    }

    boolean isIdle() {
        return sent.isEmpty() && unsent.isEmpty();
    }

    /// Sends `question` as soon as a stream is free.
    ///
    /// @param timedOut run when its patience has ended without an answer
    void ask(Question<?> question, Runnable timedOut) {
        var timer = channel.eventLoop()
                .schedule(
                        () -> {
                            if (!question.future().isDone()) {
                                question.timeOut();
                                timedOut.run();
                            }
                        },
                        Math.max(0, question.remainingNanos()),
                        TimeUnit.NANOSECONDS);
        unsent.add(question);
        sendNext();
        onEnd(question, () -> {
            timer.cancel(false);
            if (unsent.remove(question)) {
                changed.run();
            }
        });
    }

    private void sendNext() {
        while (!unsent.isEmpty() && http2.local().canOpenStream()) {
            var question = unsent.remove();
            if (!question.future().isDone()) {
                send(question);
            }
        }
    }

    private void send(Question<?> question) {
        sent.add(question);
        new Http2StreamChannelBootstrap(channel)
                .handler(new ReplyHandler(question))
                .open()
                .addListener((Future<Http2StreamChannel> opened) -> {
                    if (opened.isSuccess()) {
                        write(question, opened.getNow());
                    } else {
                        failed(question, opened.cause());
                    }
                });
    }

    private void write(Question<?> question, Http2StreamChannel stream) {
        stream.closeFuture().addListener(closed -> {
            sent.remove(question);
            changed.run();
        });
        onEnd(question, stream::close);
        var headers = new DefaultHttp2Headers()
                .method("POST")
                .scheme("https")
                .authority(authority)
                .path(question.path())
                .set("content-type", "application/json")
                .set("accept", "application/json, application/problem+json")
                .setInt("content-length", question.body().length);
        stream.write(new DefaultHttp2HeadersFrame(headers, false)).addListener(written -> {
            if (!written.isSuccess()) {
                failed(question, written.cause());
                stream.close();
            }
        });
        stream.writeAndFlush(new DefaultHttp2DataFrame(Unpooled.wrappedBuffer(question.body()), true));
    }

    /// The stream could not be opened: its number is used up, or the service allows none any more.
    private void failed(Question<?> question, Throwable cause) {
        var why = Reasons.of(cause);
        sent.remove(question);
        question.fail(new Failure.NotConnected(why));
        exhausted.accept(why);
    }

    /// Runs `action` on the event loop thread once `question` has ended, whoever ended it.
    private void onEnd(Question<?> question, Runnable action) {
        question.future().whenComplete((answer, thrown) -> {
            if (channel.eventLoop().inEventLoop()) {
                action.run();
            } else {
                try {
                    channel.eventLoop().execute(action);
                } catch (RejectedExecutionException ignored) {
                    // The client is closed; nothing is left to tidy.
                }
            }
        });
    }

    /// Fails what has not been sent yet.
    void failUnsent(Failure failure) {
        var failing = new ArrayList<>(unsent);
        unsent.clear();
        failing.forEach(question -> question.fail(failure));
    }

    /// Fails every question.
    void failAll(Failure failure) {
        failUnsent(failure);
        new ArrayList<>(sent).forEach(question -> question.fail(failure));
    }
}
