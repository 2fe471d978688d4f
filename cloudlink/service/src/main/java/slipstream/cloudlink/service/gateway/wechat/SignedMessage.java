package slipstream.cloudlink.service.gateway.wechat;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.Optional;
import java.util.function.Function;

/// An answer or a notice with the headers that vouch for it; the body as it came, byte for byte.
///
/// @param type how it is signed, e.g. `WECHATPAY2-SHA256-RSA2048`; may be empty, then the key tells
record SignedMessage(String timestamp, String nonce, String serial, String type, String signature, byte[] body) {
    /// Takes the headers `Wechatpay-…`; a missing one becomes empty, and will not verify.
    static SignedMessage of(Function<String, Optional<String>> header, byte[] body) {
        return new SignedMessage(
                header.apply("Wechatpay-Timestamp").orElse(""),
                header.apply("Wechatpay-Nonce").orElse(""),
                header.apply("Wechatpay-Serial").orElse(""),
                header.apply("Wechatpay-Signature-Type").orElse(""),
                header.apply("Wechatpay-Signature").orElse(""),
                body);
    }

    /// What is signed: timestamp, nonce and the raw body, each ended by a line feed.
    byte[] signed() {
        var signed = new ByteArrayOutputStream();
        signed.writeBytes((timestamp + "\n" + nonce + "\n").getBytes(UTF_8));
        signed.writeBytes(body);
        signed.write('\n');
        return signed.toByteArray();
    }
}
