package slipstream.cloudlink.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VoucherCodeTest {
    /// The check of `V000000000000`, worked out by hand: 27 x 32^12 modulo 1021 is 284, in base 32 `8W`.
    private static final VoucherCode KNOWN = new VoucherCode("V0000000000008W");

    private final Random random = new Random(20261122);

    @Test
    void codesHaveTheirShapeAndAreNeverTheSame() {
        var seen = new HashSet<String>();
        for (int i = 0; i < 10_000; i++) {
            var code = VoucherCode.random();
            assertTrue(code.value().matches("V[0-9A-HJKMNP-TV-Z]{14}"), code.value());
            assertTrue(seen.add(code.value()));
            assertEquals(Optional.of(code), VoucherCode.read(code.value()));
        }
    }

    @Test
    void aKnownCodeHasItsKnownCheck() {
        assertEquals(Optional.of(KNOWN), VoucherCode.read("V0000-00000-0008W"));
        assertEquals("V0000-00000-0008W", KNOWN.grouped());
    }

    @Test
    void whatPeopleMixUpIsReadKindly() {
        assertEquals(Optional.of(KNOWN), VoucherCode.read(" vooo0 OOOOO-oo08w "));
        assertEquals(
                VoucherCode.read(VoucherCode.random().value().replace('1', 'l')).isPresent(), true);
    }

    @Test
    void everySingleMistakeAndEverySwapIsNoticed() {
        var code = VoucherCode.random().value();
        for (int i = 0; i < code.length(); i++) {
            for (char other : Crockford.ALPHABET.toCharArray()) {
                if (other != code.charAt(i)) {
                    var wrong = code.substring(0, i) + other + code.substring(i + 1);
                    assertEquals(Optional.empty(), VoucherCode.read(wrong), wrong);
                }
            }
            if (i > 0 && code.charAt(i) != code.charAt(i - 1)) {
                var swapped = code.substring(0, i - 1) + code.charAt(i) + code.charAt(i - 1) + code.substring(i + 1);
                assertEquals(Optional.empty(), VoucherCode.read(swapped), swapped);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "V", "V000000000000N", "V0000000000008WB", "W0000000000008W", "V0000000000008U", "券"})
    void anythingElseIsNoCode(String typed) {
        assertEquals(Optional.empty(), VoucherCode.read(typed));
    }

    @Test
    void aReceiptsCodesAreFoundInAnyPlaceAndLetterCase() {
        var one = VoucherCode.random();
        var other = VoucherCode.random();
        var receipt = "拿铁 x2      56.00\n券:" + one.value() + "\nCoupon "
                + other.grouped().toLowerCase(Locale.ROOT) + ", -10.00\n(" + one.grouped() + ")\n";
        assertEquals(List.of(one, other), VoucherCode.find(receipt));
    }

    @Test
    void aCodeAmidOtherLettersOrDigitsIsNone() {
        var code = VoucherCode.random();
        for (var text : List.of("X" + code.value(), code.value() + "0", "9" + code.grouped(), code.grouped() + "z")) {
            assertEquals(List.of(), VoucherCode.find(text), text);
        }
        var halfGrouped = code.grouped().replaceFirst("-", "");
        assertEquals(List.of(), VoucherCode.find(halfGrouped));
    }

    @Test
    void receiptsFullOfNumbersShowNoCode() {
        for (int i = 0; i < 2_000; i++) {
            var digits = IntStream.range(0, 400)
                    .mapToObj(n -> random.nextInt(9) == 0 ? " " : Integer.toString(random.nextInt(10)))
                    .collect(Collectors.joining());
            assertEquals(List.of(), VoucherCode.find(digits));
        }
    }

    @Test
    void ofWordsThatLookLikeCodesOneInAThousandPasses() {
        int tries = 200_000;
        int passed = 0;
        for (int i = 0; i < tries; i++) {
            passed += VoucherCode.find("V" + Crockford.random(14)).size();
        }
        assertTrue(passed < 2 * tries / 1021, passed + " of " + tries);
        assertTrue(passed > 0, "this test sends some that are right by chance");
    }

    @Test
    void aCodeInALogRedeemsNothing() {
        assertEquals("V0000…", KNOWN.toString());
        assertNotEquals(KNOWN.value(), KNOWN.toString());
        assertEquals("…", new VoucherCode("").toString());
    }
}
