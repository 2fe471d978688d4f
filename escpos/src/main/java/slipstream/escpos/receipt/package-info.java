/// Commands to a receipt: its lines of decoded text, its symbols and images, and where it ends.
///
/// A [ReceiptListener] is told of each element and of each end.
package slipstream.escpos.receipt;
