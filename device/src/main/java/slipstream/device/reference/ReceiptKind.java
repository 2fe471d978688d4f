package slipstream.device.reference;

/// What a receipt is for.
public enum ReceiptKind {
    /// The customer's receipt of a payment.
    SALE("sale"),
    /// Money given back, or a payment undone.
    REFUND("refund"),
    /// The shop's own copy of a card slip.
    MERCHANT_COPY("merchant-copy"),
    /// What the kitchen or the bar is to make.
    KITCHEN("kitchen"),
    /// Figures of a shift or a day.
    REPORT("report"),
    /// Nothing tells.
    UNKNOWN("unknown");

    private final String word;

    ReceiptKind(String word) {
        this.word = word;
    }

    /// The kind as commands and reports write it.
    public String word() {
        return word;
    }

    /// Whether such a receipt is handed to a customer who paid.
    public boolean customers() {
        return this == SALE || this == UNKNOWN;
    }
}
