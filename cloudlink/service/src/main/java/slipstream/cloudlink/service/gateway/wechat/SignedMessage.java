package slipstream.cloudlink.service.gateway.wechat;

import java.util.Optional;
import java.util.function.Function;

/// An answer or a notice with the four headers that vouch for it; the body as it came, byte for byte.
public record SignedMessage(String timestamp, String nonce, String serial, String signature, byte[] body) {
    /// Takes the headers `Wechatpay-…`; a missing one becomes empty, and will not verify.
    public static SignedMessage of(Function<String, Optional<String>> header, byte[] body) {
        return new SignedMessage(
                header.apply("Wechatpay-Timestamp").orElse(""),
                header.apply("Wechatpay-Nonce").orElse(""),
                header.apply("Wechatpay-Serial").orElse(""),
                header.apply("Wechatpay-Signature").orElse(""),
                body);
    }
}
