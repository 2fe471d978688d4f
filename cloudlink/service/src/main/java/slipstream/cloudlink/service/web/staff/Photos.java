package slipstream.cloudlink.service.web.staff;

import io.vertx.core.Handler;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/// Takes photographs in: a few at a time, each of a bounded size, and none is kept.
final class Photos {
    private static final long MOST_BYTES = 16 * 1024 * 1024;
    private static final int MOST_AT_A_TIME = 8;

    private final Semaphore places = new Semaphore(MOST_AT_A_TIME);

    /// A route that takes a form with a photograph.
    ///
    /// @param refused what is sent when there is no place left, or the photograph is too large
    Route open(Router router, String path, Handler<RoutingContext> refused) {
        router.post(path).handler(this::takePlace).failureHandler(refused);
        return router.post(path)
                .handler(
                        BodyHandler.create(directory()).setBodyLimit(MOST_BYTES).setDeleteUploadedFilesOnEnd(true))
                .failureHandler(refused);
    }

    private void takePlace(RoutingContext ctx) {
        if (places.tryAcquire()) {
            ctx.addEndHandler(ended -> places.release());
            ctx.next();
        } else {
            ctx.fail(503);
        }
    }

    /// What the photograph of a form shows in a symbol; nothing when it shows none, or is none.
    Optional<String> text(RoutingContext ctx) {
        return ctx.fileUploads().stream()
                .findFirst()
                .flatMap(upload -> CodePhoto.read(Path.of(upload.uploadedFileName())));
    }

    private static String directory() {
        try {
            var directory = Files.createTempDirectory("slipstream-photos");
            directory.toFile().deleteOnExit();
            return directory.toString();
        } catch (IOException e) {
            throw new UncheckedIOException("no directory for photographs can be made: " + e.getMessage(), e);
        }
    }
}
