/// A printer without paper, to try things on.
///
/// [VirtualPrinter] takes jobs on a TCP port, answers as a healthy printer does, and makes pictures of receipts.
package slipstream.device.printer;
