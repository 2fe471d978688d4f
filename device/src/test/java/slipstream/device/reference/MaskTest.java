package slipstream.device.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaskTest {
    @ParameterizedTest
    @CsvSource({
        "付款码:134567890123456789, 付款码:**************6789",
        "付款码 1345 6789 0123 4567 89, 付款码 **** **** **** **67 89",
        "2812345678901234567, ***************4567",
        "6212345678901234567, ***************4567",
        "卡号 4111 1111 1111 1111 有效期, 卡号 **** **** **** 1111 有效期",
        "卡号 4111-1111-1111-1111, 卡号 ****-****-****-1111",
        "支付宝账号 2088123456789012, 支付宝账号 ************9012",
        "身份证 11010519491231002X, 身份证 **************002X",
        "Tel 13812345678, Tel *******5678"
    })
    void whatPaysOrNamesAPersonIsHidden(String line, String masked) {
        assertEquals(masked, Mask.secrets(line));
    }

    @ParameterizedTest
    @CsvSource({"交易单号:4200001234202611221234567890", "合计 12.80", "2026112218300012", "4006381333931", "参考号 123456789012"
    })
    void everythingElseStays(String line) {
        assertEquals(line, Mask.secrets(line));
    }

    @ParameterizedTest
    @CsvSource({
        "卡号 3782 822463 10005, 卡号 **** ****** *0005",
        "卡号 622202 1234567890128, 卡号 ****** *********0128",
        "1345 67890123456789, **** **********6789",
        "４１１１１１１１１１１１１１１１, ************１１１１",
        "VISA4111111111111111, ****************1111"
    })
    void groupsOfAnySizeAreHiddenToo(String line, String masked) {
        assertEquals(masked, Mask.secrets(line));
    }

    @Test
    void whatOthersWroteIsShownWithoutLongNumbers() {
        assertEquals(
                "java.lang.NumberFormatException: For input string: \"**************6789\"",
                Mask.digits("java.lang.NumberFormatException: For input string: \"134567890123456789\""));
        assertEquals("12 bytes wait, 7 are held", Mask.digits("12 bytes wait, 7 are held"));
    }

    @Test
    void aMaskShowsTheEnd() {
        assertEquals("************************7890", Mask.of("4200001234202611221234567890"));
        assertEquals("****56", Mask.of("123456"));
        assertEquals("", Mask.of(""));
    }
}
