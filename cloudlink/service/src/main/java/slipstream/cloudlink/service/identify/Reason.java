package slipstream.cloudlink.service.identify;

import java.util.Locale;

/// Why a receipt carries a link or does not: one word an operator can count.
public enum Reason {
    /// The payer is marked: a link (rule 4).
    MARKED,
    /// The payer's first payment in the circle, and a campaign that welcomes the new: marked now, a link.
    WELCOME,
    /// The payer has bought more than the threshold: a link (rule 6).
    ENTITLED,
    /// No link of its own, but a reward waited to be printed (rule 5).
    REWARD,
    /// The payer's first payment in the circle: marked now, no link (rule 3).
    FIRST_PAYMENT,
    /// A link was earned, but the payer belongs to the control group.
    CONTROL_GROUP,
    /// The payer is marked, but nobody offers anything, or everything has gone.
    NO_OFFER,
    /// No campaign runs at this time.
    OUT_OF_WINDOW,
    /// The campaign asks for other amounts, or for another currency.
    AMOUNT_OUT_OF_RANGE,
    /// The campaign is for other payers.
    NOT_ADDRESSED,
    /// The campaign has handed out as many links as it may.
    CAP_REACHED,
    /// The payer wants nothing of all this.
    OPTED_OUT,
    /// Not paid, or given back (rule 2).
    NOT_SUCCESSFUL,
    /// The receipt tells another amount than the platform: this is not the receipt of that payment.
    AMOUNT_DIFFERS,
    /// The platform knows no such payment of this merchant, so far.
    UNKNOWN_PAYMENT,
    /// References of this kind cannot be looked up, or the merchant has entrusted nothing to look them up with: the
    /// box may print a token of its pool instead.
    UNSUPPORTED_SCHEME,
    /// The platform could not be asked.
    PLATFORM_UNAVAILABLE,
    /// Something was earned, but asked about when the receipt was out already: undecided, a reprint gets it.
    ASKED_LATE,
    /// There was a link, so long ago that it is no longer kept.
    LINK_FORGOTTEN;

    /// As on the wire: lower case, hyphens.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
