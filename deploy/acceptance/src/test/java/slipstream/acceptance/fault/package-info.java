/// What goes wrong around a box, made to order.
///
/// [FaultRelay] stands in a connection and does harm to it; [TroubledPrinter] is the printer that stalls, closes, runs
/// out
/// of paper; [Accounts] compares what tills sent with what printers got.
package slipstream.acceptance.fault;
