/// Text of receipts in the form that tables are written in, and the words of tables found in it.
///
/// [Folded] brings text into one form; [Words] finds the words of a [Table] in a line, in time linear in the line.
package slipstream.device.reference.text;
