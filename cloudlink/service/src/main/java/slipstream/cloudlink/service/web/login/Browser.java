package slipstream.cloudlink.service.web.login;

import io.vertx.core.http.HttpServerRequest;
import java.util.Optional;
import slipstream.cloudlink.service.merchant.Platform;

/// What a page is opened in, as far as it says so itself (`User-Agent`).
public enum Browser {
    WECHAT,
    ALIPAY,
    /// Any other.
    PLAIN;

    public static Browser of(HttpServerRequest request) {
        return of(request.getHeader("User-Agent"));
    }

    /// @param agent the header `User-Agent`, or null
    static Browser of(String agent) {
        if (agent == null) {
            return PLAIN;
        }
        return agent.contains("MicroMessenger") ? WECHAT : agent.contains("AlipayClient") ? ALIPAY : PLAIN;
    }

    /// The wallet whose browser it is.
    public Optional<Platform> wallet() {
        return switch (this) {
            case WECHAT -> Optional.of(Platform.WECHAT);
            case ALIPAY -> Optional.of(Platform.ALIPAY);
            case PLAIN -> Optional.empty();
        };
    }
}
