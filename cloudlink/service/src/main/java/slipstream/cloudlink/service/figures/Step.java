package slipstream.cloudlink.service.figures;

import java.util.Locale;

/// How far a receipt came, in order.
public enum Step {
    /// Receipts that a box saw; told by the box.
    RECEIPTS,
    /// Receipts on which a box read a payment reference; told by the box.
    REFERENCES,
    /// Payments that the platform confirmed.
    IDENTIFIED,
    /// Of those, payments by payers who were marked before.
    MARKED,
    /// Receipts for which a link was made.
    LINKED,
    /// Links that came out on paper; told by the box.
    PRINTED,
    /// Links whose page was opened.
    SCANNED,
    /// Links that became vouchers.
    CLAIMED,
    /// Vouchers that were used.
    REDEEMED;

    /// As in tables and addresses: lower case.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Whether boxes tell it.
    public boolean toldByBoxes() {
        return this == RECEIPTS || this == REFERENCES || this == PRINTED;
    }
}
