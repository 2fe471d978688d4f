package slipstream.cloudlink.service.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import slipstream.cloudlink.protocol.PaymentReference;
import slipstream.cloudlink.service.gateway.PaymentGateway.Answer;
import slipstream.cloudlink.service.merchant.Merchant;
import slipstream.cloudlink.service.merchant.Wording;
import slipstream.cloudlink.service.town.MovableClock;

class CachedGatewayTest {
    private static final PaymentReference ID = new PaymentReference("wechat", "transaction_id", "1");
    private static final PaymentReference NO = new PaymentReference("wechat", "out_trade_no", "2");

    private final MovableClock clock = new MovableClock();
    private Answer answer = new Answer.NotFound();
    private int asked;
    private final CachedGateway cached = new CachedGateway(this::count, Duration.ofMinutes(10), clock);

    private Answer count(Merchant merchant, PaymentReference reference, Optional<CardSlip> slip) {
        asked++;
        return answer;
    }

    @ParameterizedTest
    @EnumSource
    void whatIsFinalIsAskedForOnceByAnyOfItsNames(PaymentState state) {
        answer = found(state);
        for (var reference : List.of(ID, NO, ID)) {
            assertEquals(answer, cached.find(merchant("coffee"), reference));
        }
        assertEquals(state.isFinal() ? 1 : 3, asked);
    }

    @Test
    void whatWasNotFoundIsAskedForAgain() {
        cached.find(merchant("coffee"), ID);
        answer = new Answer.Unavailable("down");
        cached.find(merchant("coffee"), ID);
        answer = found(PaymentState.SUCCESSFUL);
        assertEquals(answer, cached.find(merchant("coffee"), ID));
        assertEquals(3, asked);
    }

    @Test
    void aCardsNumberOfAnotherDayOrTerminalIsAnotherPayment() {
        answer = found(PaymentState.SUCCESSFUL);
        cached.find(merchant("coffee"), ID, Optional.of(new CardSlip("1", "2026-11-22")));
        for (var slip : List.of(new CardSlip("1", "2026-11-23"), new CardSlip("2", "2026-11-22"))) {
            answer = new Answer.NotFound();
            assertEquals(answer, cached.find(merchant("coffee"), ID, Optional.of(slip)));
        }
        assertEquals(3, asked);
    }

    @Test
    void anotherMerchantsAnswerIsNotShared() {
        answer = found(PaymentState.SUCCESSFUL);
        cached.find(merchant("coffee"), ID);
        answer = new Answer.NotFound();
        assertEquals(answer, cached.find(merchant("tea"), ID));
    }

    @Test
    void answersAreForgottenWhenTheyMayHaveChangedAndInTime() {
        answer = found(PaymentState.SUCCESSFUL);
        cached.find(merchant("coffee"), ID);
        var refunded = found(PaymentState.REFUNDED);
        answer = refunded;
        cached.forget(merchant("coffee"), refunded.payment());
        assertEquals(refunded, cached.find(merchant("coffee"), NO));
        clock.moveAhead(Duration.ofMinutes(11));
        cached.find(merchant("coffee"), NO);
        assertEquals(3, asked);
    }

    private static Answer.Found found(PaymentState state) {
        return new Answer.Found(new Payment(
                "wechat", "1", List.of(ID, NO), state, Optional.empty(), Optional.empty(), Optional.empty()));
    }

    private static Merchant merchant(String id) {
        return new Merchant(id, Wording.of("m"), Locale.CHINESE, "main", Optional.empty());
    }
}
