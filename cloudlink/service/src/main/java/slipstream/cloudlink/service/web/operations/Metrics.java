package slipstream.cloudlink.service.web.operations;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.instrumentation.jvm.JvmMetrics;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import slipstream.cloudlink.service.claim.Claims.Standing;
import slipstream.cloudlink.service.claim.Redemptions.Redemption;
import slipstream.cloudlink.service.gateway.Notices.Opened;
import slipstream.cloudlink.service.gateway.PaymentGateway.Answer;
import slipstream.cloudlink.service.identify.Reason;
import slipstream.cloudlink.service.store.PoolUse;

/// What the service counts and times. Safe for any number of threads. No label comes from outside: each takes
/// one of few words of ours.
public final class Metrics {
    private static final double[] SECONDS = {0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10};

    private final PrometheusRegistry registry = new PrometheusRegistry();
    private final Histogram identify = Histogram.builder()
            .name("slipstream_identify_seconds")
            .help("How long a box waited for its decision, as seen from here.")
            .classicOnly()
            .classicUpperBounds(SECONDS)
            .register(registry);
    private final Counter decisions = Counter.builder()
            .name("slipstream_decisions_total")
            .help("Answers to boxes, by reason.")
            .labelNames("reason")
            .register(registry);
    private final Histogram gateway = Histogram.builder()
            .name("slipstream_gateway_seconds")
            .help("How long platforms took to answer a question about a payment, by what they answered.")
            .labelNames("scheme", "outcome")
            .classicOnly()
            .classicUpperBounds(SECONDS)
            .register(registry);
    private final Counter claims = outcomes("slipstream_claims_total", "Attempts to claim a link, by outcome.");
    private final Counter redemptions =
            outcomes("slipstream_redemptions_total", "Vouchers presented at tills, by outcome.");
    private final Counter messages =
            outcomes("slipstream_messages_total", "Tries to tell a payer of a reward, by outcome.");
    private final Counter notices = Counter.builder()
            .name("slipstream_notices_total")
            .help("Notices of platforms, by outcome.")
            .labelNames("platform", "outcome")
            .register(registry);
    private final Counter responses = Counter.builder()
            .name("slipstream_http_responses_total")
            .help("Responses, by route.")
            .labelNames("method", "route", "status")
            .register(registry);

    public Metrics() {
        JvmMetrics.builder().register(registry);
    }

    private Counter outcomes(String name, String help) {
        return Counter.builder().name(name).help(help).labelNames("outcome").register(registry);
    }

    PrometheusRegistry registry() {
        return registry;
    }

    /// A box was answered.
    public void identified(Reason reason, Duration took) {
        identify.observe(seconds(took));
        decisions.labelValues(reason.word()).inc();
    }

    /// A platform was asked.
    ///
    /// @param scheme one that is served here
    public void asked(String scheme, Answer answer, Duration took) {
        gateway.labelValues(scheme, word(answer)).observe(seconds(took));
    }

    /// Somebody tried to claim a link.
    public void claimed(Standing standing) {
        claims.labelValues(word(standing)).inc();
    }

    /// Somebody presented a voucher.
    public void redeemed(Redemption redemption) {
        redemptions.labelValues(word(redemption)).inc();
    }

    /// A message about a reward was tried.
    ///
    /// @param outcome one word
    public void messaged(String outcome) {
        messages.labelValues(outcome).inc();
    }

    /// A platform told of a payment.
    public void told(String platform, Opened outcome) {
        notices.labelValues(platform, word(outcome)).inc();
    }

    /// A request was answered.
    ///
    /// @param route the address with the names of its parameters, not their values
    public void answered(String method, String route, int status) {
        responses.labelValues(method, route, Integer.toString(status)).inc();
    }

    /// Connections to the database from now on are those that `pools` gives.
    public void pools(Supplier<List<PoolUse>> pools) {
        GaugeWithCallback.builder()
                .name("slipstream_database_connections")
                .help("Connections to the database, by what they do; and callers that wait for one.")
                .labelNames("pool", "state")
                .callback(gauge -> pools.get().forEach(pool -> {
                    gauge.call(pool.active(), pool.name(), "active");
                    gauge.call(pool.idle(), pool.name(), "idle");
                    gauge.call(pool.waiting(), pool.name(), "waiting");
                    gauge.call(pool.most(), pool.name(), "most");
                }))
                .register(registry);
    }

    /// Circuit breakers from now on are those that `states` gives, by platform.
    public void breakers(Supplier<Map<String, String>> states) {
        GaugeWithCallback.builder()
                .name("slipstream_gateway_breaker")
                .help("1 for the state that a platform's circuit breaker is in: closed, open, half_open.")
                .labelNames("platform", "state")
                .callback(gauge -> states.get().forEach((platform, state) -> gauge.call(1, platform, state)))
                .register(registry);
    }

    /// The name of a sealed answer as a word: `TakenBack` is `taken-back`.
    private static String word(Object outcome) {
        return outcome.getClass()
                .getSimpleName()
                .replaceAll("(?<=[a-z])(?=[A-Z])", "-")
                .toLowerCase(Locale.ROOT);
    }

    private static double seconds(Duration took) {
        return took.toNanos() / 1e9;
    }
}
