package slipstream.cloudlink.service.pool;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tinylog.Logger;
import slipstream.cloudlink.protocol.IdentifyRequest;
import slipstream.cloudlink.protocol.TokenUse;
import slipstream.cloudlink.protocol.TokenUseAnswer.Outcome;
import slipstream.cloudlink.service.claim.ClaimToken;
import slipstream.cloudlink.service.fleet.Device;
import slipstream.cloudlink.service.identify.ScanIdentification;
import slipstream.cloudlink.service.ledger.Ledger;
import slipstream.cloudlink.service.merchant.Merchant;
import slipstream.cloudlink.service.secret.Hashes;

/// The boxes' side of the pool: gives tokens, and takes note of the receipts they were printed on. Safe for any
/// number of threads.
public final class Pool {
    /// How many tokens a box can have at a time.
    public static final int MOST_AT_A_TIME = 100;

    /// How long a token may lie in a pool before it is printed.
    public static final Duration LIFE = Duration.ofDays(30);

    /// As many as the busiest till prints; a stolen box cannot fill the database.
    static final int MOST_A_DAY = 2_000;

    private static final Duration SKEW = Duration.ofMinutes(5);

    private final Ledger<? extends PoolStore> ledger;
    private final ScanIdentification identification;
    private final Duration linkLife;
    private final Clock clock;

    /// @param linkLife how long a token may be scanned once it was printed
    public Pool(Ledger<? extends PoolStore> ledger, ScanIdentification identification, Duration linkLife, Clock clock) {
        this.ledger = ledger;
        this.identification = identification;
        this.linkLife = linkLife;
        this.clock = clock;
    }

    /// New tokens for a box; nothing when it has had as many as it may today.
    ///
    /// @param campaignId the campaign that alone decides at the scan, if any; it must concern the merchant
    public Optional<Batch> issue(Device device, int count, Optional<String> campaignId) {
        var now = clock.instant();
        var expires = now.plus(LIFE);
        var tokens = Stream.generate(ClaimToken::random)
                .limit(count)
                .map(token ->
                        new PoolToken(token, device.id(), device.merchantId(), campaignId, expires, Optional.empty()))
                .toList();
        boolean given = ledger.write(store -> {
            boolean counted = store.count(device.id(), now.toEpochMilli() / 86_400_000, count, MOST_A_DAY);
            if (counted) {
                store.add(tokens, now);
            }
            return counted;
        });
        return given
                ? Optional.of(new Batch(tokens.stream().map(PoolToken::token).toList(), expires))
                : Optional.empty();
    }

    /// Takes note of the receipt on which a box has printed a token. Where the payment can be looked up after all,
    /// it is, and decided as ever; else its payer is whoever scans first.
    ///
    /// @param printedAt when, by the box's clock
    public Outcome used(Device device, Merchant merchant, TokenUse use, Instant printedAt) {
        var token = ClaimToken.read(use.token());
        var found = token.flatMap(t -> ledger.read(store -> store.find(t)))
                .filter(kept -> kept.deviceId().equals(device.id()));
        if (found.isEmpty()) {
            return Outcome.UNKNOWN;
        }
        var receipt = Hashes.sha256("receipt", device.id(), use.till(), use.receipt());
        if (found.get().use().isPresent()) {
            return found.get().use().get().receipt().equals(receipt) ? Outcome.BOUND : Outcome.USED;
        }
        var now = clock.instant();
        var at = printedAt.isBefore(now) ? printedAt : now;
        if (at.isAfter(found.get().expiresAt())
                || at.isBefore(found.get().expiresAt().minus(LIFE).minus(SKEW))) {
            return Outcome.EXPIRED;
        }
        return bind(found.get(), merchant, use, receipt, at);
    }

    private Outcome bind(PoolToken token, Merchant merchant, TokenUse use, String receipt, Instant at) {
        var question = new IdentifyRequest(use.till(), use.reference(), use.total(), use.terminal(), use.day());
        var name = identification.printed(merchant, question, receipt, at);
        if (name.isEmpty()) {
            return Outcome.LATER;
        }
        var bound = new PoolToken.Use(receipt, use.paidBy(), name.get());
        if (ledger.write(store -> store.use(token.token(), bound, at, at.plus(linkLife)))) {
            Logger.info("merchant {}: token {} was printed, paid by {}", merchant.id(), token.token(), use.paidBy());
            return Outcome.BOUND;
        }
        return ledger.read(store -> store.find(token.token()))
                .flatMap(PoolToken::use)
                .filter(other -> other.receipt().equals(receipt))
                .map(same -> Outcome.BOUND)
                .orElse(Outcome.USED);
    }

    /// @param expiresAt until when they may be printed
    public record Batch(List<ClaimToken> tokens, Instant expiresAt) {}
}
