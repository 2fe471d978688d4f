/// From a receipt to what it is and which payments it names: kind, total, payment references.
///
/// [ReceiptScan] follows a receipt as it prints; [ReceiptFacts] tells of a whole one. A line goes from `Numbers`
/// (words with digits), `Reading` (labels and numbers of a line) and `Spoken` (which label speaks of which number) to
/// the `Judge`, whose [Rules] are the rows of `numbers.tsv`, `labels.tsv` and `impostors.tsv`, and on to `Finds`, which
/// tells each reference once. An [Explanation] listens to the same decisions. All looks at a line are linear in it.
/// What a till's own
/// receipts taught comes as [LearnedRule]s, which are rows before the tables'; a [Sighting] is a number as a technician
/// may look for it.
package slipstream.device.reference;
