package slipstream.acceptance;

/// What tills print, for tests of other packages.
public final class Receipts {
    private Receipts() {}

    /// A number as WeChat Pay gives them.
    public static String transactionId() {
        return Story.transactionId();
    }

    /// A sale paid by WeChat Pay.
    ///
    /// @param total in fen
    public static byte[] sale(String transactionId, String outTradeNo, long total) {
        return TillReceipt.sale(transactionId, outTradeNo, total, false).bytes();
    }
}
