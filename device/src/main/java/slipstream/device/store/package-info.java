/// What survives a power cut: one SQLite file with the messages that wait, the tokens of the pool, and what happened
/// to the last receipts.
///
/// Start with [BoxStore]. One thread owns the file; whoever has something to keep queues it and goes on. Nothing of a
/// receipt's text is ever in it, and a payment's reference only in a message that waits.
package slipstream.device.store;
