package slipstream.cloudlink.service.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClaimTokenTest {
    @Test
    void tokensAreSixteenCapitalsAndNeverTheSame() {
        var seen = new HashSet<String>();
        for (int i = 0; i < 10_000; i++) {
            var token = ClaimToken.random().value();
            assertTrue(token.matches("[0-9A-HJKMNP-TV-Z]{16}"), token);
            assertTrue(seen.add(token));
        }
    }

    @Test
    void aTokenIsReadInAnyLetterCase() {
        var token = ClaimToken.random();
        assertEquals(Optional.of(token), ClaimToken.read(token.value().toLowerCase(Locale.ROOT)));
    }

    @ParameterizedTest
    @CsvSource({"ILOilo0000000000, 1101100000000000", "0000-0000 0000-0001, 0000000000000001"})
    void whatPeopleMixUpIsReadKindly(String typed, String token) {
        assertEquals(Optional.of(new ClaimToken(token)), ClaimToken.read(typed));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "000000000000000",
                "00000000000000000",
                "U000000000000000",
                "００００００００００００００００",
                "'; DROP TABLE x;-"
            })
    void anythingElseIsNoToken(String typed) {
        assertEquals(Optional.empty(), ClaimToken.read(typed));
    }

    @Test
    void aTokenInALogClaimsNothing() {
        assertEquals("ABCD…", new ClaimToken("ABCD000000000000").toString());
    }
}
