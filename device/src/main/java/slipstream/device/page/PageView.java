package slipstream.device.page;

import java.util.List;
import java.util.Map;
import slipstream.device.claim.ReceiptNote;
import slipstream.device.report.Status;

/// What the live page shows of a running box.
///
/// @param status how it does
/// @param wrong what to do something about
/// @param notes what became of the last receipts of each line, the newest first
public record PageView(Status status, List<Status.Wrong> wrong, Map<String, List<ReceiptNote>> notes) {}
