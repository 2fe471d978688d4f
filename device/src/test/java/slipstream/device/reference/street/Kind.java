package slipstream.device.reference.street;

import java.util.List;

/// What a receipt of the street is for, and the words by which the box may call it.
enum Kind {
    SALE(8, "sale"),
    CASH_SALE(1, "sale"),
    REPRINT(2, "reprint"),
    REFUND(3, "refund"),
    MERCHANT_COPY(2, "merchant-copy"),
    KITCHEN(2, "kitchen"),
    BAR(1, "kitchen", "bar"),
    REPORT(2, "report"),
    TEST(1, "test", "test-print"),
    ORDER(2, "order", "unpaid", "order-without-payment"),
    /// Tickets that people call by several names: a delivery's, a queue's, a declined payment's.
    ANY(0, "order", "sale", "kitchen", "refund", "unknown");

    private final int share;
    private final List<String> words;

    Kind(int share, String... words) {
        this.share = share;
        this.words = List.of(words);
    }

    /// How often it is met, beside the others.
    int share() {
        return share;
    }

    /// Whether `word` is a right name of it.
    boolean isCalled(String word) {
        return words.contains(word);
    }

    /// Whether it tells of money paid or given back.
    boolean paid() {
        return ordinal() <= MERCHANT_COPY.ordinal();
    }
}
