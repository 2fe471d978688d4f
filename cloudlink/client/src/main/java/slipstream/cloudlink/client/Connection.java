package slipstream.cloudlink.client;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http2.Http2GoAwayFrame;
import io.netty.handler.codec.http2.Http2PingFrame;
import io.netty.handler.codec.http2.Http2SettingsFrame;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;
import io.netty.util.ReferenceCountUtil;
import java.nio.charset.StandardCharsets;

/// One connection, from its first byte to its end: greeting, PINGs, GOAWAY.
///
/// It is open for questions once the service's SETTINGS have come: with TLS 1.3 that is the first sign that
/// the service has accepted *our* certificate. Event loop thread only.
final class Connection extends ChannelInboundHandlerAdapter {
    /// Who keeps connections up. Called on the event loop thread.
    interface Owner {
        /// The connection takes questions now.
        void ready(Connection connection);

        /// The connection takes no more questions, because of `why`; told once.
        void over(Connection connection, String why);
    }

    private final Owner owner;
    private final Timings timings;
    private final Channel channel;
    private final Streams streams;
    private final Pinger pinger;
    private boolean greeted;
    private boolean leaving;
    private boolean ended;

    Connection(Owner owner, ClientOptions options, Channel channel) {
        this.owner = owner;
        this.timings = options.timings();
        this.channel = channel;
        this.streams = new Streams(channel, options, this::streamsChanged, this::leave);
        this.pinger = new Pinger(
                channel,
                timings,
                () -> end("no answer to a PING within " + timings.pingAnswer().toMillis() + " ms"));
    }

    /// Sends `question`, or fails it at once when this connection is over.
    void ask(Question<?> question) {
        if (leaving || ended) {
            question.fail(new Failure.NotConnected("the connection is just being replaced"));
        } else {
            streams.ask(question, this::doubt);
        }
    }

    /// A question timed out: find out now whether anyone is there, not at the next round.
    private void doubt() {
        if (!ended) {
            pinger.ping();
        }
    }

    /// Ends the connection because of `why`; the questions on it fail at once.
    void end(String why) {
        end(why, new Failure.Lost(why));
    }

    /// Ends the connection because the client is closed.
    void close() {
        end("the client was closed", new Failure.Closed());
    }

    private void end(String why, Failure failure) {
        if (!ended) {
            ended = true;
            pinger.stop();
            streams.failAll(failure);
            channel.close();
            tellOver(why);
        }
    }

    /// Takes no more questions; ends when those under way have ended.
    private void leave(String why) {
        if (!ended) {
            streams.failUnsent(new Failure.NotConnected(why));
            tellOver(why);
            streamsChanged();
        }
    }

    private void tellOver(String why) {
        if (!leaving) {
            leaving = true;
            owner.over(this, why);
        }
    }

    private void streamsChanged() {
        if (leaving && streams.isIdle()) {
            end("its last question has ended");
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        try {
            switch (message) {
                case Http2SettingsFrame settings -> settingsCame();
                case Http2PingFrame ping -> {
                    if (ping.ack()) {
                        pinger.answered(ping.content());
                    }
                }
                case Http2GoAwayFrame goodbye -> leave(reason(goodbye));
                default -> {}
            }
        } finally {
            ReferenceCountUtil.release(message);
        }
    }

    private void settingsCame() {
        streams.settingsCame();
        if (!greeted && !ended) {
            greeted = true;
            pinger.start();
            owner.ready(this);
        }
    }

    private static String reason(Http2GoAwayFrame goodbye) {
        var words = Words.plain(goodbye.content().toString(StandardCharsets.UTF_8));
        return "the service said goodbye, " + ReplyHandler.named(goodbye.errorCode())
                + (words.isEmpty() ? "" : " (" + words + ")");
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        if (event instanceof SslHandshakeCompletionEvent handshake) {
            if (!handshake.isSuccess()) {
                end(Reasons.of(handshake.cause()));
            } else if (!"h2".equals(context.pipeline().get(SslHandler.class).applicationProtocol())) {
                end("the service does not speak HTTP/2");
            } else if (!ended) {
                Route.layHttp2(context);
            }
        }
        ReferenceCountUtil.release(event);
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        end("the service closed the connection");
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        end(Reasons.of(cause));
    }
}
