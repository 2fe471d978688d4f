package slipstream.cloudlink.service.vertx;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;

/// Vert.x without its file cache: nothing is served from files, so none are copied to a temporary directory.
public final class LeanVertx {
    private LeanVertx() {}

    public static Vertx create() {
        var files = new FileSystemOptions().setFileCachingEnabled(false).setClassPathResolvingEnabled(false);
        return Vertx.vertx(new VertxOptions().setFileSystemOptions(files));
    }
}
