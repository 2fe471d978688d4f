package slipstream.cloudlink.service.gateway.wechat;

import java.security.SecureRandom;
import java.util.HexFormat;

/// Random words that count once.
final class Nonce {
    private static final SecureRandom RANDOM = new SecureRandom();

    private Nonce() {}

    /// 32 digits and capitals.
    static String random() {
        var bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().withUpperCase().formatHex(bytes);
    }
}
