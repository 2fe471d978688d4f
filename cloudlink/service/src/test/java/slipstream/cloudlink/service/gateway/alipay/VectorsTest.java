package slipstream.cloudlink.service.gateway.alipay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import slipstream.cloudlink.service.tls.Pem;

/// Vectors A1 to A5 and the numbers of certificates, taken from the platform's own libraries (see
/// `vectors/README.md`).
class VectorsTest {
    private static final Map<String, String> A3 = Map.of(
            "method", "koubei.marketing.data.indicator.query", "app_id", "2019090366875133", "sign_type", "RSA2");

    @Test
    void a1EncryptsAndDecrypts() throws Exception {
        var key = Base64.getDecoder().decode("aa4BtZ4tspm2wnXLb1ThQA==");
        assertEquals("ILpoMowjIQjfYMR847rnFQ==", ContentCipher.AES.encrypt(key, "test1234567".getBytes(UTF_8)));
        assertEquals("test1234567", decrypt(ContentCipher.AES, key, "ILpoMowjIQjfYMR847rnFQ=="));
    }

    @ParameterizedTest
    @CsvSource({
        "AES, Xg5Qdr1jGhRugqAdBHYgl94KzwIqcaA37/dMvR1PeSc=",
        "AES_V2, 2QL0g2nIXPryV+HHfsjcFiekGJIczOnP3DB8PakDw89AzuFjayOxIE19Zu8OyY3O",
        "SM4, eYOm33zpxniyBwCUAgSUX9EcGrkj56LhXxiuo0VyY4OfkLFA51Qeyrz6OnuA8pkjuw==",
    })
    void a2Decrypts(ContentCipher cipher, String ciphertext) throws Exception {
        assertEquals("test1234567你好", decrypt(cipher, a2Key(), ciphertext));
        var wrong = a2Key();
        wrong[0] ^= 1;
        assertThrows(GeneralSecurityException.class, () -> cipher.decrypt(wrong, ciphertext));
    }

    @ParameterizedTest
    @EnumSource
    void whatIsEncryptedIsDecryptedAgain(ContentCipher cipher) throws Exception {
        var ciphertext = cipher.encrypt(a2Key(), "{\"trade_no\":\"1\"}".getBytes(UTF_8));
        assertEquals("{\"trade_no\":\"1\"}", decrypt(cipher, a2Key(), ciphertext));
        assertThrows(GeneralSecurityException.class, () -> cipher.decrypt(a2Key(), "not base64!"));
        assertThrows(GeneralSecurityException.class, () -> cipher.decrypt(a2Key(), "AAAA"));
    }

    @Test
    void a3VerifiesByTheRuleThatKeepsTheKindOfSignature() throws Exception {
        var content = SignContent.of(A3, SignContent.OF_REQUEST);
        assertEquals("app_id=2019090366875133&method=koubei.marketing.data.indicator.query&sign_type=RSA2", content);
        assertTrue(verifies(content, "a3.signature.txt"));
        assertFalse(verifies(SignContent.of(A3, SignContent.OF_NOTICE), "a3.signature.txt"));
    }

    @Test
    void a4VerifiesChineseText() throws Exception {
        var parameters = new TreeMap<>(A3);
        parameters.put("extra", "中文测试");
        parameters.put("empty", "");
        parameters.put("sign", "left out");
        assertTrue(verifies(SignContent.of(parameters, SignContent.OF_REQUEST), "a4.signature.txt"));
        parameters.put("extra", "中文测验");
        assertFalse(verifies(SignContent.of(parameters, SignContent.OF_REQUEST), "a4.signature.txt"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"code\":\"10000\",\"msg\":\"Success\",\"nested\":{\"a\":1,\"b\":\"2\"},\"trade_no\":\"2019\"}",
                "{\"code\":\"10000\",\"nested\":{\"a\":1,\"array\":[\"1\",\"2\",\"3\"]},\"trade_no\":\"2019\"}",
                "{\"code\":\"10000\",\"out_trade_no\":\"201{5}0320010101001{}\",\"trade_no\":\"2019\"}",
                "{\"code\":\"10000\",\"out_{trade}_{no}\":\"201{5}0320010101001{}\",\"trade_no\":\"2019\"}",
                "{\"code\":\"100}00\",\"msg\":\"Suc}cess\",\"nested\":{\"array\":[\"{1\",\"2\"]},\"no\":\"2019062{3\"}",
                "{\"co{de\":\"100}00\",\"ms}g\":\"Suc}cess\",\"ne{sted\":{\"a\":1},\"{out_{trade}_{no}\":\"1{5}{}\"}",
                "{\"code\":\"100}00\",\"ms}g\":\"Suc\\\"}cess\",\"array\":[\"\\\"{1\",\"2\"],\"{no}\":\"201{5\\\"}0{}\"}",
                "{\"code\":\"10000\\\\\",         \"msg\": \"Success\",   \"\\\\no\\\\\": \"\\\\\\\\2015\\\\\\\\\"     }",
                "\"eyJjb2RlIjoiMTAwMDAiLCJtc2ciOiJTdWNjZXNzIn0=\"",
                "{}",
                "[{\"a\":[]},{}]",
                "{\"name\":\"山间咖啡\"}",
            })
    void a5TakesTheNodeAsItStands(String node) {
        for (var answer : new String[] {
            "{\"alipay_trade_create_response\":%s,\"sign\":\"TS355N0QjK1r9GyD4YOsG5\"}",
            "{\"alipay_trade_create_response\"      :      %s,\"sign\":\"TS355N0QjK1r9GyD4YOsG5\"}",
            "{\"sign\":\"TS355N0QjK1r9GyD4YOsG5\",\n \"alipay_trade_create_response\":%s\t}",
            "{\"n\":-1.5e3,\"t\":true ,\"alipay_trade_create_response\":%s,     \"sign\": \"TS355N0QjK1r9GyD4YOsG5\" }",
        }) {
            var raw = RawAnswer.of(answer.formatted(node).getBytes(UTF_8)).orElseThrow();
            assertArrayEquals(
                    node.getBytes(UTF_8),
                    raw.raw("alipay_trade_create_response").orElseThrow());
            assertEquals(Optional.of("TS355N0QjK1r9GyD4YOsG5"), raw.text("sign"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "[]",
                "{",
                "{\"a\"",
                "{\"a\":",
                "{\"a\":{",
                "{\"a\":\"",
                "{\"a\":\"\\",
                "{\"a\":1,\"a\":2}",
                "{\"a\":{}\"b\":1}",
                "{a:1}",
                "{\"a\":[}"
            })
    void whatIsNoWholeObjectIsNotTakenApart(String text) {
        assertEquals(Optional.empty(), RawAnswer.of(text.getBytes(UTF_8)));
    }

    @Test
    void certificatesHaveTheNumbersThatThePlatformGivesThem() throws Exception {
        var roots = Pem.certificates("roots", text("root-certificates.txt"));
        assertEquals(
                "687b59193f3f462dd5336e5abf83c5d8_02941eef3187dddf3d3b83462e1dfcf6", CertificateNumbers.ofRoots(roots));
        var own = Pem.certificates("own", text("alipay-certificate.txt")).getFirst();
        assertEquals("7513daaaa48aa3ba2e4018d84402479c", CertificateNumbers.of(own));
    }

    private static byte[] a2Key() {
        return Base64.getDecoder().decode("vEARwBsVE8dBrk0tiaNQtQ==");
    }

    private static String decrypt(ContentCipher cipher, byte[] key, String ciphertext) throws GeneralSecurityException {
        return new String(cipher.decrypt(key, ciphertext), UTF_8);
    }

    private static boolean verifies(String content, String signature) throws IOException {
        return SignContent.matches(
                Pem.publicKey("k3", text("k3.public.txt")), content.getBytes(UTF_8), text(signature));
    }

    private static String text(String name) throws IOException {
        try (var stream = VectorsTest.class.getResourceAsStream("vectors/" + name)) {
            return new String(stream.readAllBytes(), UTF_8);
        }
    }
}
