package slipstream.cloudlink.service.web.http;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Takes a form and the small text files in it, in the place of a body handler. Files stay in memory, for they may be
/// keys, and are gone with the request.
///
/// @param mostBytes of the whole form
public record FormFiles(int mostBytes) implements Handler<RoutingContext> {
    private static final String KEY = FormFiles.class.getName();

    @Override
    public void handle(RoutingContext ctx) {
        var request = ctx.request();
        var files = new LinkedHashMap<String, Buffer>();
        var read = new int[1];
        request.setExpectMultipart(true);
        request.uploadHandler(upload -> {
            var content = files.computeIfAbsent(upload.filename(), name -> Buffer.buffer());
            upload.handler(content::appendBuffer);
        });
        request.handler(part -> {
            read[0] += part.length();
            if (read[0] > mostBytes && !ctx.failed()) {
                ctx.fail(413);
            }
        });
        request.exceptionHandler(broken -> {
            if (!ctx.failed()) {
                ctx.fail(400);
            }
        });
        request.endHandler(end -> {
            if (!ctx.failed()) {
                ctx.put(KEY, texts(files));
                ctx.next();
            }
        });
    }

    /// A field for files that was left empty is sent as one without name.
    private static Map<String, String> texts(Map<String, Buffer> files) {
        var texts = new LinkedHashMap<String, String>();
        files.forEach((name, content) -> {
            if (name != null && !name.isBlank()) {
                texts.put(name, content.toString());
            }
        });
        return texts;
    }

    /// The files of a form that came this way, by their names; none of any other.
    public static Map<String, String> of(RoutingContext ctx) {
        return Optional.ofNullable(ctx.<Map<String, String>>get(KEY)).orElse(Map.of());
    }
}
