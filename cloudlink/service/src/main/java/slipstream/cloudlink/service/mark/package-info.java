/// Marks: which payers are known in a circle, and who caused that.
///
/// A payer is a [PayerKey], never a platform's own id. [Mark] is the value, [MarkStore] what the rules ask.
package slipstream.cloudlink.service.mark;
