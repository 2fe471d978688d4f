package slipstream.cloudlink.service.gateway;

import java.io.IOException;
import slipstream.cloudlink.service.merchant.Platform;

/// A merchant has entrusted us with nothing at a platform: its payments there cannot be looked up at all.
public final class NoCredentials extends IOException {
    private static final long serialVersionUID = 1;

    public NoCredentials(String merchantId, Platform platform) {
        super("merchant " + merchantId + " has no " + platform.word() + " credentials");
    }
}
