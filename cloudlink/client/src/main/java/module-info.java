/// The box's end of the line to the identification service.
module slipstream.cloudlink.client {
    requires transitive slipstream.cloudlink.protocol;
    requires io.avaje.json;
    requires io.netty.buffer;
    requires io.netty.codec.http2;
    requires io.netty.common;
    requires io.netty.handler;
    requires io.netty.transport;
    requires org.tinylog.api;

    exports slipstream.cloudlink.client;
}
