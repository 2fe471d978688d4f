package slipstream.device.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
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

/// A service that answers at once, notes what it was told, and fails as often as it is asked to.
class TestService implements Service {
    final BlockingQueue<RedeemRequest> redeemed = new LinkedBlockingQueue<>();
    final BlockingQueue<TokenUse> used = new LinkedBlockingQueue<>();
    final BlockingQueue<IdentifyRequest> askedLate = new LinkedBlockingQueue<>();
    volatile String late = "first-payment";
    final BlockingQueue<RefundRequest> refunds = new LinkedBlockingQueue<>();
    volatile RefundAnswer.Outcome refundOutcome = RefundAnswer.Outcome.GIVEN_BACK;
    final List<FiguresReport> reports = new ArrayList<>();
    final List<TokensRequest> asked = new ArrayList<>();
    volatile int failures;
    String expiresAt = "2026-12-22T04:00:00Z";
    private int given;

    @Override
    public CompletableFuture<RedeemAnswer> redeem(RedeemRequest request) {
        return answer(() -> {
            redeemed.add(request);
            return new RedeemAnswer(RedeemAnswer.Outcome.REDEEMED, null);
        });
    }

    @Override
    public CompletableFuture<TokensAnswer> tokens(TokensRequest request) {
        asked.add(request);
        return answer(() -> {
            List<String> tokens = new ArrayList<>();
            for (int i = 0; i < request.count(); i++) {
                tokens.add("%016d".formatted(++given));
            }
            return new TokensAnswer("HTTPS://A.EXAMPLE/C/", tokens, expiresAt, List.of("扫码领券"));
        });
    }

    @Override
    public CompletableFuture<TokenUseAnswer> used(TokenUse use) {
        return answer(() -> {
            used.add(use);
            return new TokenUseAnswer(TokenUseAnswer.Outcome.BOUND);
        });
    }

    @Override
    public CompletableFuture<IdentifyAnswer> identify(IdentifyRequest request) {
        return answer(() -> {
            askedLate.add(request);
            return IdentifyAnswer.plain(late);
        });
    }

    @Override
    public CompletableFuture<RefundAnswer> refund(RefundRequest request) {
        return answer(() -> {
            refunds.add(request);
            return new RefundAnswer(refundOutcome);
        });
    }

    @Override
    public CompletableFuture<Void> figures(FiguresReport report) {
        return answer(() -> {
            reports.add(report);
            return null;
        });
    }

    private <A> CompletableFuture<A> answer(java.util.function.Supplier<A> good) {
        if (failures > 0) {
            failures--;
            return CompletableFuture.failedFuture(new IllegalStateException("no connection"));
        }
        return CompletableFuture.completedFuture(good.get());
    }
}
