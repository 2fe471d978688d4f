package slipstream.cloudlink.protocol;

import io.avaje.jsonb.Json;

/// An identifier of one payment, as a receipt prints it.
///
/// | scheme | kind | value |
/// | --- | --- | --- |
/// | `wechat` | `transaction_id` | 28 digits |
/// | `wechat` | `out_trade_no` | 6 to 32 of digits, letters, `_ - \| *` |
/// | `alipay` | `trade_no` | 28 digits |
/// | `card` | `rrn` | 12 digits, one of its kind only with terminal and day |
/// | `card` | `transaction`, `approval`, `trace`, `par` | the acquirer's own, with terminal and day |
/// | `adyen` | `psp_reference` | 16 letters and digits |
/// | `stripe` | `payment_intent`, `charge` | `pi_`, `ch_` and letters and digits |
///
/// @param scheme who moved the money, in lower case
/// @param kind which of that scheme's numbers this is
/// @param value the number itself, without blanks
/// @param terminal the card terminal's number, or null where it was not read or does not matter
/// @param day the day printed on the receipt, `yyyy-MM-dd` by the shop's clock, or null where it was not read or does
///     not matter
@Json
public record PaymentReference(String scheme, String kind, String value, String terminal, String day) {
    /// A reference that is one of its kind without terminal and day.
    public PaymentReference(String scheme, String kind, String value) {
        this(scheme, kind, value, null, null);
    }
}
