package slipstream.cloudlink.service.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import slipstream.cloudlink.protocol.Money;
import slipstream.cloudlink.service.claim.ClaimLink;
import slipstream.cloudlink.service.identify.Decision;
import slipstream.cloudlink.service.identify.DecisionStore;
import slipstream.cloudlink.service.identify.KnownPayment;
import slipstream.cloudlink.service.identify.Reason;

record SqlDecisionStore(Handle handle) implements DecisionStore {
    /// One conditional update decides who decides; it locks the payment's row as well.
    @Override
    public Optional<KnownPayment> begin(String key, Optional<Money> total, Instant at) {
        return handle.createQuery("""
                        UPDATE payment SET decided_at = :at
                        WHERE payment_key = :key AND decided_at IS NULL AND state <> 'PENDING'
                          AND (currency IS NULL OR CAST(:amount AS BIGINT) IS NULL
                               OR (amount = :amount AND currency = :currency))
                        RETURNING *""")
                .bind("key", key)
                .bind("at", at.toEpochMilli())
                .bind("amount", total.map(Money::minorUnits).orElse(null))
                .bind("currency", total.map(Money::currency).orElse(null))
                .map((row, context) -> SqlPaymentStore.payment(row))
                .findOne();
    }

    @Override
    public void leaveOpen(KnownPayment payment) {
        handle.createUpdate("UPDATE payment SET decided_at = NULL WHERE payment_key = :key")
                .bind("key", payment.key())
                .execute();
    }

    @Override
    public void conclude(KnownPayment payment, Decision decision, Optional<ClaimLink> reward) {
        var link = switch (decision) {
            case Decision.Link made -> Optional.of(made.link());
            case Decision.Plain plain -> Optional.<ClaimLink>empty();
        };
        // A printed reward was earned by another payment: giving this one back does not touch it.
        boolean own = link.isPresent() && decision.reason() != Reason.REWARD;
        handle.createUpdate("""
                        UPDATE payment SET reason = :reason, linked = :linked, token_hash = :token, own_link = :own,
                                           campaign_id = :campaign, reward_hash = :reward
                        WHERE payment_key = :key""")
                .bind("key", payment.key())
                .bind("reason", decision.reason().name())
                .bind("linked", link.isPresent() ? 1 : 0)
                .bind("token", link.map(l -> SqlClaimStore.hash(l.token())).orElse(null))
                .bind("own", own ? 1 : 0)
                .bind("campaign", link.map(ClaimLink::campaignId).orElse(null))
                .bind("reward", reward.map(l -> SqlClaimStore.hash(l.token())).orElse(null))
                .execute();
    }

    @Override
    public Optional<Standing> named(String name) {
        return new SqlPaymentStore(handle).keyOf(name).flatMap(this::of);
    }

    @Override
    public Optional<Standing> of(String key) {
        return handle.createQuery("SELECT * FROM payment WHERE payment_key = :key")
                .bind("key", key)
                .map((row, context) -> new Standing(SqlPaymentStore.payment(row), decision(row)))
                .findOne();
    }

    private Optional<Decision> decision(ResultSet row) throws SQLException {
        if (row.getString("reason") == null) {
            return Optional.empty();
        }
        var reason = Reason.valueOf(row.getString("reason"));
        if (row.getInt("linked") == 0) {
            return Optional.of(new Decision.Plain(reason));
        }
        return Optional.ofNullable(row.getString("token_hash"))
                .flatMap(hash -> new SqlClaimStore(handle).link(hash))
                .<Decision>map(link -> new Decision.Link(reason, link))
                .or(() -> Optional.of(new Decision.Plain(Reason.LINK_FORGOTTEN)));
    }

    @Override
    public boolean takeBack(KnownPayment payment, Instant at) {
        var claims = new SqlClaimStore(handle);
        return handle
                .createQuery("SELECT token_hash, own_link, reward_hash FROM payment WHERE payment_key = :key")
                .bind("key", payment.key())
                .map((row, context) -> Stream.of(
                                row.getInt("own_link") == 1 ? row.getString("token_hash") : null,
                                row.getString("reward_hash"))
                        .filter(hash -> hash != null)
                        .toList())
                .one()
                .stream()
                // Not anyMatch: each of them is taken back.
                .map(hash -> claims.takeBack(hash, at))
                .reduce(false, Boolean::logicalOr);
    }
}
