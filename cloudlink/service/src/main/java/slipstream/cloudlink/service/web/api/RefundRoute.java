package slipstream.cloudlink.service.web.api;

import slipstream.cloudlink.protocol.IdentifyRequest;
import slipstream.cloudlink.protocol.Messages;
import slipstream.cloudlink.protocol.RefundAnswer;
import slipstream.cloudlink.protocol.RefundRequest;
import slipstream.cloudlink.service.identify.Refunds;
import slipstream.cloudlink.service.web.api.Boxes.Box;
import slipstream.cloudlink.service.web.http.Reply;

/// `POST /v1/refund`: a receipt gives a payment back.
public record RefundRoute(Refunds refunds) {
    Reply tell(Box box, RefundRequest request) {
        var objection = Shapes.till(request.till()).or(() -> ReferenceShapes.objection(request.reference()));
        if (objection.isPresent()) {
            return Boxes.bad(objection.get());
        }
        var refund = new IdentifyRequest(request.till(), request.reference(), null, request.terminal(), request.day());
        var answer = new RefundAnswer(refunds.told(box.merchant(), refund));
        return Reply.json(200, Messages.REFUND_ANSWER.write(answer));
    }
}
