/// From a receipt to what it is and which payments it names: kind, total, payment references.
///
/// [ReceiptScan] follows a receipt as it prints; [ReceiptFacts] tells of a whole one. What labels, kinds and
/// amounts look like is data, in the tables beside this package; patterns run on RE2/J, whose time is linear in
/// the text, so that no receipt can stop the printer.
package slipstream.device.reference;
