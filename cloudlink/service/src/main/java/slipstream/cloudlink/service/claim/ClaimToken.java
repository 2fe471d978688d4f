package slipstream.cloudlink.service.claim;

import java.util.HexFormat;
import java.util.Optional;
import slipstream.cloudlink.protocol.Crockford;

/// The secret in a claim link: 16 characters of Crockford's base 32, 80 random bits.
///
/// @param value capitals and digits, so that the link is an alphanumeric QR symbol
public record ClaimToken(String value) {
    private static final int CHARACTERS = 16;

    /// A new token.
    public static ClaimToken random() {
        return new ClaimToken(Crockford.random(CHARACTERS));
    }

    /// The token that follows from a keyed hash, always the same.
    ///
    /// @param hash at least 32 hexadecimal digits
    public static ClaimToken from(String hash) {
        return new ClaimToken(Crockford.of(HexFormat.of().parseHex(hash, 0, 2 * CHARACTERS)));
    }

    /// The token in an address, in any letter case; nothing when it cannot be one.
    public static Optional<ClaimToken> read(String typed) {
        return Crockford.read(typed, CHARACTERS).map(ClaimToken::new);
    }

    /// The first four characters only: enough to find a line in a log, too few to claim.
    @Override
    public String toString() {
        return value.substring(0, 4) + "…";
    }
}
