/// Commands to a receipt: its lines of decoded text, its symbols and images, and where it ends.
///
/// [ReceiptReader] follows commands and tells a [ReceiptListener] of each element and of each end.
package slipstream.escpos.receipt;
