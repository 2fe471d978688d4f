package slipstream.cloudlink.service.claim;

import java.util.Optional;
import slipstream.cloudlink.protocol.Crockford;
import slipstream.cloudlink.service.secret.Hashes;

/// The browser that claims: a random word in its cookie, so that it may see its voucher again.
///
/// @param word 26 characters of Crockford's base 32, 130 random bits
public record Claimant(String word) {
    private static final int CHARACTERS = 26;

    /// A browser seen for the first time.
    public static Claimant random() {
        return new Claimant(Crockford.random(CHARACTERS));
    }

    /// The browser that sent this cookie; nothing when it is not one of ours.
    public static Optional<Claimant> read(String cookie) {
        return Crockford.read(cookie, CHARACTERS).map(Claimant::new);
    }

    /// What is kept of it beside one link; two links do not tell that they have the same claimant.
    public String hash(ClaimToken token) {
        return Hashes.sha256("claimant", token.value(), word);
    }
}
