package slipstream.cloudlink.service.web.api;

import java.time.Instant;
import java.util.Optional;
import org.tinylog.Logger;
import slipstream.cloudlink.protocol.Messages;
import slipstream.cloudlink.protocol.RedeemAnswer;
import slipstream.cloudlink.protocol.RedeemAnswer.Outcome;
import slipstream.cloudlink.protocol.RedeemRequest;
import slipstream.cloudlink.protocol.VoucherCode;
import slipstream.cloudlink.service.claim.Occasion;
import slipstream.cloudlink.service.claim.Redemptions;
import slipstream.cloudlink.service.claim.Redemptions.Redemption;
import slipstream.cloudlink.service.web.api.Boxes.Box;
import slipstream.cloudlink.service.web.http.Reply;

/// `POST /v1/redeem`: a voucher's code stands on a receipt.
public record RedeemRoute(Redemptions redemptions) {
    Reply redeem(Box box, RedeemRequest request) {
        var objection = Shapes.till(request.till()).or(() -> Shapes.receipt(request.receipt()));
        if (objection.isPresent()) {
            return Boxes.bad(objection.get());
        }
        var code = Optional.ofNullable(request.code()).flatMap(VoucherCode::read);
        if (code.isEmpty()) {
            return Boxes.bad("'code' is no voucher code: 15 characters that begin with V and check were expected");
        }
        var occasion = Occasion.ofReceipt(box.device().id(), request.till(), request.receipt());
        var answer = answer(redemptions.redeem(code.get(), box.merchant().id(), occasion));
        Logger.info(
                "box {} of {}: voucher {} {}",
                box.device().name(),
                box.merchant().id(),
                code.get(),
                answer.outcome().wire());
        return Reply.json(200, Messages.REDEEM_ANSWER.write(answer));
    }

    private static RedeemAnswer answer(Redemption redemption) {
        return switch (redemption) {
            case Redemption.Redeemed redeemed -> new RedeemAnswer(Outcome.REDEEMED, text(redeemed.at()));
            case Redemption.UsedUp used -> new RedeemAnswer(Outcome.USED_UP, text(used.at()));
            case Redemption.TakenBack back -> new RedeemAnswer(Outcome.TAKEN_BACK, text(back.at()));
            case Redemption.Expired expired -> new RedeemAnswer(Outcome.EXPIRED, text(expired.at()));
            case Redemption.Elsewhere elsewhere -> new RedeemAnswer(Outcome.ELSEWHERE, null);
            case Redemption.Unknown unknown -> new RedeemAnswer(Outcome.UNKNOWN, null);
            // Neither comes of redeeming on a receipt, which is never undone.
            case Redemption.Good good -> throw new IllegalStateException("a good voucher was not redeemed");
            case Redemption.Undone undone -> throw new IllegalStateException("a receipt was undone");
        };
    }

    private static String text(Instant at) {
        return at.toString();
    }
}
