package slipstream.cloudlink.service.gateway;

import java.time.Duration;
import java.util.Optional;
import slipstream.cloudlink.protocol.PaymentReference;
import slipstream.cloudlink.service.merchant.Merchant;

/// Tells somebody of every question and how long its answer took.
public record WatchedGateway(String scheme, PaymentGateway gateway, Watch watch) implements PaymentGateway {
    @Override
    public Answer find(Merchant merchant, PaymentReference reference, Optional<CardSlip> slip) {
        long began = System.nanoTime();
        var answer = gateway.find(merchant, reference, slip);
        watch.asked(scheme, answer, Duration.ofNanos(System.nanoTime() - began));
        return answer;
    }

    /// Who is told. Called on the thread that asked.
    @FunctionalInterface
    public interface Watch {
        void asked(String scheme, Answer answer, Duration took);
    }
}
