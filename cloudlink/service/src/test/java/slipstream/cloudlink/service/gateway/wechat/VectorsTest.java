package slipstream.cloudlink.service.gateway.wechat;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import slipstream.cloudlink.service.tls.Pem;

/// Vectors V1 to V9, taken from the platform's own libraries (see `vectors/README.md`).
class VectorsTest {
    private static final String V1_KEY = "a7cde1ZJB1kG2e7VfTs3jQzaWizur8Gb";
    private static final String V1_CIPHERTEXT = "ulwSiIajGClcvcOYvOQ7+l+0PAbzzwI=";
    private static final Instant V3_TIME = Instant.ofEpochSecond(1624523846);
    private static final String V3_SERIAL = "D7CE59D1F522D701";

    @Test
    void v1Decrypts() throws Exception {
        assertEquals("message", decrypt(V1_KEY, "uluk4a9R25RW", "associatedData", V1_CIPHERTEXT));
    }

    @ParameterizedTest
    @CsvSource({
        "uluk4a9R25RW, bad-associatedData, ulwSiIajGClcvcOYvOQ7+l+0PAbzzwI=",
        "bad-4a9R25RW, associatedData, ulwSiIajGClcvcOYvOQ7+l+0PAbzzwI=",
    })
    void v1WithAnythingElseFails(String nonce, String associatedData, String ciphertext) {
        assertThrows(GeneralSecurityException.class, () -> decrypt(V1_KEY, nonce, associatedData, ciphertext));
    }

    @Test
    void v1WithZeroBytesFails() {
        var zeros = Base64.getEncoder().encodeToString(new byte[128]);
        assertThrows(GeneralSecurityException.class, () -> decrypt(V1_KEY, "uluk4a9R25RW", "associatedData", zeros));
    }

    @Test
    void v2Decrypts() throws Exception {
        assertEquals("Hello World", v2("testAPIv3Key0000", "FsdXzxryWfKwvLJKf8LG/ToRPTRh8RN9wROC"));
    }

    @Test
    void v2WithAnythingElseFails() {
        assertThrows(GeneralSecurityException.class, () -> v2("testAPIv3Key0000", "SGVsbG8gV29ybGQK"));
        assertThrows(
                GeneralSecurityException.class, () -> v2("testAPIv3Key1111", "FsdXzxryWfKwvLJKf8LG/ToRPTRh8RN9wROC"));
    }

    @Test
    void v3VerifiesAndDecrypts() throws Exception {
        assertEquals(Optional.empty(), verifier(V3_TIME).objection(v3(bytes("v3.notice.json"))));
        var notice = WeChatJson.NOTICE.read(bytes("v3.notice.json"));
        assertEquals("PAYSCORE.USER_OPEN_SERVICE", notice.eventType());
        var resource = notice.resource();
        assertEquals(
                text("v3.plaintext.json"),
                decrypt("testMchAPIv3Key0", resource.nonce(), resource.associatedData(), resource.ciphertext()));
    }

    @Test
    void v3IsRefusedOnceAByteChanges() throws Exception {
        var body = bytes("v3.notice.json");
        for (int at : new int[] {0, 100, body.length - 1}) {
            var changed = body.clone();
            changed[at] ^= 1;
            assertEquals(
                    Optional.of("the signature does not match"),
                    verifier(V3_TIME).objection(v3(changed)));
        }
    }

    @ParameterizedTest
    @CsvSource({"-300, false", "-299, true", "0, true", "299, true", "300, false"})
    void v3IsFreshForLessThanFiveMinutes(long secondsOff, boolean fresh) throws Exception {
        var verifier = verifier(V3_TIME.plusSeconds(secondsOff));
        assertEquals(fresh, verifier.objection(v3(bytes("v3.notice.json"))).isEmpty());
    }

    @Test
    void anUnknownSerialIsRefused() throws Exception {
        var verifier = new MessageVerifier(Map.of("PUB_KEY_ID_1", key("k1")), at(V3_TIME));
        assertTrue(verifier.objection(v3(bytes("v3.notice.json"))).orElseThrow().contains(V3_SERIAL));
    }

    @ParameterizedTest
    @CsvSource({"WECHATPAY/SIGNTEST/abcdefg", "''", "'not base64!'", "AAAA"})
    void probesAndMalformedSignaturesSimplyFail(String signature) throws Exception {
        var message = new SignedMessage("1624523846", "n", V3_SERIAL, "", signature, bytes("v3.notice.json"));
        assertEquals(
                Optional.of("the signature does not match"), verifier(V3_TIME).objection(message));
    }

    @ParameterizedTest
    @CsvSource({"''", "now", "99999999999999999999", "9223372036854775807", "-1"})
    void aTimestampThatIsNoneIsRefused(String timestamp) throws Exception {
        var message = new SignedMessage(timestamp, "n", V3_SERIAL, "", "AAAA", new byte[0]);
        assertTrue(verifier(V3_TIME).objection(message).orElseThrow().startsWith("timestamp '" + timestamp));
    }

    @Test
    void v4VerifiesAndOnlyForItsMessage() throws Exception {
        assertTrue(verifies(key("k1"), "source", text("v4.signature.txt")));
        assertFalse(verifies(key("k1"), "wrong source", text("v4.signature.txt")));
    }

    @Test
    void v4IsReproducedByOurSigner() throws Exception {
        var encoded = Base64.getMimeDecoder().decode(text("v4.testing-key.txt"));
        var key = KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(encoded));
        assertEquals(text("v4.signature.txt"), Suite.sign(key, "source".getBytes(UTF_8)));
    }

    @Test
    void thePagesCallIsSignedAsOpensslSignsThePlatformsExample() throws Exception {
        var encoded = Base64.getMimeDecoder().decode(text("v4.testing-key.txt"));
        var key = KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(encoded));
        var call = WeChatJsapi.call(
                "wx2421b1c4370ec43b",
                key,
                1395712654,
                "e61463f8efa94090b1f366cccfbbb444",
                "wx21201855730335ac86f8c43d1889123400");
        assertEquals("prepay_id=wx21201855730335ac86f8c43d1889123400", call.packaged());
        assertEquals("1395712654", call.timeStamp());
        assertEquals(text("pay-sign.signature.txt"), call.paySign());
    }

    @Test
    void v5VerifiesAndOnlyWithItsKey() throws Exception {
        assertTrue(verifies(key("k2"), "message", text("v5.signature.txt")));
        assertFalse(verifies(key("k1"), "message", text("v5.signature.txt")));
    }

    @Test
    void v6IsAPlatformCertificate() throws Exception {
        var sealed = new Sealed(null, "AEAD_AES_256_GCM", text("v6.ciphertext.txt"), "certificate", "14b16c03dc1b");
        var pem = sealed.open(V1_KEY.getBytes(UTF_8));
        assertEquals(
                "8693813ac0735cb54b6e67f25086a5924c103712255b8857049b8e502d564eb4",
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(pem)));
        var certificate = Pem.certificates("v6", new String(pem, UTF_8)).getFirst();
        assertEquals("5DEA10EF55877E3CF6C33255C2E7DEFFF7E427EC", PlatformKeys.serial(certificate));
        assertTrue(certificate.getSubjectX500Principal().getName().contains("CN=Tenpay.com sign"));
    }

    @Test
    void v7DecryptsAndOnlyItself() throws Exception {
        assertEquals("plaintext", v7("+lcLNfkZQQx+iQm20Apa3x9Mb/5L7PgZ7w=="));
        assertThrows(GeneralSecurityException.class, () -> v7("+lcLNfkZQQx+iQm20Apa3x9Mb/5L7PgZ8w=="));
        assertEquals(
                "fa2028801e86d45f5638cadafb5db2e9",
                HexFormat.of()
                        .formatHex(Aead.AEAD_SM4_GCM.key(V1_KEY.getBytes(UTF_8)).getEncoded()));
    }

    private static String v7(String ciphertext) throws GeneralSecurityException {
        var sealed = new Sealed(null, "AEAD_SM4_GCM", ciphertext, "associatedData", "uluk4a9R25RW");
        return new String(sealed.open(V1_KEY.getBytes(UTF_8)), UTF_8);
    }

    @Test
    void v8VerifiesAndOnlyForItsMessage() throws Exception {
        var signature =
                "MEYCIQD35Rp3CKt7pLme/a0GaCVmwSeOl7X/12+ppRivcJuf6QIhAO5Vpy4tSk9SJUrgH5I5Qy0aYhFG9lN0aof1f5wJOI05";
        var key = sm2Key("047bcd47f75ea19d04c0a72b4da70f57dd1b3f9337cc5dd1241881b913431939bf"
                + "69a55ef6b46710c7e1724523d0f646dd694d2483976f6e850d466378fa8b2f7e");
        assertEquals(Suite.SM2, Suite.of(key));
        assertTrue(verifies(key, "message", signature));
        assertFalse(verifies(key, "false-message", signature));
    }

    /// The point of a public key on the SM2 curve, as SubjectPublicKeyInfo.
    private static PublicKey sm2Key(String point) throws IOException {
        var head = "3059301306072a8648ce3d020106082a811ccf5501822d034200";
        return Pem.publicKey(
                "v8", Base64.getEncoder().encodeToString(HexFormat.of().parseHex(head + point)));
    }

    @Test
    void v9DecryptsV2RefundNotices() throws Exception {
        var key = "0123456789abcdef0123456789abcdef".getBytes(UTF_8);
        assertEquals("hello", new String(WeChatV2Notices.decryptEcb(key, "pZwJZBLuy3mDACEQT4YTBw=="), UTF_8));
        assertThrows(GeneralSecurityException.class, () -> WeChatV2Notices.decryptEcb(key, "pZwJZBLuy3mDACEQT4YTBg=="));
    }

    @Test
    void theCanonicalRequestIsThatOfThePlatformsOwnLibrary() {
        assertEquals(
                "GET\n/v3/pay/transactions/id/1217752501201407033233368018?mchid=1230000109\n1652750623\n"
                        + "eBYqCOxa0QudMnPvVilkTzOg3gHh5Z3u\n\n",
                RequestSigner.canonical(
                        "GET",
                        "/v3/pay/transactions/id/1217752501201407033233368018?mchid=1230000109",
                        1652750623,
                        "eBYqCOxa0QudMnPvVilkTzOg3gHh5Z3u",
                        ""));
    }

    private static String decrypt(String key, String nonce, String associatedData, String ciphertext)
            throws GeneralSecurityException {
        return new String(Aead.AEAD_AES_256_GCM.decrypt(key.getBytes(UTF_8), nonce, associatedData, ciphertext), UTF_8);
    }

    private static String v2(String key, String ciphertext) throws GeneralSecurityException {
        return decrypt(key, "wCq51qZv4Yfg", "Dl56FrqWQJF1t9LtC3vEUsniZKvbqdR8", ciphertext);
    }

    private static SignedMessage v3(byte[] body) throws IOException {
        return new SignedMessage(
                "1624523846", "EcZ9Cmy4Xyx1i6RlJQzLcCyEqDa26NBz", V3_SERIAL, "", text("v3.signature.txt"), body);
    }

    private static MessageVerifier verifier(Instant now) throws Exception {
        return new MessageVerifier(Map.of(V3_SERIAL, key("k1")), at(now));
    }

    private static Clock at(Instant now) {
        return Clock.fixed(now, ZoneOffset.UTC);
    }

    private static boolean verifies(PublicKey key, String message, String signature) {
        return Suite.matches(key, message.getBytes(UTF_8), signature);
    }

    private static PublicKey key(String name) throws Exception {
        var encoded = Base64.getDecoder().decode(text(name + ".public.txt"));
        return KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(encoded));
    }

    private static String text(String name) throws IOException {
        return new String(bytes(name), UTF_8);
    }

    private static byte[] bytes(String name) throws IOException {
        try (var stream = VectorsTest.class.getResourceAsStream("vectors/" + name)) {
            return stream.readAllBytes();
        }
    }
}
