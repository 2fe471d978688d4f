package slipstream.device.reference.kind;

/// What a receipt is for.
public enum ReceiptKind {
    /// A printer or till being tried out, or somebody being trained.
    TEST_PRINT("test-print"),
    /// Figures of a shift or a day.
    REPORT("report"),
    /// Money given back, or a payment undone.
    REFUND("refund"),
    /// The shop's own copy of a card slip.
    MERCHANT_COPY("merchant-copy"),
    /// What the kitchen or the bar is to make.
    KITCHEN("kitchen"),
    /// What was ordered and is not paid yet.
    ORDER("order"),
    /// The customer's receipt of a payment, printed again.
    REPRINT("reprint"),
    /// The customer's receipt of a payment.
    SALE("sale"),
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

    /// Whether such a receipt is handed to a customer who paid. A reprint is: the service answers the same payment
    /// with the same link.
    public boolean customers() {
        return this == SALE || this == REPRINT || this == UNKNOWN;
    }
}
