package slipstream.device.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class TokenPoolTest {
    private static final Clock NOW = Clock.fixed(Instant.parse("2026-11-22T04:00:00Z"), ZoneOffset.UTC);

    private final TestService service = new TestService();
    private final TokenPool pool = new TokenPool(service, Journal.NONE, NOW);

    @Test
    void anEmptyPoolIsFilledAndAFullOneLeftAlone() {
        pool.fill();
        pool.fill();
        assertEquals(1, service.asked.size());
        assertEquals(TokenPool.BATCH, pool.size());
    }

    @Test
    void fewLeftAreFilledUp() {
        pool.fill();
        for (int i = 0; pool.size() >= TokenPool.LOW; i++) {
            pool.take("payment " + i, false);
        }
        pool.fill();
        assertEquals(2, service.asked.size());
    }

    @Test
    void aServiceWithoutAnAnswerIsAskedAgain() {
        service.failures = 1;
        pool.fill();
        assertEquals(0, pool.size());
        pool.fill();
        assertEquals(TokenPool.BATCH, pool.size());
    }

    @Test
    void theSamePaymentGetsTheSameTokenAndNoOtherDoes() {
        pool.fill();
        var first = pool.take("a", false).orElseThrow();
        var copy = pool.take("a", true).orElseThrow();
        assertEquals(first.token(), copy.token());
        assertFalse(first.again());
        assertTrue(copy.again());
        assertFalse(pool.take("b", false).orElseThrow().token().equals(first.token()));
    }

    @Test
    void aCopyOfWhatIsNotKnownGetsNone() {
        pool.fill();
        assertEquals(Optional.empty(), pool.take("a", true));
    }

    @Test
    void aTokenThatHasExpiredIsNotGiven() {
        service.expiresAt = "2026-11-22T04:00:30Z";
        pool.fill();
        assertEquals(Optional.empty(), pool.take("a", false));
    }

    @Test
    void aTokenGivenBackIsGivenToTheNext() {
        pool.fill();
        var token = pool.take("a", false).orElseThrow().token();
        pool.giveBack("a", token);
        assertEquals(Optional.empty(), pool.take("a", true));
        assertEquals(token, pool.take("b", false).orElseThrow().token());
    }

    @Test
    void manyTillsAtOnceNeverShareAToken() {
        pool.fill();
        Set<String> given = ConcurrentHashMap.newKeySet();
        var twice = new HashSet<String>();
        try (var tills = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < TokenPool.BATCH; i++) {
                String key = "payment " + i;
                tills.submit(() -> {
                    String value = pool.take(key, false).orElseThrow().token().value();
                    return given.add(value) || twice.add(value);
                });
            }
        }
        assertEquals(TokenPool.BATCH, given.size());
        assertEquals(Set.of(), twice);
    }
}
