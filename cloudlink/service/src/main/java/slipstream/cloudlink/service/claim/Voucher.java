package slipstream.cloudlink.service.claim;

import java.time.Instant;
import slipstream.cloudlink.protocol.VoucherCode;
import slipstream.cloudlink.service.item.VirtualItem;

/// A virtual item in the hands of its payer.
public record Voucher(VoucherCode code, VirtualItem item, Instant issuedAt, Instant expiresAt) {}
