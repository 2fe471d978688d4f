package slipstream.cloudlink.service.gateway.wechat.simulator;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import slipstream.cloudlink.service.tls.Pem;

/// What the platform does to its messages: the headers that vouch for a body, the encrypted envelope of a
/// notice, and the list of its certificates, which rotate. Safe for any number of threads.
final class PlatformSeal {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    private final String keyId;
    private final KeyPair keys;
    private final Clock clock;
    private final Map<Trust, List<Certified>> certified = new EnumMap<>(Trust.class);

    /// @param keyId the id of the platform's public key
    PlatformSeal(String keyId, KeyPair keys, Clock clock) {
        this.keyId = keyId;
        this.keys = keys;
        this.clock = clock;
    }

    /// The headers that vouch for `body` to `merchant`.
    Map<String, String> headers(String body, SimulatedMerchant merchant) {
        var timestamp = Long.toString(clock.instant().getEpochSecond());
        var nonce = word(32);
        var message = timestamp + "\n" + nonce + "\n" + body + "\n";
        var trust = merchant.trust();
        var signer = signer(trust);
        var headers = new LinkedHashMap<String, String>();
        headers.put("Wechatpay-Timestamp", timestamp);
        headers.put("Wechatpay-Nonce", nonce);
        headers.put("Wechatpay-Serial", signer == null ? keyId : signer.serial());
        headers.put("Wechatpay-Signature-Type", Crypto.scheme(trust));
        headers.put(
                "Wechatpay-Signature", Crypto.sign(trust, (signer == null ? keys : signer.keys).getPrivate(), message));
        return headers;
    }

    /// The notice that tells of an order or a refund.
    ///
    /// @param type e.g. `TRANSACTION.SUCCESS`
    /// @param original what is inside: `transaction` or `refund`
    JsonObject notice(String type, String original, JsonObject content, SimulatedMerchant merchant) {
        return new JsonObject()
                .put("id", UUID.randomUUID().toString())
                .put("create_time", clock.instant().toString())
                .put("resource_type", "encrypt-resource")
                .put("event_type", type)
                .put("summary", original.equals("refund") ? "退款成功" : "支付成功")
                .put("resource", sealed(original, content.encode(), merchant).put("original_type", original));
    }

    private static JsonObject sealed(String associatedData, String plaintext, SimulatedMerchant merchant) {
        var nonce = word(12);
        var trust = merchant.trust();
        return new JsonObject()
                .put("algorithm", Crypto.aead(trust))
                .put("ciphertext", Crypto.encrypt(trust, merchant.apiV3Key(), nonce, associatedData, plaintext))
                .put("associated_data", associatedData)
                .put("nonce", nonce);
    }

    /// The answer of `GET /v3/certificates`.
    synchronized JsonObject certificates(Trust trust, SimulatedMerchant merchant) {
        var data = new JsonArray();
        for (var one : certified(trust)) {
            data.add(new JsonObject()
                    .put("serial_no", one.serial())
                    .put("effective_time", beijing(one.certificate.getNotBefore()))
                    .put("expire_time", beijing(one.certificate.getNotAfter()))
                    .put("encrypt_certificate", sealed("certificate", Pem.text(one.certificate), merchant)));
        }
        return new JsonObject().put("data", data);
    }

    private static String beijing(Date date) {
        return OffsetDateTime.ofInstant(date.toInstant(), ZoneOffset.ofHours(8)).toString();
    }

    /// Goes on to the next step of changing certificates: a second one in the list; the second one signs; the
    /// first one gone from the list.
    synchronized void rotate(Rotation step, Trust trust) {
        var all = certified(trust);
        switch (step) {
            case BEGIN -> all.add(newCertified(trust));
            case SWITCH -> all.addFirst(all.removeLast());
            case END -> {
                if (all.size() > 1) {
                    all.removeLast();
                }
            }
        }
    }

    /// Who signs for merchants of this kind; null for the plain key.
    private synchronized Certified signer(Trust trust) {
        return trust == Trust.PUBLIC_KEY ? null : certified(trust).getFirst();
    }

    private List<Certified> certified(Trust trust) {
        return certified.computeIfAbsent(trust, kind -> new ArrayList<>(List.of(newCertified(kind))));
    }

    private Certified newCertified(Trust trust) {
        var fresh = Crypto.newKeys(trust);
        return new Certified(fresh, Crypto.certificate(fresh, trust, clock));
    }

    static String word(int characters) {
        var word = new StringBuilder(characters);
        for (int i = 0; i < characters; i++) {
            word.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return word.toString();
    }

    private record Certified(KeyPair keys, X509Certificate certificate) {
        String serial() {
            return certificate.getSerialNumber().toString(16).toUpperCase(Locale.ROOT);
        }
    }
}
