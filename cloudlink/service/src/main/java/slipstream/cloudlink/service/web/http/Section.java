package slipstream.cloudlink.service.web.http;

import io.vertx.ext.web.Router;

/// One part of what a listener offers, with addresses of its own.
@FunctionalInterface
public interface Section {
    /// Adds its addresses.
    void open(Router router);
}
