/// Digital copies of receipts, the one exception to receipt text never leaving the box: only where the box's own
/// configuration lets it and the merchant has switched it on at the service, and then only the receipt that its payer
/// has just asked for.
///
/// [Copies] is the front door: it stands around what decides a receipt's end, keeps the text of what got a symbol in
/// memory for a while, and hands in what is wanted. [CopyShelf] is the memory, [PlainCopy] what a copy says.
package slipstream.device.copy;
