package slipstream.cloudlink.service.account;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {
    private static final byte[] SECRET = "12345678901234567890".getBytes(US_ASCII);
    private static final String BASE32 = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    /// RFC 6238, appendix B, the rows of SHA-1.
    @ParameterizedTest
    @CsvSource({
        "59, 94287082",
        "1111111109, 07081804",
        "1111111111, 14050471",
        "1234567890, 89005924",
        "2000000000, 69279037",
        "20000000000, 65353130"
    })
    void theVectorsOfRfc6238(long seconds, String code) {
        assertEquals(code, Totp.code(SECRET, seconds / 30, 8));
        assertEquals(code.substring(2), Totp.at(BASE32, Instant.ofEpochSecond(seconds)));
    }

    /// RFC 4226, appendix D.
    @ParameterizedTest
    @CsvSource({
        "0, 755224", "1, 287082", "2, 359152", "3, 969429", "4, 338314",
        "5, 254676", "6, 287922", "7, 162583", "8, 399871", "9, 520489"
    })
    void theVectorsOfRfc4226(long count, String code) {
        assertEquals(code, Totp.code(SECRET, count, 6));
    }

    @Test
    void aCodeIsTakenAStepEarlyOrLateAndNoFurther() {
        var now = Instant.ofEpochSecond(1111111109);
        long step = 1111111109 / 30;
        for (long off = -1; off <= 1; off++) {
            assertEquals(OptionalLong.of(step), Totp.step(BASE32, "081804", now.plusSeconds(30 * off), 0));
        }
        assertEquals(OptionalLong.empty(), Totp.step(BASE32, "081804", now.plusSeconds(60), 0));
        assertEquals(OptionalLong.empty(), Totp.step(BASE32, "081804", now.minusSeconds(60), 0));
    }

    @Test
    void aCodeThatWasUsedIsNotTakenAgainNorAnEarlierOne() {
        var now = Instant.ofEpochSecond(1111111109);
        assertEquals(OptionalLong.empty(), Totp.step(BASE32, "081804", now, 1111111109 / 30));
        assertEquals(OptionalLong.empty(), Totp.step(BASE32, "", now, 0));
        assertEquals(OptionalLong.empty(), Totp.step(BASE32, "abcdef", now, 0));
    }

    @Test
    void secretsAreNewEachTimeAndNamesAreEncodedInTheAddress() {
        assertNotEquals(Totp.newSecret(), Totp.newSecret());
        assertTrue(Totp.newSecret().matches("[A-Z2-7]{32}"));
        assertEquals(
                "otpauth://totp/Slip%20stream:a%26b?secret=" + BASE32 + "&issuer=Slip%20stream",
                Totp.uri("Slip stream", "a&b", BASE32));
    }
}
