/// The street's receipts: labelled ones made from a seed, and what the box makes of them.
///
/// [Street] writes jobs as points of sale send them and knows what they say ([Truth]); [Examiner] sends them the
/// way of production and counts what was missed and what was wrong; [StreetTest] holds the counts to their
/// limits. Words, numbers and layouts are from the field and from public sources, never from the tables under
/// test.
package slipstream.device.reference.street;
