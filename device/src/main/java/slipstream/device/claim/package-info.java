/// When a receipt earns a question, what is asked, and what is printed.
///
/// [ReceiptClaims] follows the receipts of one session; the question goes through an [Identifier],
/// what comes of it through [Pending]. The [Backroom] tells of vouchers, keeps tokens and counts, for all sessions.
package slipstream.device.claim;
