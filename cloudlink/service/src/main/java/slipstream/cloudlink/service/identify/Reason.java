package slipstream.cloudlink.service.identify;

import java.util.Locale;

/// Why a receipt carries a link or does not: one word an operator can count.
public enum Reason {
    /// The payer is marked: a link (rule 4).
    MARKED,
    /// The payer's first payment in the circle: marked now, no link (rule 3).
    FIRST_PAYMENT,
    /// The payer is marked, but nobody offers anything.
    NO_OFFER,
    /// Not paid, or given back (rule 2).
    NOT_SUCCESSFUL,
    /// The platform knows no such payment of this merchant, so far.
    UNKNOWN_PAYMENT,
    /// References of this kind cannot be looked up.
    UNSUPPORTED_SCHEME,
    /// The platform could not be asked.
    PLATFORM_UNAVAILABLE;

    /// As on the wire: lower case, hyphens.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
