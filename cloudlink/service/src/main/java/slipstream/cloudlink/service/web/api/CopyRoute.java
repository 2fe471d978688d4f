package slipstream.cloudlink.service.web.api;

import org.tinylog.Logger;
import slipstream.cloudlink.protocol.CopyName;
import slipstream.cloudlink.protocol.CopyReport;
import slipstream.cloudlink.protocol.CopyText;
import slipstream.cloudlink.protocol.Messages;
import slipstream.cloudlink.service.copy.Copies;
import slipstream.cloudlink.service.web.api.Boxes.Box;
import slipstream.cloudlink.service.web.http.Reply;

/// `POST /v1/copies`: a box asks which receipts' copies are wanted, and hands one in.
public record CopyRoute(Copies copies) {
    Reply tell(Box box, CopyReport report) {
        if (report.name() != null || report.text() != null) {
            if (!CopyName.fits(report.name())) {
                return Boxes.bad("'name' is no name of a copy, 64 lower-case hexadecimal digits were expected");
            }
            var objection = CopyText.objection(report.text());
            if (objection.isPresent()) {
                return Boxes.bad(objection.get());
            }
            boolean kept = copies.handIn(box.merchant(), report.name(), report.text());
            Logger.info(
                    "box {} of {}: a copy of a receipt was handed in{}",
                    box.device().name(),
                    box.merchant().id(),
                    kept ? "" : ", which nobody waits for");
        }
        return Reply.json(200, Messages.COPY_ANSWER.write(copies.wanted(box.merchant())));
    }
}
