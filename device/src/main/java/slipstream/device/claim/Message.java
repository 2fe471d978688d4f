package slipstream.device.claim;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.tinylog.Logger;
import slipstream.cloudlink.protocol.FiguresReport;
import slipstream.cloudlink.protocol.IdentifyRequest;
import slipstream.cloudlink.protocol.Messages;
import slipstream.cloudlink.protocol.RedeemRequest;
import slipstream.cloudlink.protocol.RefundAnswer;
import slipstream.cloudlink.protocol.RefundRequest;
import slipstream.cloudlink.protocol.TokenUse;
import slipstream.cloudlink.protocol.TokenUseAnswer;

/// What the service is told through the [Outbox]: data, so that it can wait through a power cut.
///
/// A message is told again, word for word, until it is answered. The service takes each for the same however often
/// it comes: a redemption by voucher and receipt, a token's use by token and receipt, a payment asked about by its
/// reference, a refund by the payment, figures by day and run.
///
/// @param kind what it is
/// @param payload the request that is sent, as JSON
public record Message(Kind kind, String payload) {
    private static final String AGAIN = "platform-unavailable";

    /// What is told. A new kind is one more row.
    public enum Kind {
        /// A voucher was used.
        REDEMPTION("redemption", "a voucher's use", Duration.ofDays(90), (service, payload) -> {
            RedeemRequest request = Messages.REDEEM_REQUEST.read(payload);
            return service.redeem(request).thenApply(answer -> {
                Logger.info("Voucher {}: {}.", request.code(), answer.outcome().wire());
                return true;
            });
        }),
        /// A token was printed.
        TOKEN_USE(
                "token-use",
                "a token's use",
                Duration.ofDays(90),
                (service, payload) -> service.used(Messages.TOKEN_USE.read(payload))
                        .thenApply(answer -> answer.outcome() != TokenUseAnswer.Outcome.LATER)),
        /// A payment was given back. One that the service does not know is no link's: messages go in the order in
        /// which they came, so its token's use was told before.
        REFUND(
                "refund",
                "a refund",
                Duration.ofDays(90),
                (service, payload) -> service.refund(Messages.REFUND_REQUEST.read(payload))
                        .thenApply(answer -> answer.outcome() != RefundAnswer.Outcome.LATER)),
        /// A payment of which nobody could be asked while its receipt printed. The answer is never printed.
        ASKED_LATE(
                "asked-late",
                "a payment asked about late",
                Duration.ofDays(3),
                (service, payload) -> service.identify(Messages.IDENTIFY_REQUEST.read(payload))
                        .thenApply(answer -> {
                            Logger.info("A payment asked about after its receipt: {}.", answer.reason());
                            return !AGAIN.equals(answer.reason());
                        })),
        /// What an earlier run of the box counted and could not tell.
        FIGURES(
                "figures",
                "a day's figures",
                Duration.ofDays(31),
                (service, payload) ->
                        service.figures(Messages.FIGURES_REPORT.read(payload)).thenApply(ignored -> true));

        private final String word;
        private final String words;
        private final Duration life;
        private final BiFunction<Service, String, CompletableFuture<Boolean>> telling;

        Kind(
                String word,
                String words,
                Duration life,
                BiFunction<Service, String, CompletableFuture<Boolean>> telling) {
            this.word = word;
            this.words = words;
            this.life = life;
            this.telling = telling;
        }

        /// The kind of that name; empty when there is none.
        public static Optional<Kind> named(String word) {
            return Stream.of(values()).filter(kind -> kind.word.equals(word)).findFirst();
        }

        /// Its name where it is kept.
        public String word() {
            return word;
        }

        /// How logs call it.
        String words() {
            return words;
        }

        /// How long it is worth telling.
        Duration life() {
            return life;
        }
    }

    static Message of(RedeemRequest request) {
        return new Message(Kind.REDEMPTION, Messages.REDEEM_REQUEST.write(request));
    }

    static Message of(TokenUse use) {
        return new Message(Kind.TOKEN_USE, Messages.TOKEN_USE.write(use));
    }

    static Message of(RefundRequest request) {
        return new Message(Kind.REFUND, Messages.REFUND_REQUEST.write(request));
    }

    static Message late(IdentifyRequest request) {
        return new Message(Kind.ASKED_LATE, Messages.IDENTIFY_REQUEST.write(request.askedLate()));
    }

    static Message of(FiguresReport report) {
        return new Message(Kind.FIGURES, Messages.FIGURES_REPORT.write(report));
    }

    /// Tells it once.
    ///
    /// @return whether that was all; false when it is to be told again
    /// @throws io.avaje.json.JsonException when the payload is none of its kind
    CompletableFuture<Boolean> tell(Service service) {
        return kind.telling.apply(service, payload);
    }
}
