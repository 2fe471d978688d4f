/// When a receipt earns a question, what is asked, and what is printed.
///
/// [ReceiptClaims] follows the receipts of one session; the question goes through an [Identifier].
package slipstream.device.claim;
