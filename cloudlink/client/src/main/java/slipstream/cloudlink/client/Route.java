package slipstream.cloudlink.client;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.handler.codec.http2.Http2FrameCodecBuilder;
import io.netty.handler.codec.http2.Http2MultiplexHandler;
import io.netty.handler.codec.http2.Http2Settings;
import io.netty.handler.ssl.ApplicationProtocolConfig;
import io.netty.handler.ssl.ApplicationProtocolConfig.Protocol;
import io.netty.handler.ssl.ApplicationProtocolConfig.SelectedListenerFailureBehavior;
import io.netty.handler.ssl.ApplicationProtocolConfig.SelectorFailureBehavior;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.cert.X509Certificate;

/// All that one attempt to connect needs and that may take long to find: address and TLS.
///
/// @param address one of the service's addresses
/// @param tls who we are and whom we trust
record Route(InetSocketAddress address, SslContext tls) {
    private static final int LONGEST_HEADERS = 8 * 1024;

    /// Reads the credentials and looks up the service's address. Blocks: not for the event loop thread.
    ///
    /// @param attempt counts from 0; a service with several addresses gets the next one at each attempt
    static Route find(ClientOptions options, int attempt) throws CredentialsException, IOException {
        var tls = tls(Credentials.read(options));
        var addresses = InetAddress.getAllByName(options.host());
        var address = addresses[Math.floorMod(attempt, addresses.length)];
        return new Route(new InetSocketAddress(address, options.port()), tls);
    }

    private static SslContext tls(Credentials credentials) throws IOException {
        return SslContextBuilder.forClient()
                .sslProvider(SslProvider.JDK)
                .protocols("TLSv1.3")
                .keyManager(credentials.key(), credentials.chain().toArray(X509Certificate[]::new))
                .trustManager(credentials.authorities().toArray(X509Certificate[]::new))
                .endpointIdentificationAlgorithm("HTTPS")
                .applicationProtocolConfig(new ApplicationProtocolConfig(
                        Protocol.ALPN,
                        SelectorFailureBehavior.NO_ADVERTISE,
                        SelectedListenerFailureBehavior.ACCEPT,
                        "h2"))
                .build();
    }

    /// Lays TLS under `connection`.
    void lay(Channel channel, ClientOptions options, Connection connection) {
        var timings = options.timings();
        var tlsHandler = tls.newHandler(channel.alloc(), options.host(), options.port());
        tlsHandler.setHandshakeTimeoutMillis(timings.connect().toMillis());
        tlsHandler.setCloseNotifyFlushTimeoutMillis(timings.pingAnswer().toMillis());
        channel.pipeline().addLast(tlsHandler, connection);
    }

    /// Lays HTTP/2 between TLS and the connection's own handler.
    ///
    /// Only once TLS stands: a preface that waits in the TLS handler is leaked by it when the attempt is given
    /// up (seen with Netty 4.2.18).
    static void layHttp2(ChannelHandlerContext connection) {
        var codec = Http2FrameCodecBuilder.forClient()
                .initialSettings(
                        Http2Settings.defaultSettings().pushEnabled(false).maxHeaderListSize(LONGEST_HEADERS))
                .gracefulShutdownTimeoutMillis(0)
                .build();
        connection
                .pipeline()
                .addBefore(connection.name(), "http2", codec)
                .addBefore(connection.name(), "streams", new Http2MultiplexHandler(unasked()));
    }

    /// What the service opens by itself is closed: there is no push.
    private static ChannelHandler unasked() {
        return new ChannelInitializer<>() {
            @Override
            protected void initChannel(Channel channel) {
                channel.close();
            }
        };
    }
}
