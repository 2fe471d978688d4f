package slipstream.cloudlink.service.gateway.wechat;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.PrivateKey;
import java.time.Clock;

/// Signs questions: `WECHATPAY2-SHA256-RSA2048`, or `WECHATPAY2-SM2-WITH-SM3` with an SM2 key.
///
/// @param mchid who asks: the merchant, or its service provider
/// @param serial of the certificate that belongs to `key`
record RequestSigner(String mchid, String serial, PrivateKey key, Clock clock) {
    RequestSigner(WeChatCredentials credentials, Clock clock) {
        this(credentials.account().asker(), credentials.serial(), credentials.key(), clock);
    }

    /// The `Authorization` header of a question.
    ///
    /// @param pathAndQuery exactly as sent, without the host
    /// @param body exactly as sent; empty for GET
    String authorization(String method, String pathAndQuery, String body) {
        var nonce = Nonce.random();
        long timestamp = clock.instant().getEpochSecond();
        var signature = Suite.sign(
                key, canonical(method, pathAndQuery, timestamp, nonce, body).getBytes(UTF_8));
        return Suite.of(key).scheme + " mchid=\"" + mchid + "\",nonce_str=\"" + nonce + "\",timestamp=\"" + timestamp
                + "\",serial_no=\"" + serial + "\",signature=\"" + signature + "\"";
    }

    /// The five lines that are signed, each ended by a line feed.
    static String canonical(String method, String pathAndQuery, long timestamp, String nonce, String body) {
        return method + "\n" + pathAndQuery + "\n" + timestamp + "\n" + nonce + "\n" + body + "\n";
    }

    /// Says who, never the key.
    @Override
    public String toString() {
        return "RequestSigner[" + mchid + "]";
    }
}
