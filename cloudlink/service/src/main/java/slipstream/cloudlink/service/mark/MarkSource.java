package slipstream.cloudlink.service.mark;

/// Who caused a mark.
public sealed interface MarkSource {
    /// The payer's first payment at a merchant (merchant mark).
    record AtMerchant(String merchantId) implements MarkSource {}

    /// Another payer's invitation (active mark).
    record ByPayer(PayerKey payer) implements MarkSource {}
}
