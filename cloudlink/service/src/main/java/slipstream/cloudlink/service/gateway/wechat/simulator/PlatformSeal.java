package slipstream.cloudlink.service.gateway.wechat.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.json.JsonObject;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.time.Clock;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// What the platform does to its messages: the four headers that vouch for a body, and the encrypted
/// envelope of a notice.
record PlatformSeal(String keyId, PrivateKey key, Clock clock) {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    /// The headers that vouch for `body`.
    Map<String, String> headers(String body) {
        var timestamp = Long.toString(clock.instant().getEpochSecond());
        var nonce = word(32);
        var headers = new LinkedHashMap<String, String>();
        headers.put("Wechatpay-Timestamp", timestamp);
        headers.put("Wechatpay-Nonce", nonce);
        headers.put("Wechatpay-Serial", keyId);
        headers.put("Wechatpay-Signature-Type", "WECHATPAY2-SHA256-RSA2048");
        headers.put("Wechatpay-Signature", sign(timestamp + "\n" + nonce + "\n" + body + "\n"));
        return headers;
    }

    private String sign(String message) {
        try {
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key);
            signature.update(message.getBytes(UTF_8));
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the platform's key cannot sign", e);
        }
    }

    /// The notice that tells of a paid order.
    JsonObject notice(Order order, String apiV3Key) {
        var nonce = word(12);
        var plaintext = order.json(clock.instant()).encode();
        return new JsonObject()
                .put("id", UUID.randomUUID().toString())
                .put("create_time", clock.instant().toString())
                .put("resource_type", "encrypt-resource")
                .put("event_type", "TRANSACTION.SUCCESS")
                .put("summary", "支付成功")
                .put(
                        "resource",
                        new JsonObject()
                                .put("original_type", "transaction")
                                .put("algorithm", "AEAD_AES_256_GCM")
                                .put("ciphertext", encrypt(apiV3Key, nonce, "transaction", plaintext))
                                .put("associated_data", "transaction")
                                .put("nonce", nonce));
    }

    private static String encrypt(String apiV3Key, String nonce, String associatedData, String plaintext) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(
                    Cipher.ENCRYPT_MODE,
                    new SecretKeySpec(apiV3Key.getBytes(UTF_8), "AES"),
                    new GCMParameterSpec(128, nonce.getBytes(UTF_8)));
            cipher.updateAAD(associatedData.getBytes(UTF_8));
            return Base64.getEncoder().encodeToString(cipher.doFinal(plaintext.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the APIv3 key cannot encrypt", e);
        }
    }

    static String word(int characters) {
        var word = new StringBuilder(characters);
        for (int i = 0; i < characters; i++) {
            word.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return word.toString();
    }
}
