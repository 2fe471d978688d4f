/// How the service is watched: health, readiness, metrics, and the document of what it answers.
///
/// [slipstream.cloudlink.service.web.operations.Metrics] is told what happens by the parts that it happens in;
/// [slipstream.cloudlink.service.web.operations.OperationsServer] shows it to operators.
package slipstream.cloudlink.service.web.operations;
