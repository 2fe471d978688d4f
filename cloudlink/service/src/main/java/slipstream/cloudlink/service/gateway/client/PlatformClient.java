package slipstream.cloudlink.service.gateway.client;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.core.IntervalFunction;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Calls platforms over HTTP. Safe for any number of threads; each call blocks for a bounded time.
///
/// Each account keeps to its [Pace]. Each platform has a circuit breaker: once half of its last 20 answers
/// failed (no answer, or a status from 500), it is left alone for a second, then for longer and longer, up
/// to a minute, and tried with three questions each time.
public final class PlatformClient implements AutoCloseable {
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int MOST_ANSWER_BYTES = 262_144;
    private static final Duration PERIOD = Duration.ofSeconds(1);

    private final Duration timeout;
    private final int rate;
    private final Clock clock;
    private final CircuitBreakerConfig breaking;
    private final HttpClient http;
    private final Map<String, Pace> paces = new ConcurrentHashMap<>();
    private final Map<String, CircuitBreaker> breakers = new ConcurrentHashMap<>();

    /// @param timeout for one whole question, from connecting to the last byte of the answer
    /// @param rate questions a second for one account
    public PlatformClient(Duration timeout, int rate, Clock clock) {
        this.timeout = timeout;
        this.rate = rate;
        this.clock = clock;
        this.breaking = CircuitBreakerConfig.custom()
                .slidingWindowSize(20)
                .minimumNumberOfCalls(10)
                .failureRateThreshold(50)
                .permittedNumberOfCallsInHalfOpenState(3)
                .waitIntervalFunctionInOpenState(IntervalFunction.ofExponentialBackoff(1_000, 2, 60_000))
                .clock(clock)
                .currentTimestampFunction(at -> at.millis(), TimeUnit.MILLISECONDS)
                .build();
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(timeout)
                .build();
    }

    /// Sends a question for one account of the platform that its address names.
    ///
    /// @param account as the platform counts its limits, such as an `mchid`
    /// @throws Trouble when there is no answer, or it is not the time to ask
    public HttpResponse<byte[]> send(String account, HttpRequest request) throws Trouble {
        var platform = request.uri().getAuthority();
        var breaker = breakers.computeIfAbsent(platform, name -> CircuitBreaker.of(name, breaking));
        var pace =
                paces.computeIfAbsent(platform + " " + account, name -> new Pace(name, rate, PERIOD, timeout, clock));
        pace.await();
        if (!breaker.tryAcquirePermission()) {
            throw new Trouble(platform + " has failed too often and is left alone for a while");
        }
        return observed(breaker, pace, request);
    }

    private HttpResponse<byte[]> observed(CircuitBreaker breaker, Pace pace, HttpRequest request) throws Trouble {
        long began = breaker.getCurrentTimestamp();
        HttpResponse<byte[]> answer;
        try {
            answer = answer(request);
        } catch (Trouble e) {
            breaker.onError(breaker.getCurrentTimestamp() - began, breaker.getTimestampUnit(), e);
            throw e;
        }
        long took = breaker.getCurrentTimestamp() - began;
        if (answer.statusCode() >= 500) {
            breaker.onError(took, breaker.getTimestampUnit(), new Trouble("HTTP status " + answer.statusCode()));
            return answer;
        }
        breaker.onSuccess(took, breaker.getTimestampUnit());
        if (answer.statusCode() == TOO_MANY_REQUESTS) {
            pace.slowDown(retryAfter(answer));
        } else {
            pace.speedUp();
        }
        return answer;
    }

    /// What state each platform's circuit breaker is in, in small letters.
    public Map<String, String> breakers() {
        var states = new TreeMap<String, String>();
        breakers.forEach((platform, breaker) ->
                states.put(platform, breaker.getState().name().toLowerCase(Locale.ROOT)));
        return states;
    }

    /// Says that the platform found an account too fast in a way of its own, under status 200.
    public void slowDown(String account, HttpRequest request) {
        var pace = paces.get(request.uri().getAuthority() + " " + account);
        if (pace != null) {
            pace.slowDown(Duration.ZERO);
        }
    }

    private static Duration retryAfter(HttpResponse<byte[]> answer) {
        return answer.headers()
                .firstValue("Retry-After")
                .filter(text -> text.matches("[0-9]{1,4}"))
                .map(text -> Duration.ofSeconds(Long.parseLong(text)))
                .orElse(Duration.ZERO);
    }

    private HttpResponse<byte[]> answer(HttpRequest request) throws Trouble {
        // The request's own timeout ends with the headers; this one covers the body too.
        var answer = http.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), MOST_ANSWER_BYTES));
        try {
            return answer.get(timeout.toNanos(), NANOSECONDS);
        } catch (TimeoutException e) {
            throw new Trouble("no answer within " + timeout.toMillis() + " ms", e);
        } catch (ExecutionException e) {
            throw new Trouble("cannot reach " + request.uri().getAuthority() + ": " + rootSentence(e), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Trouble("interrupted while waiting for " + request.uri().getAuthority(), e);
        } finally {
            answer.cancel(true);
        }
    }

    private static String rootSentence(Throwable thrown) {
        var cause = thrown;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }

    @Override
    public void close() {
        http.shutdownNow();
        http.close();
    }
}
