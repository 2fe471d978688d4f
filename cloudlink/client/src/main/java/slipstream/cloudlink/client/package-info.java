/// The box's end of the line to the identification service: one warm HTTP/2 connection over mutual TLS.
///
/// Start at [ServiceClient]. A question is answered, or fails with a [Failure] that says why; nothing here
/// ever makes a receipt wait. [Reconnector] keeps the connection up, [Connection] is one connection,
/// [Question] one question on it. All three live on one event loop thread, so they hold no locks.
package slipstream.cloudlink.client;
