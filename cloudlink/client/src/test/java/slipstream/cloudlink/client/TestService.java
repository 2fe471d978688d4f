package slipstream.cloudlink.client;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http2.DefaultHttp2DataFrame;
import io.netty.handler.codec.http2.DefaultHttp2Headers;
import io.netty.handler.codec.http2.DefaultHttp2HeadersFrame;
import io.netty.handler.codec.http2.DefaultHttp2ResetFrame;
import io.netty.handler.codec.http2.Http2DataFrame;
import io.netty.handler.codec.http2.Http2Error;
import io.netty.handler.codec.http2.Http2FrameCodec;
import io.netty.handler.codec.http2.Http2FrameCodecBuilder;
import io.netty.handler.codec.http2.Http2Headers;
import io.netty.handler.codec.http2.Http2HeadersFrame;
import io.netty.handler.codec.http2.Http2MultiplexHandler;
import io.netty.handler.codec.http2.Http2Settings;
import io.netty.handler.codec.http2.Http2StreamChannel;
import io.netty.handler.codec.http2.Http2StreamFrame;
import io.netty.handler.ssl.ApplicationProtocolConfig;
import io.netty.handler.ssl.ClientAuth;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.SslProvider;
import java.io.ByteArrayOutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;

/// An HTTP/2 service over mutual TLS that does with each question what the test says.
final class TestService implements AutoCloseable {
    private final MultiThreadIoEventLoopGroup group = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    private final List<Channel> connections = new CopyOnWriteArrayList<>();
    private final SslContext tls;
    private final Http2Settings settings;
    private final Consumer<Asked> behaviour;
    private Channel listening;

    /// A question as the service sees it.
    record Asked(Channel stream, Http2Headers headers, String body) {
        void reply(int status, String type, String text) {
            var headers = new DefaultHttp2Headers().status(Integer.toString(status));
            if (type != null) {
                headers.set("content-type", type);
            }
            stream.write(new DefaultHttp2HeadersFrame(headers, false));
            stream.writeAndFlush(new DefaultHttp2DataFrame(Unpooled.copiedBuffer(text, StandardCharsets.UTF_8), true));
        }

        void reset(Http2Error error) {
            stream.writeAndFlush(new DefaultHttp2ResetFrame(error));
        }

        Channel connection() {
            return stream.parent();
        }

        /// Says goodbye: no question after this one is answered.
        void goAway() {
            var last = ((Http2StreamChannel) stream).stream().id();
            var context = connection().pipeline().context(Http2FrameCodec.class);
            var words = Unpooled.copiedBuffer("maintenance", StandardCharsets.UTF_8);
            connection().eventLoop().execute(() -> {
                var codec = (Http2FrameCodec) context.handler();
                codec.goAway(context, last, Http2Error.NO_ERROR.code(), words, context.newPromise());
                context.flush();
            });
        }

        X509Certificate box() {
            try {
                var session =
                        connection().pipeline().get(SslHandler.class).engine().getSession();
                return (X509Certificate) session.getPeerCertificates()[0];
            } catch (SSLPeerUnverifiedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    TestService(
            TestAuthority trusted, TestAuthority.Leaf leaf, String protocol, long streams, Consumer<Asked> behaviour) {
        this.behaviour = behaviour;
        this.settings = Http2Settings.defaultSettings().maxConcurrentStreams(streams);
        try {
            tls = SslContextBuilder.forServer(leaf.keys().getPrivate(), leaf.certificate())
                    .sslProvider(SslProvider.JDK)
                    .protocols("TLSv1.3")
                    .clientAuth(ClientAuth.REQUIRE)
                    .trustManager(trusted.certificate())
                    .applicationProtocolConfig(new ApplicationProtocolConfig(
                            ApplicationProtocolConfig.Protocol.ALPN,
                            ApplicationProtocolConfig.SelectorFailureBehavior.NO_ADVERTISE,
                            ApplicationProtocolConfig.SelectedListenerFailureBehavior.ACCEPT,
                            protocol))
                    .build();
        } catch (SSLException e) {
            throw new IllegalStateException(e);
        }
        listen(0);
    }

    /// Listens on `port`; 0 takes a free one.
    void listen(int port) {
        listening = new ServerBootstrap()
                .group(group)
                .channel(NioServerSocketChannel.class)
                .childOption(ChannelOption.SO_LINGER, 0)
                .childHandler(new ChannelInitializer<>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        connections.add(channel);
                        channel.pipeline()
                                .addLast(
                                        tls.newHandler(channel.alloc()),
                                        Http2FrameCodecBuilder.forServer()
                                                .initialSettings(settings)
                                                .gracefulShutdownTimeoutMillis(0)
                                                .build(),
                                        new Http2MultiplexHandler(new ChannelInitializer<>() {
                                            @Override
                                            protected void initChannel(Channel stream) {
                                                stream.pipeline().addLast(new Reader());
                                            }
                                        }),
                                        new Quiet());
                    }
                })
                .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))
                .syncUninterruptibly()
                .channel();
    }

    int port() {
        return ((InetSocketAddress) listening.localAddress()).getPort();
    }

    int connections() {
        return connections.size();
    }

    /// Stops listening and resets every connection, as a killed process does.
    void kill() {
        listening.close().syncUninterruptibly();
        connections.forEach(connection -> connection.eventLoop().execute(connection.unsafe()::closeForcibly));
        connections.clear();
    }

    /// Leaves connections open and never reads from them again, as a lost network does.
    void goSilent() {
        connections.forEach(connection -> connection.config().setAutoRead(false));
    }

    @Override
    public void close() {
        group.shutdownGracefully(0, 5, TimeUnit.SECONDS).syncUninterruptibly();
    }

    /// What a client does wrong here is the test's intention.
    private static final class Quiet extends ChannelInboundHandlerAdapter {
        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
            context.close();
        }
    }

    private final class Reader extends SimpleChannelInboundHandler<Http2StreamFrame> {
        private final ByteArrayOutputStream body = new ByteArrayOutputStream();
        private Http2Headers headers;

        @Override
        protected void channelRead0(ChannelHandlerContext context, Http2StreamFrame frame) {
            if (frame instanceof Http2HeadersFrame head) {
                headers = head.headers();
            } else if (frame instanceof Http2DataFrame data) {
                ByteBuf content = data.content();
                body.writeBytes(ByteBufUtil.getBytes(content));
                if (data.isEndStream()) {
                    behaviour.accept(new Asked(context.channel(), headers, body.toString(StandardCharsets.UTF_8)));
                }
            }
        }
    }
}
