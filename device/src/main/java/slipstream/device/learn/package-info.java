/// Learning on site: from the number that a technician points at to a rule of that till, and whether it still holds.
///
/// A [SeenReceipt] lists its numbers as [Candidate]s; a [Lesson] begins with the one that was pointed at, is tried on
/// further receipts and tells how sure it is. [TillRules] is the file of one till. In the running box a
/// [PatternWatch] warns when receipts no longer show what a rule used to find.
package slipstream.device.learn;
