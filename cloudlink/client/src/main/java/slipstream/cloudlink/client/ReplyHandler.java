package slipstream.cloudlink.client;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http2.Http2DataFrame;
import io.netty.handler.codec.http2.Http2Error;
import io.netty.handler.codec.http2.Http2GoAwayFrame;
import io.netty.handler.codec.http2.Http2Headers;
import io.netty.handler.codec.http2.Http2HeadersFrame;
import io.netty.handler.codec.http2.Http2ResetFrame;
import io.netty.handler.codec.http2.Http2StreamFrame;
import io.netty.util.ReferenceCountUtil;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/// Gathers the reply on one stream, within bounds, and settles the question with it.
final class ReplyHandler extends SimpleChannelInboundHandler<Http2StreamFrame> {
    /// The longest body that is read, in bytes; an answer needs some hundred.
    static final int LONGEST_BODY = 16 * 1024;

    private static final int FIRST_FINAL_STATUS = 200;
    private static final int NO_STATUS = 0;

    private final Question<?> question;
    private final ByteArrayOutputStream body = new ByteArrayOutputStream(512);
    private int status = NO_STATUS;
    private String contentType = "";

    ReplyHandler(Question<?> question) {
        this.question = question;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, Http2StreamFrame frame) {
        if (question.future().isDone()) {
            return;
        }
        switch (frame) {
            case Http2HeadersFrame headers -> head(headers.headers(), headers.isEndStream());
            case Http2DataFrame data -> data(data.content(), data.isEndStream());
            default -> {}
        }
    }

    private void head(Http2Headers headers, boolean last) {
        if (status == NO_STATUS) {
            var found = status(headers.status());
            if (found < 100 || found > 599) {
                question.fail(new Failure.Garbage("no status, expected 100 to 599"));
                return;
            }
            if (found >= FIRST_FINAL_STATUS) {
                status = found;
                var type = headers.get("content-type");
                contentType = type == null ? "" : type.toString();
            }
        }
        if (last) {
            settle();
        }
    }

    private void data(ByteBuf content, boolean last) {
        if (body.size() + content.readableBytes() > LONGEST_BODY) {
            question.fail(new Failure.Garbage("more than " + LONGEST_BODY + " bytes, expected a short JSON message"));
            return;
        }
        try {
            content.readBytes(body, content.readableBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (last) {
            settle();
        }
    }

    private void settle() {
        new Reply(status, contentType, body.toByteArray()).settle(question);
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        switch (event) {
            case Http2ResetFrame reset ->
                question.fail(new Failure.Lost("the service reset it, " + named(reset.errorCode())));
            case Http2GoAwayFrame ignored ->
                question.fail(new Failure.Lost("the service said goodbye without reading it"));
            default -> {}
        }
        ReferenceCountUtil.release(event);
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        question.fail(new Failure.Lost("its stream was closed without an answer"));
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        question.fail(new Failure.Garbage(Reasons.of(cause)));
        context.close();
    }

    /// The status as a number; -1 when there is none.
    private static int status(CharSequence text) {
        try {
            return text == null ? -1 : Integer.parseInt(text, 0, text.length(), 10);
        } catch (NumberFormatException ignored) {
            return -1;
        }
    }

    static String named(long errorCode) {
        var error = Http2Error.valueOf(errorCode);
        return error == null ? "code " + errorCode : error.name();
    }
}
