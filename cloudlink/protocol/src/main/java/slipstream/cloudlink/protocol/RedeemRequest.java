package slipstream.cloudlink.protocol;

import io.avaje.jsonb.Json;

/// The box tells that a voucher was used on a receipt.
///
/// Sent as `POST /v1/redeem`, only for receipts of sales that count: no reprints of others, no voids, no training.
/// The merchant is that of the box. The same voucher told again with the same till and receipt gets the same answer,
/// so an outbox may tell it until it is answered.
///
/// @param till the till's name within the shop, as configured on the box
/// @param receipt the box's own name for this receipt, 1 to 64 characters: random, or a hash of what is printed; the
///     same when it is told again, another for another receipt
/// @param code the voucher's code as [VoucherCode#find] found it
@Json
public record RedeemRequest(String till, String receipt, String code) {}
