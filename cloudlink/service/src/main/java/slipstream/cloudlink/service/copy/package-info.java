/// Digital copies of receipts: only where the merchant has switched them on, and only when the payer who has claimed
/// the link on a receipt asks for one. The box is told of the wish when it next asks, and hands the copy in.
///
/// [Copies] is the front door; [CopyStore] is what it asks of the database.
package slipstream.cloudlink.service.copy;
