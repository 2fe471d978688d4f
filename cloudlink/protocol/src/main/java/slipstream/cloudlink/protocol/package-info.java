/// The messages of the box's one question, and of the service's answer.
///
/// Start at [IdentifyRequest] and [IdentifyAnswer]; [Messages] turns them into JSON and back. The same
/// messages are described for other languages by `openapi.yaml` beside this package.
package slipstream.cloudlink.protocol;
