package slipstream.cloudlink.protocol;

import io.avaje.jsonb.Json;

/// An identifier of one payment, as a receipt prints it.
///
/// | scheme | kind | value |
/// | --- | --- | --- |
/// | `wechat` | `transaction_id` | 28 digits |
/// | `wechat` | `out_trade_no` | 6 to 32 of digits, letters, `_ - \| *` |
/// | `alipay` | `trade_no` | 28 digits |
/// | `card` | `rrn` | 12 digits; one of its kind only with terminal and day ([IdentifyRequest]) |
/// | `card` | `transaction`, `approval`, `trace`, `par` | the acquirer's own, likewise |
/// | `adyen` | `psp_reference` | 16 letters and digits |
/// | `stripe` | `payment_intent`, `charge` | `pi_`, `ch_` and letters and digits |
///
/// @param scheme who moved the money, in lower case
/// @param kind which of that scheme's numbers this is
/// @param value the number itself, without blanks
@Json
public record PaymentReference(String scheme, String kind, String value) {}
