package slipstream.device.reference;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckTest {
    /// The test numbers that card schemes publish.
    @ParameterizedTest
    @ValueSource(
            strings = {"4111111111111111", "5555555555554444", "378282246310005", "6011111111111117", "3530111333300000"
            })
    void cardNumbersPassLuhnAndTheirNeighboursDoNot(String card) {
        assertTrue(Check.LUHN.passes(card));
        char last = card.charAt(card.length() - 1);
        assertFalse(Check.LUHN.passes(card.substring(0, card.length() - 1) + (char) ('0' + (last - '0' + 1) % 10)));
    }

    /// 4006381333931 is the example of ISO/IEC 15420's users; 9780201379624 an ISBN.
    @ParameterizedTest
    @ValueSource(strings = {"4006381333931", "6901234567892", "5901234123457", "0012345678905"})
    void articleNumbersPass(String ean) {
        assertTrue(Check.EAN.passes(ean));
        assertFalse(Check.EAN.passes(ean.substring(0, 12) + (char) ('0' + (ean.charAt(12) - '0' + 3) % 10)));
    }

    /// The examples of GB 11643-1999.
    @ParameterizedTest
    @ValueSource(strings = {"11010519491231002X", "440524188001010014"})
    void identityNumbersPassTheirCheckCharacter(String identity) {
        boolean bornSince1900 = identity.startsWith("19", 6);
        assertTrue(Check.IDENTITY.passes(identity) == bornSince1900, identity);
        assertFalse(Check.IDENTITY.passes(identity.substring(0, 17) + '5'));
    }

    @ParameterizedTest
    @ValueSource(strings = {"20260229", "20261301", "20120101", "20500101", "2026112", "2026112a"})
    void daysThatAreNoneAreNone(String day) {
        assertFalse(Check.day(day, 0));
    }
}
