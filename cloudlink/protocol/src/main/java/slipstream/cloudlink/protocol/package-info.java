/// The messages of the box's questions, and of the service's answers.
///
/// Start at [IdentifyRequest] and [IdentifyAnswer]; [Messages] turns them into JSON and back; [VoucherCode] is what
/// a voucher's code looks like. The same
/// messages are described for other languages by `openapi.yaml` beside this package.
package slipstream.cloudlink.protocol;
