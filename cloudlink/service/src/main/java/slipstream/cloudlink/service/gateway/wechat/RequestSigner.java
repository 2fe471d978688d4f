package slipstream.cloudlink.service.gateway.wechat;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.time.Clock;
import java.util.Base64;
import java.util.HexFormat;

/// Signs questions: `WECHATPAY2-SHA256-RSA2048`.
final class RequestSigner {
    static final String SCHEME = "WECHATPAY2-SHA256-RSA2048";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final String mchid;
    private final String serial;
    private final PrivateKey key;
    private final Clock clock;

    RequestSigner(WeChatCredentials credentials, Clock clock) {
        this(credentials.mchid(), credentials.serial(), credentials.key(), clock);
    }

    RequestSigner(String mchid, String serial, PrivateKey key, Clock clock) {
        this.mchid = mchid;
        this.serial = serial;
        this.key = key;
        this.clock = clock;
    }

    /// The `Authorization` header of a question.
    ///
    /// @param pathAndQuery exactly as sent, without the host
    /// @param body exactly as sent; empty for GET
    String authorization(String method, String pathAndQuery, String body) {
        var nonce = nonce();
        long timestamp = clock.instant().getEpochSecond();
        var signature = sign(key, canonical(method, pathAndQuery, timestamp, nonce, body));
        return SCHEME + " mchid=\"" + mchid + "\",nonce_str=\"" + nonce + "\",timestamp=\"" + timestamp
                + "\",serial_no=\"" + serial + "\",signature=\"" + signature + "\"";
    }

    /// The five lines that are signed, each ended by a line feed.
    static String canonical(String method, String pathAndQuery, long timestamp, String nonce, String body) {
        return method + "\n" + pathAndQuery + "\n" + timestamp + "\n" + nonce + "\n" + body + "\n";
    }

    /// SHA256withRSA (PKCS#1 v1.5) in base64.
    static String sign(PrivateKey key, String message) {
        try {
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key);
            signature.update(message.getBytes(UTF_8));
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the merchant's private key cannot sign: " + e.getMessage(), e);
        }
    }

    private static String nonce() {
        var bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().withUpperCase().formatHex(bytes);
    }
}
