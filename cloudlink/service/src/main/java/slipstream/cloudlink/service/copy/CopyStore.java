package slipstream.cloudlink.service.copy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import slipstream.cloudlink.service.claim.ClaimToken;
import slipstream.cloudlink.service.mark.PayerKey;

/// Where copies of receipts, and the wishes for them, are kept. Names are
/// [slipstream.cloudlink.protocol.CopyName]s.
public interface CopyStore {
    /// Another token than the link's own was printed on the receipt; the first one counts.
    void printed(ClaimToken link, String name);

    /// What the boxes call the receipt behind a link.
    String name(ClaimToken link);

    Optional<Kept> find(String name);

    /// Notes that the payers, who are one by several keys, want a copy from one of the merchant's boxes.
    void ask(String name, String merchantId, List<PayerKey> payers, Instant at);

    /// What a merchant's boxes were asked for since then, the newest first.
    List<String> wanted(String merchantId, Instant since, int most);

    /// Keeps a copy that was asked for since then; false, and nothing changes, when it was not, or is there already.
    boolean keep(String name, String merchantId, String sealed, Instant since, Instant at);

    /// A copy, or what there is of it.
    ///
    /// @param sealed what it says; empty while it has not come
    record Kept(Instant askedAt, Optional<String> sealed) {}
}
