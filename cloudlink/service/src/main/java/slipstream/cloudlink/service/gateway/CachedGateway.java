package slipstream.cloudlink.service.gateway;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import slipstream.cloudlink.protocol.PaymentReference;
import slipstream.cloudlink.service.merchant.Merchant;

/// Keeps final answers for a while, so that a payment is not asked for twice. A refund changes even what is
/// final: whoever is told of one calls [#forget].
///
/// Lives in memory only, like [Payment] itself.
public final class CachedGateway implements PaymentGateway {
    private static final long MOST_ANSWERS = 10_000;

    private final PaymentGateway gateway;
    private final Cache<Question, Answer> answers;

    /// @param life how long an answer is kept
    public CachedGateway(PaymentGateway gateway, Duration life, Clock clock) {
        this.gateway = gateway;
        this.answers = Caffeine.newBuilder()
                .maximumSize(MOST_ANSWERS)
                .expireAfterWrite(life)
                .ticker(ticker(clock))
                .build();
    }

    private static Ticker ticker(Clock clock) {
        return () -> Duration.ofMillis(clock.millis()).toNanos();
    }

    @Override
    public Answer find(Merchant merchant, PaymentReference reference, Optional<CardSlip> slip) {
        var kept = answers.getIfPresent(new Question(merchant.id(), reference, slip));
        if (kept != null) {
            return kept;
        }
        var answer = gateway.find(merchant, reference, slip);
        if (answer instanceof Answer.Found found && found.payment().state().isFinal()) {
            answers.put(new Question(merchant.id(), reference, slip), answer);
            found.payment()
                    .names()
                    .forEach(name -> answers.put(
                            new Question(merchant.id(), name, found.payment().slip()), answer));
        }
        return answer;
    }

    /// The next question about this payment goes to the platform again.
    public void forget(Merchant merchant, Payment payment) {
        payment.names().forEach(name -> answers.invalidate(new Question(merchant.id(), name, payment.slip())));
    }

    private record Question(String merchantId, PaymentReference reference, Optional<CardSlip> slip) {}
}
