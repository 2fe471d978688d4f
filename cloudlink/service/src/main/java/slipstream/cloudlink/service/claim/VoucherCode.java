package slipstream.cloudlink.service.claim;

import java.util.Optional;

/// What the payer shows at the till: 12 characters of Crockford's base 32, 60 random bits.
public record VoucherCode(String value) {
    private static final int CHARACTERS = 12;

    /// A new code.
    public static VoucherCode random() {
        return new VoucherCode(Crockford.random(CHARACTERS));
    }

    /// The code as somebody typed it, or a camera read it; nothing when it cannot be one.
    public static Optional<VoucherCode> read(String typed) {
        return Crockford.read(typed, CHARACTERS).map(VoucherCode::new);
    }

    /// In groups of four, as people read it out: `7K3M-0QZX-4D2B`.
    public String grouped() {
        return String.join("-", value.substring(0, 4), value.substring(4, 8), value.substring(8));
    }
}
