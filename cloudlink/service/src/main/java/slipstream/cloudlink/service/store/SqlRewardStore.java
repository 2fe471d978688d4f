package slipstream.cloudlink.service.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import slipstream.cloudlink.service.claim.ClaimLink;
import slipstream.cloudlink.service.claim.ClaimToken;
import slipstream.cloudlink.service.mark.PayerKey;
import slipstream.cloudlink.service.reward.Reward;
import slipstream.cloudlink.service.reward.RewardStore;

/// A reward's row lies with its payer, its link with all other links.
record SqlRewardStore(Handle handle) implements RewardStore {
    @Override
    public void add(Reward reward) {
        handle.createUpdate("""
                        INSERT INTO reward (payer_key, token_hash, circle, made_at)
                        VALUES (:payer, :token, :circle, :at)""")
                .bind("payer", reward.link().payer().hash())
                .bind("token", SqlClaimStore.hash(reward.link().token()))
                .bind("circle", reward.circle())
                .bind("at", reward.madeAt().toEpochMilli())
                .execute();
    }

    @Override
    public List<Reward> of(PayerKey payer) {
        return handle
                .createQuery("""
                        SELECT token_hash, circle, made_at FROM reward WHERE payer_key = :payer
                        ORDER BY made_at DESC, token_hash""")
                .bind("payer", payer.hash())
                .map((row, context) -> {
                    var circle = row.getString("circle");
                    var madeAt = Times.at(row, "made_at");
                    return link(row.getString("token_hash")).map(link -> new Reward(link, circle, madeAt));
                })
                .list()
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    @Override
    public List<ClaimLink> waiting(PayerKey payer, String circle, Instant now, int most) {
        var hashes = handle.createQuery("""
                        SELECT token_hash FROM reward
                        WHERE payer_key = :payer AND circle = :circle AND printed_for IS NULL
                        ORDER BY made_at, token_hash""")
                .bind("payer", payer.hash())
                .bind("circle", circle)
                .mapTo(String.class)
                .list();
        var waiting = new ArrayList<ClaimLink>();
        for (var hash : hashes) {
            if (waiting.size() < most) {
                // The link may still name the payer by a former key; the reward was found by the present one.
                open(hash, now).map(link -> link.of(payer)).ifPresent(waiting::add);
            }
        }
        return waiting;
    }

    @Override
    public boolean print(ClaimLink reward, String paymentKey, ClaimToken symbol) {
        return handle.createUpdate("""
                        UPDATE reward SET printed_for = :payment, symbol_hash = :symbol
                        WHERE payer_key = :payer AND token_hash = :token AND printed_for IS NULL""")
                        .bind("payment", paymentKey)
                        .bind("symbol", SqlClaimStore.hash(symbol))
                        .bind("payer", reward.payer().hash())
                        .bind("token", SqlClaimStore.hash(reward.token()))
                        .execute()
                == 1;
    }

    /// The rewards printed behind the symbol of `link`, without that link itself.
    List<ClaimToken> printedWith(ClaimLink link) {
        return handle
                .createQuery("""
                        SELECT token_hash FROM reward
                        WHERE payer_key = :payer AND symbol_hash = :symbol AND token_hash <> :symbol
                        ORDER BY made_at, token_hash""")
                .bind("payer", link.payer().hash())
                .bind("symbol", SqlClaimStore.hash(link.token()))
                .mapTo(String.class)
                .list()
                .stream()
                .flatMap(hash -> link(hash).map(ClaimLink::token).stream())
                .toList();
    }

    /// The link behind a hash, if it can still be claimed.
    Optional<ClaimLink> open(String hash, Instant now) {
        return isOpen(hash, now) ? link(hash) : Optional.empty();
    }

    private boolean isOpen(String hash, Instant now) {
        return handle.createQuery("""
                        SELECT 1 FROM claim_link
                        WHERE token_hash = :hash AND claimed_at IS NULL AND taken_back_at IS NULL AND expires_at > :now""")
                .bind("hash", hash)
                .bind("now", now.toEpochMilli())
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }

    private Optional<ClaimLink> link(String hash) {
        return new SqlClaimStore(handle).link(hash);
    }
}
