package slipstream.device.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import slipstream.cloudlink.protocol.IdentifyRequest;
import slipstream.cloudlink.protocol.PaymentReference;
import slipstream.cloudlink.protocol.RedeemAnswer;
import slipstream.cloudlink.protocol.RedeemRequest;

@Timeout(30)
class OutboxTest {
    private static final RedeemRequest REQUEST = new RedeemRequest("till-1", "r1", "V00000000000000");
    private static final Message MESSAGE = Message.of(REQUEST);

    private final TestService service = new TestService();
    private final Noted journal = new Noted();
    private volatile Instant now = Instant.parse("2026-11-22T04:00:00Z");
    private final InstantSource source = () -> now;
    private final Clock clock = source.withZone(ZoneOffset.UTC);
    private Outbox outbox = new Outbox(service, journal, clock, Duration.ofMillis(1));

    @AfterEach
    void close() {
        outbox.close();
    }

    @Test
    void aMessageIsToldUntilItIsAnswered() throws InterruptedException {
        service.failures = 3;
        outbox.add(MESSAGE);
        assertEquals(REQUEST, service.redeemed.take());
        assertEquals(journal.added.take(), journal.done.take());
        assertEquals(0, outbox.dropped());
    }

    @Test
    void aMessageIsKeptUntilItWasTold() throws InterruptedException {
        service.failures = Integer.MAX_VALUE;
        outbox.add(MESSAGE);
        String id = journal.added.take();
        assertTrue(journal.kept.contains(id));
        assertEquals(Optional.of(now), outbox.oldest());
        service.failures = 0;
        assertEquals(id, journal.done.take());
        assertFalse(journal.kept.contains(id));
    }

    @Test
    void whatAnEarlierRunLeftIsToldWordForWord() throws InterruptedException {
        outbox.resume(new Kept("left", now, new Message(Message.Kind.REDEMPTION, MESSAGE.payload())));
        assertEquals(REQUEST, service.redeemed.take());
        assertEquals("left", journal.done.take());
    }

    @Test
    void whatCannotBeReadIsDroppedAndKeepsNoOtherFromBeingTold() throws InterruptedException {
        outbox.resume(new Kept("torn", now, new Message(Message.Kind.TOKEN_USE, "{\"token\":")));
        outbox.add(MESSAGE);
        assertEquals(REQUEST, service.redeemed.take());
        assertEquals("torn", journal.done.take());
        assertEquals(1, outbox.dropped());
    }

    @Test
    void aPaymentAskedAboutLateIsAskedAgainWhileThePlatformIsAway() throws InterruptedException {
        var reference = new PaymentReference("wechat", "transaction_id", "4200001234202611221234567890");
        var request = IdentifyRequest.of("till-1", reference, null);
        service.late = "platform-unavailable";
        outbox.add(Message.late(request));
        assertEquals(request.askedLate(), service.askedLate.take());
        assertEquals(request.askedLate(), service.askedLate.take());
        service.late = "marked";
        assertEquals(journal.added.take(), journal.done.take());
    }

    @Test
    void whatCouldNotBeToldForTooLongIsDropped() throws InterruptedException {
        service.failures = Integer.MAX_VALUE;
        outbox.add(MESSAGE);
        now = now.plus(Message.Kind.REDEMPTION.life()).plusSeconds(1);
        assertEquals(journal.added.take(), journal.done.take());
        assertEquals(1, outbox.dropped());
    }

    @Test
    void whatIsTooMuchIsDroppedAndCounted() {
        outbox.close();
        var silent = new TestService() {
            @Override
            public CompletableFuture<RedeemAnswer> redeem(RedeemRequest request) {
                return new CompletableFuture<>();
            }
        };
        outbox = new Outbox(silent, Journal.NONE, clock);
        for (int i = 0; i < Outbox.MOST; i++) {
            outbox.add(MESSAGE);
        }
        assertFalse(outbox.hasRoom());
        assertFalse(outbox.add(MESSAGE));
        assertEquals(1, outbox.dropped());
        assertEquals(Outbox.MOST, outbox.size());
    }

    /// Notes what it is to keep.
    private static final class Noted implements Journal {
        final BlockingQueue<String> added = new LinkedBlockingQueue<>();
        final BlockingQueue<String> done = new LinkedBlockingQueue<>();
        final Set<String> kept = ConcurrentHashMap.newKeySet();

        @Override
        public void add(Kept message) {
            kept.add(message.id());
            added.add(message.id());
        }

        @Override
        public void done(String id) {
            kept.remove(id);
            done.add(id);
        }
    }
}
