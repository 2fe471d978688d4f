package slipstream.cloudlink.client;

import io.netty.channel.Channel;
import io.netty.handler.codec.http2.DefaultHttp2PingFrame;
import io.netty.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/// Asks the other end at intervals whether it is still there (RFC 9113, 6.7).
///
/// Event loop thread only.
final class Pinger {
    private final Channel channel;
    private final Timings timings;
    private final Runnable lost;
    private Future<?> rounds;
    private Future<?> verdict;
    private long number;

    /// @param lost run once when a PING stays unanswered
    Pinger(Channel channel, Timings timings, Runnable lost) {
        this.channel = channel;
        this.timings = timings;
        this.lost = lost;
    }

    void start() {
        var every = timings.pingEvery().toNanos();
        rounds = channel.eventLoop().scheduleAtFixedRate(this::ping, every, every, TimeUnit.NANOSECONDS);
    }

    /// Asks now, unless an answer is awaited already.
    void ping() {
        if (verdict == null) {
            verdict = channel.eventLoop().schedule(lost, timings.pingAnswer().toNanos(), TimeUnit.NANOSECONDS);
            channel.writeAndFlush(new DefaultHttp2PingFrame(++number));
        }
    }

    /// Takes the answer to the PING numbered `content`; any other is not ours.
    void answered(long content) {
        if (verdict != null && content == number) {
            verdict.cancel(false);
            verdict = null;
        }
    }

    void stop() {
        if (rounds != null) {
            rounds.cancel(false);
        }
        if (verdict != null) {
            verdict.cancel(false);
        }
    }
}
