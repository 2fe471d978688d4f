package slipstream.cloudlink.service.claim;

import java.util.Optional;
import slipstream.cloudlink.protocol.Crockford;
import slipstream.cloudlink.service.mark.PayerKey;
import slipstream.cloudlink.service.secret.Hashes;

/// Who claims, so that they may see their voucher again: a browser, by a random word in its cookie, or a payer
/// for whom a wallet has vouched, in whatever browser.
///
/// @param word of a browser 26 characters of Crockford's base 32, 130 random bits; of a payer their hash, which
///     no cookie can be
/// @param key under which it is listed what they have claimed
public record Claimant(String word, PayerKey key) {
    private static final int CHARACTERS = 26;

    /// A browser seen for the first time.
    public static Claimant random() {
        return browser(Crockford.random(CHARACTERS));
    }

    /// The browser that sent this cookie; nothing when it is not one of ours.
    public static Optional<Claimant> read(String cookie) {
        return Crockford.read(cookie, CHARACTERS).map(Claimant::browser);
    }

    /// A payer for whom a wallet has vouched.
    public static Claimant of(PayerKey payer) {
        return new Claimant(payer.hash(), payer);
    }

    private static Claimant browser(String word) {
        return new Claimant(word, new PayerKey(0, Hashes.sha256("browser", word)));
    }

    /// What is kept of it beside one link.
    public String hash(ClaimToken token) {
        return Hashes.sha256("claimant", token.value(), word);
    }

    /// Says nothing about who it is.
    @Override
    public String toString() {
        return "Claimant(masked)";
    }
}
