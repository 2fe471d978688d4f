/// The kinds of receipts.
package slipstream.device.reference.kind;
