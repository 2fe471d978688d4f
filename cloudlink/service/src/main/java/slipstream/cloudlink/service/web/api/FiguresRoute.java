package slipstream.cloudlink.service.web.api;

import slipstream.cloudlink.protocol.FiguresReport;
import slipstream.cloudlink.service.figures.BoxReport;
import slipstream.cloudlink.service.figures.Figures;
import slipstream.cloudlink.service.web.api.Boxes.Box;
import slipstream.cloudlink.service.web.http.Reply;

/// `POST /v1/figures`: what only a box can count.
public record FiguresRoute(Figures figures) {
    Reply tell(Box box, FiguresReport report) {
        try {
            var told = new BoxReport(report.day(), report.run(), report.counts());
            figures.tell(box.merchant().id(), box.device().id(), told);
            return Reply.empty(204);
        } catch (IllegalArgumentException e) {
            return Boxes.bad(e.getMessage());
        }
    }
}
