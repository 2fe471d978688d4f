package slipstream.device.claim;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import slipstream.cloudlink.client.ServiceClient;
import slipstream.cloudlink.protocol.FiguresReport;
import slipstream.cloudlink.protocol.IdentifyAnswer;
import slipstream.cloudlink.protocol.IdentifyRequest;
import slipstream.cloudlink.protocol.RedeemAnswer;
import slipstream.cloudlink.protocol.RedeemRequest;
import slipstream.cloudlink.protocol.RefundAnswer;
import slipstream.cloudlink.protocol.RefundRequest;
import slipstream.cloudlink.protocol.TokenUse;
import slipstream.cloudlink.protocol.TokenUseAnswer;
import slipstream.cloudlink.protocol.TokensAnswer;
import slipstream.cloudlink.protocol.TokensRequest;

/// What the identification service is told and asked behind the receipts' backs. Must not block; a future fails when
/// there is no answer.
public interface Service {
    /// Tells that a voucher was used.
    CompletableFuture<RedeemAnswer> redeem(RedeemRequest request);

    /// Asks for tokens.
    CompletableFuture<TokensAnswer> tokens(TokensRequest request);

    /// Tells where a token was printed.
    CompletableFuture<TokenUseAnswer> used(TokenUse use);

    /// Asks about a payment whose receipt has gone.
    CompletableFuture<IdentifyAnswer> identify(IdentifyRequest request);

    /// Tells that a payment was given back.
    CompletableFuture<RefundAnswer> refund(RefundRequest request);

    /// Tells what was counted.
    CompletableFuture<Void> figures(FiguresReport report);

    /// The service itself.
    ///
    /// @param client gives the line to it; null while there is none
    /// @param patience how long an answer is of use
    static Service of(Supplier<ServiceClient> client, Duration patience) {
        return new Service() {
            @Override
            public CompletableFuture<RedeemAnswer> redeem(RedeemRequest request) {
                return by(open -> open.redeem(request, patience));
            }

            @Override
            public CompletableFuture<TokensAnswer> tokens(TokensRequest request) {
                return by(open -> open.tokens(request, patience));
            }

            @Override
            public CompletableFuture<TokenUseAnswer> used(TokenUse use) {
                return by(open -> open.used(use, patience));
            }

            @Override
            public CompletableFuture<IdentifyAnswer> identify(IdentifyRequest request) {
                return by(open -> open.identify(request, patience));
            }

            @Override
            public CompletableFuture<RefundAnswer> refund(RefundRequest request) {
                return by(open -> open.refund(request, patience));
            }

            @Override
            public CompletableFuture<Void> figures(FiguresReport report) {
                return by(open -> open.figures(report, patience));
            }

            private <A> CompletableFuture<A> by(Function<ServiceClient, CompletableFuture<A>> call) {
                ServiceClient open = client.get();
                return open == null
                        ? CompletableFuture.failedFuture(new IOException("the box is starting"))
                        : call.apply(open);
            }
        };
    }
}
